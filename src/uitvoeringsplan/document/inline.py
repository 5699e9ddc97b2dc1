"""What stands inside a paragraph: runs of text in their dress, links, pictures, text boxes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.document.fields import form_choice
from uitvoeringsplan.model.document import Afbeelding, Tekstdeel
from uitvoeringsplan.ooxml.names import R
from uitvoeringsplan.ooxml.symbols import character, readable, symbol_font
from uitvoeringsplan.ooxml.tree import ALTERNATE_CONTENT, child, chosen, is_on, outside, val, w

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from uitvoeringsplan.document.fields import OpenFields
    from uitvoeringsplan.document.pictures import Beelden
    from uitvoeringsplan.ooxml.relationships import Relatie
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.ooxml.tree import Element

_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
#: A formula in the text, and one between paragraphs.
FORMULES = frozenset((f"{_M}oMath", f"{_M}oMathPara"))
# Wrappers that say nothing to a reader, and what was deleted or moved away.
_DOORZICHTIG = frozenset(
    map(w, ("ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "sdtContent"))
)
_TEKENS = {
    w("tab"): "\t",
    w("ptab"): "\t",
    w("br"): "\n",
    w("cr"): "\n",
    w("noBreakHyphen"): "\u2011",
    w("softHyphen"): "\u00ad",
}
_RUN, _SDT, _LINK, _VELD = w("r"), w("sdt"), w("hyperlink"), w("fldSimple")
_BLADWIJZER, _NAAM = w("bookmarkStart"), w("name")
_TEKST, _TEKEN, _OPDRACHT = w("t"), w("fldChar"), w("instrText")
_ADRES = re.compile(r"(?:https?|mailto|tel|ftp):\S+", re.IGNORECASE)


class Tekstvak(NamedTuple):
    """The content of a text box, to be read as blocks after the paragraph it hangs on."""

    inhoud: Element


class Noot(NamedTuple):
    """A reference to a note: the kind of note and its id."""

    soort: str
    id: str


class Boven(NamedTuple):
    """What stands in small letters above the words before it, to be read as a paragraph."""

    inhoud: Element


Regeldeel = Tekstdeel | Afbeelding | Tekstvak | Noot | Boven


class Regellezer:
    """Reads paragraphs of one part; fields may run on from one into the next."""

    def __init__(
        self,
        stijlblad: Stijlblad,
        relaties: Mapping[str, Relatie],
        beelden: Beelden,
        velden: OpenFields,
    ) -> None:
        self._stijlblad, self._relaties = stijlblad, relaties
        self._beelden, self._velden = beelden, velden
        self._verborgen = False  # by the style of the paragraph

    def lees(
        self, alinea: Iterable[Element], jas: Tekstdeel, bladwijzers: list[str], stijl_id: str = ""
    ) -> list[Regeldeel]:
        """Return what stands in a paragraph, or in pieces of one, in the style with this id.

        Adds the names of its bookmarks to `bladwijzers`.
        """
        uit: list[Regeldeel] = []
        stijl = self._stijlblad.stijlen.get(stijl_id)
        self._verborgen = stijl is not None and bool(stijl.verborgen)
        self._kinderen(alinea, jas, bladwijzers, uit)
        return uit

    def _kinderen(
        self, ouder: Iterable[Element], jas: Tekstdeel, bladwijzers: list[str], uit: list[Regeldeel]
    ) -> None:
        for element in ouder:
            naam = element.tag
            if naam == _RUN:
                self._run(element, jas, uit)
            elif naam == _BLADWIJZER:
                bladwijzers.append(element.get(_NAAM, ""))
            elif naam in _DOORZICHTIG:
                self._kinderen(element, jas, bladwijzers, uit)
            elif naam == _SDT:
                binnen = jas._replace(plaatshouder=jas.plaatshouder or is_plaatshouder(element))
                self._kinderen(element, binnen, bladwijzers, uit)
            elif naam == _LINK:
                self._kinderen(element, self._met_link(element, jas), bladwijzers, uit)
            elif naam == _VELD:
                self._velden.begin_simple(val(element, "instr"))
                self._kinderen(element, jas, bladwijzers, uit)
                self._velden.sign("end")
            elif naam == ALTERNATE_CONTENT:
                for keuze in chosen(element):
                    self._kinderen(keuze, jas, bladwijzers, uit)
            else:
                self._zeg(_formule(element), jas, uit)

    def _met_link(self, element: Element, jas: Tekstdeel) -> Tekstdeel:
        relatie = self._relaties.get(element.get(f"{{{R}}}id", ""))
        return _gelinkt(jas, relatie.doel if relatie else "", val(element, "anchor"))

    def _run(self, run: Element, jas: Tekstdeel, uit: list[Regeldeel]) -> None:
        eigen = child(run, "rPr")
        if eigen is None:
            self._run_kinderen(run, None if self._verborgen else jas, "", uit)
            return
        stijl = self._stijlblad.stijlen.get(val(child(eigen, "rStyle")))
        verborgen = self._verborgen if stijl is None or stijl.verborgen is None else stijl.verborgen
        jas = jas._replace(
            vet=_staat(eigen, "b", stijl.vet if stijl else None, jas.vet),
            cursief=_staat(eigen, "i", stijl.cursief if stijl else None, jas.cursief),
        )
        if child(eigen, "vanish") is not None:
            verborgen = is_on(eigen, "vanish")
        self._run_kinderen(run, None if verborgen else jas, symbol_font(eigen), uit)

    def _run_kinderen(
        self, run: Element, jas: Tekstdeel | None, font: str, uit: list[Regeldeel]
    ) -> None:
        """Read a run; without `jas` its text is hidden, but the fields go on."""
        for element in run:
            naam = element.tag
            if naam == _TEKST:
                self._zeg(readable(element.text or "", font), jas, uit)
            elif naam in _TEKENS:
                self._zeg(_TEKENS[naam], jas, uit)
            elif naam == _TEKEN:
                keuze = form_choice(element)
                self._zeg(keuze or "", jas, uit)
                self._velden.sign(val(element, "fldCharType"), is_chosen=keuze is not None)
            elif naam == _OPDRACHT:
                self._velden.instruct(element.text or "")
            elif naam == ALTERNATE_CONTENT:
                for versie in chosen(element):
                    self._run_kinderen(versie, jas, font, uit)
            elif jas is not None and self._velden.is_visible:
                self._bijzonder(element, jas, uit)

    def _bijzonder(self, element: Element, jas: Tekstdeel, uit: list[Regeldeel]) -> None:
        naam = element.tag
        if naam == w("sym"):
            self._zeg(character(val(element, "font"), val(element, "char")), jas, uit)
        elif naam in (w("footnoteReference"), w("endnoteReference")):
            uit.append(Noot(naam.rpartition("}")[2].removesuffix("Reference"), val(element, "id")))
        elif naam == w("ruby"):
            for basis in element.findall(w("rubyBase")):
                self._kinderen(basis, jas, [], uit)
            boven = [Boven(deel) for deel in element.findall(w("rt"))]
            uit += boven
        elif naam == w("drawing"):
            uit += self._beelden.van_tekening(element)
        elif naam in (w("pict"), w("object")):
            uit += self._beelden.van_vml(element)
        if naam in (w("drawing"), w("pict")):
            vak = w("txbxContent")
            uit += [Tekstvak(deel) for deel in outside(element, vak) if deel.tag == vak]

    def _zeg(self, tekst: str, jas: Tekstdeel | None, uit: list[Regeldeel]) -> None:
        if tekst and jas is not None and self._velden.is_visible:
            self._velden.say()
            uit.append(_gelinkt(jas, *self._velden.link)._replace(tekst=tekst))


def is_plaatshouder(sdt: Element) -> bool:
    """Whether a control shows its placeholder still."""
    return is_on(sdt, "sdtPr", "showingPlcHdr")


def _formule(element: Element) -> str:
    """Return the letters of a formula; nothing for what is none."""
    if not element.tag.startswith(_M):
        return ""
    return "".join(letters.text or "" for letters in element.iter(f"{_M}t"))


def _staat(eigen: Element, naam: str, stijl: bool | None, anders: bool) -> bool:  # noqa: FBT001 - three sources of one switch
    if child(eigen, naam) is not None:
        return is_on(eigen, naam)
    return anders if stijl is None else stijl


def _gelinkt(jas: Tekstdeel, adres: str, plaats: str) -> Tekstdeel:
    """Return the dress with a link; one that a browser should not follow is left out."""
    adres = adres.strip().replace(" ", "%20")
    if adres:
        heel = f"{adres}#{plaats}" if plaats else adres
        return jas._replace(adres=heel, naar="") if _ADRES.fullmatch(heel) else jas
    return jas._replace(adres="", naar=plaats) if plaats else jas
