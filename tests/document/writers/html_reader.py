"""Reading a page without a browser: is it well made, and what does it say?"""

from __future__ import annotations

from html.parser import HTMLParser
from itertools import pairwise

EMPTY = frozenset(("br", "col", "img", "meta"))
KOPPEN = ("h1", "h2", "h3", "h4", "h5", "h6")
# What a browser would close by itself when one of these begins.
BLOCKS = frozenset(
    (*KOPPEN, "p", "ul", "ol", "dl", "div", "table", "figure", "blockquote", "main", "nav")
)
PARENTS = {
    "li": ("ul", "ol"), "dt": ("div",), "dd": ("div",), "tr": ("thead", "tbody"), "td": ("tr",),
    "th": ("tr",), "thead": ("table",), "tbody": ("table",), "caption": ("table",),
    "figcaption": ("figure",), "colgroup": ("table",), "col": ("colgroup",),
}  # fmt: skip


class Pagina(HTMLParser):
    """Follows a page from tag to tag, and raises AssertionError where it is badly made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.stack: list[tuple[str, dict[str, str]]] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.koppen: list[tuple[int, str]] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.runs: list[str] = []
        self._kop: list[str] | None = None
        self.feed(html)
        self.close()
        assert self.stack == []

    def handle_starttag(self, tag, attrs):
        assert len({name for name, _ in attrs}) == len(attrs), attrs
        attributes = {name: value or "" for name, value in attrs}
        parent = self.stack[-1][0] if self.stack else ""
        assert tag not in PARENTS or parent in PARENTS[tag], (tag, parent)
        if tag in BLOCKS:
            assert not {name for name, _ in self.stack} & {"p", "a", "strong", "em", *KOPPEN}, tag
            self.runs.append("\n")
        if tag in ("td", "th", "dt", "dd", "li", "br", "tr", "caption", "figcaption"):
            self.runs.append("\n")
        self.elements.append((tag, attributes))
        self.ids += [attributes["id"]] if "id" in attributes else []
        self.targets += [attributes["href"]] if "href" in attributes else []
        if tag in KOPPEN:
            self._kop = []
        if tag not in EMPTY:
            self.stack.append((tag, attributes))

    def handle_endtag(self, tag):
        assert self.stack, tag
        open_, _ = self.stack.pop()
        assert open_ == tag, (open_, tag)
        if tag in KOPPEN:
            self.koppen.append((int(tag[1]), " ".join("".join(self._kop or []).split())))
            self._kop = None
        if tag in BLOCKS:
            self.runs.append("\n")

    def handle_data(self, data):
        if self._kop is not None:
            self._kop.append(data)
        if not self._overgeslagen():
            self.runs.append(data)

    def _overgeslagen(self) -> bool:
        return any(
            name in ("head", "style", "title")
            or "data-toegevoegd" in attributes
            or attributes.get("class") == "nummer"
            for name, attributes in self.stack
        )

    @property
    def words(self) -> list[str]:
        """The words of the document itself, without what is counted and what was added."""
        return "".join(self.runs).split()

    def met(self, tag: str) -> list[dict[str, str]]:
        return [attributes for name, attributes in self.elements if name == tag]


def keur(html: str) -> Pagina:
    """Return the page, after looking at everything that can be seen without a browser."""
    assert html.startswith("<!doctype html>\n<html lang=")
    assert html.endswith("</html>\n")
    assert "<script" not in html
    page = Pagina(html)
    assert len(set(page.ids)) == len(page.ids)
    assert {target[1:] for target in page.targets if target.startswith("#")} <= set(page.ids)
    assert all(text for _, text in page.koppen)
    levels = [level for level, _ in page.koppen]
    assert levels.count(1) == 1
    without_titel = [0 if level == 1 else level - 1 for level in levels]
    assert all(after <= before + 1 for before, after in pairwise(without_titel))
    assert all(attributes.get("alt") for attributes in page.met("img"))
    assert all(attributes.get("scope") for attributes in page.met("th"))
    return page
