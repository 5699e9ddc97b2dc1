"""The fields of the plan, which stand in sentences all over the document, and empty controls.

What an empty control shows is no answer, whatever the flag of the control says. And the other way
round: programs that type in a control for somebody leave its flag and style, so those alone do not
tell that words are none.
"""

from __future__ import annotations

from enum import IntEnum
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.ooxml.names import REL_GLOSSARIUM, STIJL_PLAATSHOUDER
from uitvoeringsplan.ooxml.tree import child, val, w
from uitvoeringsplan.word.returned.answer_blocks import Lezing, lees_blokken
from uitvoeringsplan.word.returned.lean_tree import read_lean
from uitvoeringsplan.word.returned.places import BOUWSTEEN_VELD
from uitvoeringsplan.word.returned.result import Bedenking, Gelezen, Vondst
from uitvoeringsplan.word.returned.values import (
    TE_LANG,
    TUSSEN_HAKEN,
    Uitkomst,
    uit_blokken,
    uit_regel,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.gate import Doorgelaten
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.ooxml.tree import Element
    from uitvoeringsplan.word.returned.answer_blocks import Tekstlezer
    from uitvoeringsplan.word.returned.places import Namen
    from uitvoeringsplan.word.returned.values import Merk
    from uitvoeringsplan.word.returned.walk import Besturing, Loper

#: What Word shows in an empty control by itself, in the languages of our users.
VANZELF = ("Klik of tik om tekst in te voeren.", "Click or tap here to enter text.")
# How much may be read for all places together; one that would take more than is left is not read.
_MAX_WERK = 400_000
# Of places that all say something else so many are judged; that the others are there is said.
_MEESTE_PLEKKEN = 1_000
_MEESTE_NAMEN = 5  # in a sentence
_GEBONDEN = (
    "Dit gegeven toont een waarde die elders in het bestand is opgeslagen: “{}”. Kijk of iemand die"
    " zo bedoelde."
)


class Plaatshouders:
    """The placeholders of one document, by the name of their entry in the glossary."""

    def __init__(self, binnen: Doorgelaten, stijlblad: Stijlblad) -> None:
        self._stijl = stijlblad.id_van(STIJL_PLAATSHOUDER)
        self._bouwstenen: dict[str, str] = {}
        for deel in binnen.delen(REL_GLOSSARIUM):
            bouwstenen = child(read_lean(binnen.pakket, deel), "docParts")
            for bouwsteen in bouwstenen if bouwstenen is not None else ():
                naam = val(child(bouwsteen, "docPartPr", "name"))
                inhoud = child(bouwsteen, "docPartBody")
                if naam and inhoud is not None:
                    self._bouwstenen.setdefault(naam, _tekst(inhoud))

    def van(self, besturingen: Iterable[Besturing]) -> tuple[str, ...]:
        """Return the texts that stand for nothing in these controls."""
        uit = dict.fromkeys(VANZELF)
        for besturing in besturingen:
            if tekst := self._bouwstenen.get(besturing.bouwsteen):
                uit[tekst] = None
            elif self._zegt_leeg(besturing) and self._is_gewoon(besturing):
                uit[_tekst(besturing.element)] = None
        return tuple(tekst for tekst in uit if tekst)

    def misschien(self, besturingen: Iterable[Besturing]) -> tuple[str, ...]:
        """Return the texts of which nobody can tell whether they are placeholders.

        The control says that it is empty, and shows something else than is known to be shown then.
        """
        return tuple(
            tekst
            for besturing in besturingen
            if self._zegt_leeg(besturing)
            and (tekst := _tekst(besturing.element))
            and tekst not in (*VANZELF, self._bouwstenen.get(besturing.bouwsteen))
        )

    def _is_gewoon(self, besturing: Besturing) -> bool:
        """Whether what a control shows may be its own placeholder, which the file has no more."""
        tekst = _tekst(besturing.element)
        return not besturing.bouwsteen or TUSSEN_HAKEN.fullmatch(tekst) is not None

    def _zegt_leeg(self, besturing: Besturing) -> bool:
        # The flag alone may stay behind on a control that was filled, so the style must agree.
        return besturing.toont_plaatshouder and self._is_open(besturing.element)

    def _is_open(self, sdt: Element) -> bool:
        """Whether every word in a control is in the style of placeholders."""
        runs = [run for run in sdt.iter(w("r")) if child(run, "t") is not None]
        return bool(self._stijl and runs) and all(
            val(child(run, "rPr", "rStyle")) == self._stijl for run in runs
        )


def _tekst(houder: Element) -> str:
    alineas = list(houder.iter(w("p"))) or [houder]
    return een_regel(
        " ".join("".join(t.text or "" for t in alinea.iter(w("t"))) for alinea in alineas)
    )


class _Kracht(IntEnum):
    """How sure it is that a control is ours; a weaker one never counts beside a stronger."""

    GEBONDEN = 0  # shows a value from elsewhere in the file, such as Word's own "Status"
    NAAM = 1  # only the label of the field
    EIGEN = 2  # the id of the field, or the name of its placeholder


class _Plek(NamedTuple):
    """One place of a field: a line of text or paragraphs, and whether its tag was still there."""

    inhoud: str | Lezing
    heeft_tag: bool
    kracht: _Kracht
    plaatshouders: tuple[str, ...]
    misschien: tuple[str, ...]


class Velden:
    """All places of the fields, and of questions that stand in a sentence, part after part."""

    def __init__(
        self, vragenlijst: Vragenlijst, namen: Namen, plaatshouders: Plaatshouders
    ) -> None:
        self._vragenlijst, self._namen, self._plaatshouders = vragenlijst, namen, plaatshouders
        self._plekken: dict[str, dict[_Plek, None]] = {}
        self.besturingen: dict[Element, str] = {}  # those inside a paragraph, with what they show
        self._werk = _MAX_WERK

    def neem(self, loper: Loper, lezer: Tekstlezer) -> None:
        """Note the places in one part."""
        for regel in loper.regels:
            for besturing in regel.besturingen:
                vraag_id = self._namen.van_veld(besturing)
                if vraag_id and self._past(besturing):
                    self.besturingen[besturing.element] = vraag_id
                    self._noteer(vraag_id, besturing, een_regel(lezer.plat(besturing.element)))
        for besturing in loper.besturingen:
            vraag_id = self._namen.van_id(besturing.tag)
            if vraag_id not in self._vragenlijst.veld_ids or not self._past(besturing):
                continue
            regels = loper.regels[besturing.begin : besturing.einde]
            if self._vragenlijst.vraag(vraag_id).type.is_blok:
                self._noteer(vraag_id, besturing, lees_blokken(regels, lezer))
            else:
                tekst = " ".join(lezer.plat(regel.alinea) for regel in regels)
                self._noteer(vraag_id, besturing, een_regel(tekst))

    def ids(self) -> list[str]:
        """Return the ids of what has a place."""
        return [*self._plekken]

    def lees(self, merk: Merk) -> tuple[Gelezen, list[Bedenking]]:
        """Return what the places of a field say together.

        A change counts when every place has it, or when the others show nothing. Places that say
        different things are for the user to choose from: who copied a sentence and changed the
        name in it gave the plan no other name.
        """
        vraag = merk.vraag
        alle = self._plekken[vraag.id]
        kracht = max(plek.kracht for plek in alle)
        plekken = [plek for plek in alle if plek.kracht is kracht]
        bekeken = islice(plekken, _MEESTE_PLEKKEN)
        uitkomsten = list(dict.fromkeys(_uitkomst(plek, merk) for plek in bekeken))
        veranderd = [uitkomst for uitkomst in uitkomsten if not merk.is_zelfde(uitkomst.tekst)]
        # What fits comes first, so that a place that does not fit holds up no other.
        keuze = sorted(veranderd or uitkomsten[:1], key=lambda uitkomst: bool(uitkomst.geweigerd))
        vondst = Vondst.TAG if any(plek.heeft_tag for plek in plekken) else Vondst.NAAM
        gelijk = None if merk.afdruk is None else not veranderd
        gelezen = Gelezen(
            vraag.id,
            keuze[0].tekst,
            vondst,
            gelijk,
            geweigerd=keuze[0].geweigerd,
            passend=keuze[0].passend,
        )
        melding = keuze[0].melding
        verschillend = _verschillend((*keuze, *uitkomsten), merk) if veranderd else []
        if len(verschillend) > 1 or len(plekken) > _MEESTE_PLEKKEN:
            namen = " en ".join(f"“{tekst or '(leeg)'}”" for tekst in verschillend[:_MEESTE_NAMEN])
            meer = len(verschillend) - _MEESTE_NAMEN + max(0, len(plekken) - _MEESTE_PLEKKEN)
            rest = f" en nog {meer} andere" if meer > 0 else ""
            melding = (
                f"Dit gegeven is in het document niet overal hetzelfde: {namen}{rest}. Kies er een."
            )
        elif veranderd and kracht is _Kracht.GEBONDEN and not melding:
            melding = _GEBONDEN.format(gelezen.tekst or "(leeg)")
        if not melding:
            return gelezen, []
        anders = dict.fromkeys(een.tekst for een in keuze if een.tekst != gelezen.tekst)
        gelezen = gelezen._replace(is_zeker=False, anders=tuple(anders))
        return gelezen, [Bedenking(vraag.id, melding)]

    def _past(self, besturing: Besturing) -> bool:
        """Whether there is room to read a control; controls may stand inside each other."""
        if self._werk < 0:
            return False
        woorden = besturing.element.iter(w("r"), w("t"))
        self._werk -= sum(1 + len(element.text or "") for element in woorden)
        return self._werk >= 0

    def _noteer(self, vraag_id: str, besturing: Besturing, inhoud: str | Lezing) -> None:
        is_eigen = bool(besturing.tag) or besturing.bouwsteen.startswith(BOUWSTEEN_VELD)
        kracht = _Kracht.EIGEN if is_eigen else _Kracht.NAAM
        plek = _Plek(
            inhoud,
            bool(besturing.tag),
            _Kracht.GEBONDEN if besturing.is_gebonden else kracht,
            self._plaatshouders.van([besturing]),
            self._plaatshouders.misschien([besturing]),
        )
        self._plekken.setdefault(vraag_id, {})[plek] = None


def _verschillend(uitkomsten: Iterable[Uitkomst], merk: Merk) -> list[str]:
    """Return the texts that contradict each other.

    Where there was no answer, a place in which nothing was filled in says nothing.
    """
    teksten = dict.fromkeys(uitkomst.tekst for uitkomst in uitkomsten)
    return [tekst for tekst in teksten if tekst or merk.afdruk != ""]


def _uitkomst(plek: _Plek, merk: Merk) -> Uitkomst:
    merk = merk._replace(plaatshouders=plek.plaatshouders, misschien=plek.misschien)
    if isinstance(plek.inhoud, str):
        return uit_regel(plek.inhoud, merk)
    if plek.inhoud.is_te_groot:
        return Uitkomst("", TE_LANG)
    return uit_blokken(plek.inhoud, merk)
