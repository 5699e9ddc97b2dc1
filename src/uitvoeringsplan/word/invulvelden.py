"""The content controls of a part: where an answer goes, and what stands there now."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.names import W

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.scan import Afdruk, Element


def _w(naam: str) -> str:
    return f"{W} {naam}"


SDT, SDT_PR, SDT_INHOUD = _w("sdt"), _w("sdtPr"), _w("sdtContent")
TAG, PLAATSHOUDER = _w("tag"), _w("showingPlcHdr")
P, P_PR, R, R_PR = _w("p"), _w("pPr"), _w("r"), _w("rPr")
TC, TC_PR, TR, TBL = _w("tc"), _w("tcPr"), _w("tr"), _w("tbl")
WAARDE = _w("val")

# Tags of controls that hold no answer: a part with a condition, and a place for something else.
DEEL = "als: "
BEELD = "beeld: "
ADRES, LOGO = "adres", f"{BEELD}logo"
HUISSTIJL = (ADRES, LOGO)
# How the bookmark of a question begins, and the one of its second place in a template.
BLADWIJZER, TWEEDE = "uvp_", "uvk_"

#: Only these are needed to find controls (see `tast_af`); the rest of a part is passed over.
NODIG_VELDEN = frozenset(
    (SDT, SDT_PR, SDT_INHOUD, TAG, PLAATSHOUDER, P, P_PR, R, R_PR, TC, TC_PR, TR, TBL)
)


class Vorm(Enum):
    """What a control may hold: paragraphs, or only a run of text within one."""

    BLOK = "blok"
    REGEL = "regel"


class Invulveld(NamedTuple):
    """One control with a tag, as places in the bytes of its part.

    `vlag` is the element that says "this is a placeholder" (empty range when it is absent);
    `inhoud` the range that an answer replaces. `ppr` and `rpr` are the properties, as XML, that
    the paragraphs or the run of an answer take over.
    """

    tag: str
    vorm: Vorm
    vlag: tuple[int, int]
    inhoud: tuple[int, int]
    ppr: str
    rpr: str


def bladwijzer(vraag_id: str) -> str:
    """Return the name of the bookmark of a question."""
    return BLADWIJZER + vraag_id.replace("-", "_")


def vind_invulvelden(afdruk: Afdruk, pad: str) -> list[Invulveld]:
    """Return the controls for answers, in document order; raises SjabloonError for odd ones."""
    return [
        veld
        for element in afdruk.alle(SDT)
        if (veld := _invulveld(afdruk, element, pad)) is not None
    ]


def tag_van(element: Element) -> str:
    """Return the tag of a control; empty when it has none."""
    eigenschappen = element.kind(SDT_PR)
    tag = eigenschappen.kind(TAG) if eigenschappen else None
    return tag.attributen.get(WAARDE, "") if tag else ""


def _invulveld(afdruk: Afdruk, element: Element, pad: str) -> Invulveld | None:
    eigenschappen = element.kind(SDT_PR)
    inhoud = element.kind(SDT_INHOUD)
    naam = tag_van(element)
    if eigenschappen is None or not naam or naam in HUISSTIJL or naam.startswith((DEEL, BEELD)):
        return None
    cel = inhoud.kind(TC) if inhoud else None
    bak = cel or inhoud
    # One empty tag has no inside to put an answer in.
    if inhoud is None or bak is None or bak.binnen == bak.einde:
        raise SjabloonError(pad, f"het invulveld “{naam}” heeft geen inhoud. Maak het opnieuw.")
    if inhoud.kind(TR):
        raise SjabloonError(
            pad,
            f"het invulveld “{naam}” staat om een hele tabelrij. Zet het in een cel.",
        )
    vlag = eigenschappen.kind(PLAATSHOUDER)
    # A control around a whole cell keeps the cell; the answer goes inside it.
    begin = bak.binnen
    if cel and (eigen := cel.kind(TC_PR)):
        begin = eigen.einde
    alinea = bak.kind(P)
    vorm = Vorm.BLOK if alinea or not _in_alinea(element) else Vorm.REGEL
    alinea_ppr = alinea.kind(P_PR) if alinea else None
    rpr = eigenschappen.kind(R_PR)
    return Invulveld(
        naam,
        vorm,
        (vlag.begin, vlag.einde) if vlag else (begin, begin),
        (begin, bak.slot),
        afdruk.bytes(alinea_ppr).decode() if alinea_ppr else "",
        afdruk.bytes(rpr).decode() if rpr else "",
    )


def _in_alinea(element: Element) -> bool:
    ouder = element.ouder
    while ouder is not None:
        if ouder.naam == P:
            return True
        ouder = ouder.ouder
    return False
