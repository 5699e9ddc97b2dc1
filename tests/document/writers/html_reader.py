"""Reading a page without a browser: is it well made, and what does it say?"""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

LEEG = frozenset(("br", "col", "img", "meta"))
KOPPEN = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a browser would close by itself when one of these begins.
BLOKKEN = frozenset(
    (*KOPPEN, "p", "ul", "ol", "dl", "div", "table", "figure", "blockquote", "main", "nav")
)
OUDERS = {
    "li": ("ul", "ol"), "dt": ("div",), "dd": ("div",), "tr": ("thead", "tbody"), "td": ("tr",),
    "th": ("tr",), "thead": ("table",), "tbody": ("table",), "caption": ("table",),
    "figcaption": ("figure",), "colgroup": ("table",), "col": ("colgroup",),
}  # fmt: skip


class Pagina(HTMLParser):
    """Follows a page from tag to tag, and raises AssertionError where it is badly made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stapel: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.doelen: list[str] = []
        self.koppen: list[tuple[int, str]] = []
        self.elementen: list[tuple[str, dict[str, str]]] = []
        self.stukken: list[str] = []
        self._kop: list[str] | None = None
        self.feed(html)
        self.close()
        assert self.stapel == []

    def handle_starttag(self, tag, attrs):
        assert len({naam for naam, _ in attrs}) == len(attrs), attrs
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        ouder = self.stapel[-1][0] if self.stapel else ""
        assert tag not in OUDERS or ouder in OUDERS[tag], (tag, ouder)
        if tag in BLOKKEN:
            assert not {naam for naam, _ in self.stapel} & {"p", "a", "strong", "em", *KOPPEN}, tag
            self.stukken.append("\n")
        if tag in ("td", "th", "dt", "dd", "li", "br", "tr", "caption", "figcaption"):
            self.stukken.append("\n")
        self.elementen.append((tag, kenmerken))
        self.ids += [kenmerken["id"]] if "id" in kenmerken else []
        self.doelen += [kenmerken["href"]] if "href" in kenmerken else []
        if tag in KOPPEN:
            self._kop = []
        if tag not in LEEG:
            self.stapel.append((tag, kenmerken))

    def handle_endtag(self, tag):
        assert self.stapel, tag
        open_, _ = self.stapel.pop()
        assert open_ == tag, (open_, tag)
        if tag in KOPPEN:
            self.koppen.append((int(tag[1]), " ".join("".join(self._kop or []).split())))
            self._kop = None
        if tag in BLOKKEN:
            self.stukken.append("\n")

    def handle_data(self, data):
        if self._kop is not None:
            self._kop.append(data)
        if not self._overgeslagen():
            self.stukken.append(data)

    def _overgeslagen(self) -> bool:
        return any(
            naam in ("head", "style", "title")
            or "data-toegevoegd" in kenmerken
            or kenmerken.get("class") == "nummer"
            for naam, kenmerken in self.stapel
        )

    @property
    def woorden(self) -> list[str]:
        """The words of the document itself, without what is counted and what was added."""
        return "".join(self.stukken).split()

    def met(self, tag: str) -> list[dict[str, str]]:
        return [kenmerken for naam, kenmerken in self.elementen if naam == tag]


def keur(html: str) -> Pagina:
    """Return the page, after looking at everything that can be seen without a browser."""
    assert html.startswith("<!doctype html>\n<html lang=")
    assert html.endswith("</html>\n")
    assert "<script" not in html
    pagina = Pagina(html)
    assert len(set(pagina.ids)) == len(pagina.ids)
    assert {doel[1:] for doel in pagina.doelen if doel.startswith("#")} <= set(pagina.ids)
    assert all(tekst for _, tekst in pagina.koppen)
    niveaus = [niveau for niveau, _ in pagina.koppen]
    assert niveaus.count(1) == 1
    zonder_titel = [0 if niveau == 1 else niveau - 1 for niveau in niveaus]
    assert all(na <= voor + 1 for voor, na in pairwise(zonder_titel))
    assert all(kenmerken.get("alt") for kenmerken in pagina.met("img"))
    assert all(kenmerken.get("scope") for kenmerken in pagina.met("th"))
    return pagina
