"""What LibreOffice does to controls and links inside a line, undone before anybody reads it.

Where a text changes script (Latin, Chinese, emoji) it is written in pieces. A control ends there
and another one begins, which holds a piece of the text and then the whole text again; and a link
to a place in a page ends after its first piece. Newer versions put the control inside the link that
comes behind its words, and formats that know no controls make it a field to fill in.

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.tree import child, new, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from uitvoeringsplan.ooxml.tree import Element

_MERKEN = frozenset(map(w, ("bookmarkStart", "commentRangeStart", "commentRangeEnd")))
#: What stands for the name of the placeholder in a control that was such a field.
WAS_VELD = "FILLIN"
_INVULVELDEN = ("FILLIN", "FORMTEXT")
_SDT, _LINK, _OPDRACHT = w("sdt"), w("hyperlink"), w("instrText")


def maak_heel(wortel: Element) -> None:
    """Give controls and links that were written in pieces back as one."""
    for alinea in wortel.iter(w("p")):
        tags = [element.tag for element in alinea]
        heeft_velden = next(alinea.iter(_OPDRACHT), None) is not None
        if heeft_velden:
            alinea[:] = _Veldlezer().zonder_velden(list(alinea))
        if _LINK in tags:
            alinea[:] = list(_uit_links(list(alinea)))
        if tags.count(_SDT) > 1:
            _zonder_herhaling(alinea)
        if _LINK in tags or heeft_velden:
            links = _Linkhersteller()
            for element in list(alinea):
                links.neem(element)
            alinea[:] = links.uit()


def _uit_links(alinea: Iterable[Element]) -> Iterator[Element]:
    """Yield what is in a paragraph, with a control that begins a link in front of that link.

    The words of the link are the ones behind the control; without any it is the whole link.
    """
    for element in alinea:
        if element.tag == _LINK:
            begin = next((deel for deel in element if deel.tag not in _MERKEN), None)
            rest = [deel for deel in element if deel is not begin]
            if begin is not None and begin.tag == _SDT and any(map(_tekst, rest)):
                element[:] = rest
                yield begin
        yield element


class _Veldlezer:
    """Makes controls without a name of the fields to fill in in one paragraph.

    A field that has no end here goes on in the next paragraph; its first one is enough.
    """

    def __init__(self) -> None:
        self._uit: list[Element] = []
        self._begin: list[Element] = []  # of a field whose result has not begun
        self._inhoud: Element | None = None  # of the control that is open
        self._diep = 0  # how many other fields are open in it

    def zonder_velden(self, alinea: Iterable[Element]) -> list[Element]:
        """Return what is in a paragraph."""
        for element in alinea:
            teken = child(element, "fldChar") if element.tag == w("r") else None
            self._neem(element, val(teken, "fldCharType"))
        return [*self._uit, *self._begin]

    def _neem(self, element: Element, teken: str) -> None:
        if self._inhoud is not None:
            if teken == "end" and not self._diep:
                self._inhoud = None
                return
            self._diep += {"begin": 1, "end": -1}.get(teken, 0)
            self._inhoud.append(element)
        elif teken == "begin":
            self._uit += self._begin
            self._begin = [element]
        elif teken == "separate" and _opdracht(self._begin) in _INVULVELDEN:
            self._begin = []
            self._uit.append(sdt := _besturing())
            self._inhoud = sdt[-1]
        elif self._begin:
            self._begin.append(element)
            if teken:
                self._uit += self._begin
                self._begin = []
        else:
            self._uit.append(element)


def _opdracht(runs: Iterable[Element]) -> str:
    """Return the name of the field that begins in these runs."""
    tekst = "".join(stuk.text or "" for run in runs for stuk in run.iter(_OPDRACHT))
    return next(iter(tekst.split()), "").upper()


def _besturing() -> Element:
    """Return a control for what was a field, with its content last."""
    placeholder = new("placeholder", new("docPart", val=WAS_VELD))
    return new("sdt", new("sdtPr", placeholder), new("sdtContent"))


def _zonder_herhaling(alinea: Element) -> None:
    """Leave of controls that repeat each other the first, which holds the whole text."""
    uit: list[Element] = []
    naam: tuple[str, str] | None = None
    tekst = ""
    for element in alinea:
        if element.tag == w("sdt"):
            if naam and tekst and naam == _naam(element) and _tekst(element).endswith(tekst):
                continue
            naam, tekst = _naam(element), _tekst(element)
        elif element.tag not in _MERKEN:
            naam = None
        uit.append(element)
    alinea[:] = uit


def _naam(sdt: Element) -> tuple[str, str] | None:
    """Return what controls of one origin share; nothing for one that still has its tag."""
    eigen = child(sdt, "sdtPr")
    if child(eigen, "tag") is not None:
        return None
    return val(child(eigen, "alias")), val(child(eigen, "placeholder", "docPart"))


def _tekst(sdt: Element) -> str:
    return "".join(t.text or "" for t in sdt.iter(w("t")))


class _Linkhersteller:
    """Takes runs into the link before them when they go on in the style of its words."""

    def __init__(self) -> None:
        # A list in it holds what goes in before the end of a field. Whatever may come behind that
        # end, it is never shifted.
        self._uit: list[Element | list[Element]] = []
        self._is_link = False  # whether the field that is open is one
        self._stijl = ""  # of the words of the last link
        self._eind: list[Element] | Element | None = None  # where more words of it go

    def uit(self) -> list[Element]:
        """Return the pieces of the paragraph, with every run where it belongs."""
        heel: list[Element] = []
        for stuk in self._uit:
            if isinstance(stuk, list):
                heel += stuk
            else:
                heel.append(stuk)
        return heel

    def neem(self, element: Element) -> None:
        """Take the next piece of a paragraph."""
        if element.tag == w("r"):
            self._run(element)
            return
        if element.tag == w("hyperlink"):
            self._eind, self._stijl = element, _stijl(element)
        elif element.tag not in _MERKEN:
            self._eind = None
        self._uit.append(element)

    def _run(self, run: Element) -> None:
        teken = val(child(run, "fldChar"), "fldCharType")
        stijl = "" if teken else _stijl(run)
        if stijl and self._eind is not None and stijl == self._stijl:
            self._vul_aan(run)
            return
        if teken == "begin":
            self._is_link, self._stijl, self._eind = False, "", None
        elif teken == "end":
            self._eind = [] if self._is_link else None
            if self._eind is not None:
                self._uit.append(self._eind)
            self._is_link = False
        elif _is_link(run):
            self._is_link = True
        elif not teken:
            self._eind = None
            self._stijl = stijl if self._is_link else ""
        self._uit.append(run)

    def _vul_aan(self, run: Element) -> None:
        """Put a run in the link that ended just before it."""
        if self._eind is not None:
            self._eind.append(run)


def _stijl(element: Element) -> str:
    """Return the style of the last words in a run or a link."""
    stijl = ""
    for run in element.iter(w("r")):
        stijl = val(child(run, "rPr", "rStyle"))
    return stijl


def _is_link(run: Element) -> bool:
    return _opdracht([run]) == "HYPERLINK"
