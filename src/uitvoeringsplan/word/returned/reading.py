"""A returned Word file to answers, fields and comments, whatever program saved it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from uitvoeringsplan.document.paragraphs import ParagraphReader
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.ooxml.counters import geen_tellers, lees_tellers
from uitvoeringsplan.ooxml.gate import laat_binnen
from uitvoeringsplan.ooxml.names import REL_KOPTEKST, REL_NUMMERING, REL_STIJLEN, REL_VOETTEKST
from uitvoeringsplan.ooxml.relationships import lees_relaties
from uitvoeringsplan.ooxml.styles import LEEG, lees_stijlblad
from uitvoeringsplan.ooxml.tree import child, w
from uitvoeringsplan.word.returned.answer_blocks import Tekstlezer
from uitvoeringsplan.word.returned.answers import Antwoordlezer
from uitvoeringsplan.word.returned.caveats import remarks_on
from uitvoeringsplan.word.returned.comments import MAX_OPMERKINGEN, lees_opmerkingen
from uitvoeringsplan.word.returned.fixed_text import Vastlezer
from uitvoeringsplan.word.returned.lean_tree import read_lean
from uitvoeringsplan.word.returned.places import MAX_ANDERS, Namen, vind
from uitvoeringsplan.word.returned.plan_fields import Plaatshouders, Velden
from uitvoeringsplan.word.returned.provenance import lees_herkomst, onbekende_vragen, ontbrekend
from uitvoeringsplan.word.returned.repair import maak_heel
from uitvoeringsplan.word.returned.result import Bedenking, Teruggelezen
from uitvoeringsplan.word.returned.revisions import settle
from uitvoeringsplan.word.returned.values import Merk
from uitvoeringsplan.word.returned.walk import Loper

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.ooxml.counters import Tellers
    from uitvoeringsplan.ooxml.gate import Doorgelaten
    from uitvoeringsplan.ooxml.styles import Stijlblad
    from uitvoeringsplan.word.returned.places import Vindplaats
    from uitvoeringsplan.word.returned.result import Eerder, Gelezen
    from uitvoeringsplan.word.returned.walk import Besturing

Wijzigingen = Literal["aangenomen", "verworpen"]
_WORTELS = (w("document"), w("hdr"), w("ftr"))


def niets_eerder(_vraag_id: str, _afdruk: str | None) -> tuple[str, ...]:
    """Tell that nothing is known of what an answer was before."""
    return ()


def lees_terug(
    data: bytes,
    pad: str,
    vragenlijst: Vragenlijst,
    *,
    wijzigingen: Wijzigingen = "aangenomen",
    eerder: Eerder = niets_eerder,
) -> Teruggelezen:
    """Return what an edited document says; raises SjabloonError when it cannot be read.

    `wijzigingen` tells how tracked changes count that nobody accepted or rejected yet. `eerder`
    gives the texts that an answer had before. With those comes back what a program left out
    (LibreOffice: bold, links and line breaks in a first paragraph) and what a document does not
    show (the order in the plan of the rows of a table).
    """
    lezer = _Lezer(laat_binnen(data, pad), vragenlijst, eerder)
    return lezer.terug(nieuw=wijzigingen == "aangenomen")


class _Lezer:
    """Brings the parts of one document together."""

    def __init__(self, binnen: Doorgelaten, vragenlijst: Vragenlijst, eerder: Eerder) -> None:
        self._binnen, self._vragenlijst, self._eerder = binnen, vragenlijst, eerder
        self._namen = Namen(vragenlijst)
        self._herkomst = lees_herkomst(binnen, self._namen)
        self._stijlblad = self._lees_stijlblad()
        self._plaatshouders = Plaatshouders(binnen, self._stijlblad)
        self._heeft_wijzigingen = False

    def terug(self, *, nieuw: bool) -> Teruggelezen:
        loper, lezer = self._loop(self._binnen.document, self._lees_tellers(), nieuw=nieuw)
        velden = Velden(self._vragenlijst, self._namen, self._plaatshouders)
        velden.neem(loper, lezer)
        vast = Vastlezer(self._binnen, self._herkomst.vast, nieuw=nieuw)
        for deel in self._binnen.delen(REL_KOPTEKST, REL_VOETTEKST):
            rand, randlezer = self._loop(deel, geen_tellers(), nieuw=nieuw)
            velden.neem(rand, randlezer)
            vast.take_margin(deel, rand, velden.besturingen)
        plaatsen = vind(loper, self._namen, self._vragenlijst.vragen)
        antwoorden, bedenkingen = self._antwoorden(
            plaatsen, velden, Antwoordlezer(loper.regels, lezer)
        )
        if antwoorden.keys() - self._vragenlijst.veld_ids:  # else it is about other questions
            bedenkingen += onbekende_vragen(self._herkomst.onbekend, loper, lezer)
        bij_regel = {
            plek: besturing_id
            for besturing in loper.besturingen
            if (besturing_id := self._namen.van_id(besturing.tag)) in self._vragenlijst.veld_ids
            for plek in range(besturing.begin, besturing.einde)
        }
        bij_regel |= {plek: naam for naam, plaats in plaatsen.items() for plek in plaats.plekken()}
        opmerkingen = lees_opmerkingen(self._binnen, loper, bij_regel, velden.besturingen)
        if len(opmerkingen) == MAX_OPMERKINGEN:
            melding = f"Alleen de eerste {MAX_OPMERKINGEN} opmerkingen zijn gelezen."
            bedenkingen.append(Bedenking("", melding))
        document = self._binnen.pakket.leden[self._binnen.document]
        return Teruggelezen(
            antwoorden,
            tuple(bedenkingen),
            opmerkingen,
            self._herkomst,
            self._heeft_wijzigingen,
            self._herkomst.document == f"{document.crc:08x}",
            tuple(ontbrekend(self._herkomst, self._vragenlijst, antwoorden, self._eerder)),
            vast.compare(loper, plaatsen, velden.besturingen, self._vragenlijst),
        )

    def _antwoorden(
        self, plaatsen: Mapping[str, Vindplaats], velden: Velden, lezer: Antwoordlezer
    ) -> tuple[dict[str, Gelezen], list[Bedenking]]:
        """Return what was read, in the order of the question set, and the doubts about it."""
        uit: dict[str, Gelezen] = {}
        bedenkingen: list[Bedenking] = []
        in_zinnen = velden.ids()
        for vraag in (*self._vragenlijst.gegevens, *self._vragenlijst.vragen):
            plaats = plaatsen.get(vraag.id)
            if plaats is not None:
                besturingen = [
                    *plaats.blokken[:MAX_ANDERS],
                    *([plaats.kale] if plaats.kale else []),
                ]
                uit[vraag.id] = lezer.lees(plaats, self._merk(vraag, besturingen))
                bedenkingen += lezer.neem_bedenkingen()
            elif vraag.id in in_zinnen:
                uit[vraag.id], erbij = velden.lees(self._merk(vraag, ()))
                plekken = (e for e, naam in velden.besturingen.items() if naam == vraag.id)
                erbij += (
                    Bedenking(vraag.id, een.melding) for een in remarks_on(plekken, lezer.lezer)
                )
                bedenkingen += erbij
        return uit, bedenkingen

    def _merk(self, vraag: Vraag, besturingen: Sequence[Besturing]) -> Merk:
        afdruk = self._herkomst.antwoorden.get(vraag.id)
        return Merk(
            vraag,
            afdruk,
            self._herkomst.leeg.get(vraag.id),
            tuple(self._eerder(vraag.id, afdruk)),
            self._plaatshouders.van(besturingen),
            self._plaatshouders.misschien(besturingen),
        )

    def _loop(self, deel: str, tellers: Tellers, *, nieuw: bool) -> tuple[Loper, Tekstlezer]:
        pakket = self._binnen.pakket
        wortel = read_lean(pakket, deel)
        houder = child(wortel, "body") if deel == self._binnen.document else wortel
        if houder is None or wortel.tag not in _WORTELS:
            raise SjabloonError(pakket.pad, f"het onderdeel {deel} heeft geen tekst van Word.")
        self._heeft_wijzigingen |= settle(wortel, accepted=nieuw)
        maak_heel(wortel)
        loper = Loper(ParagraphReader(self._stijlblad, tellers))
        loper.lees(houder)
        is_hoofd = deel == self._binnen.document  # of which the gate read the relationships
        relaties = self._binnen.relaties if is_hoofd else lees_relaties(pakket, deel)
        return loper, Tekstlezer(pakket, relaties, self._stijlblad)

    def _lees_stijlblad(self) -> Stijlblad:
        for naam in self._binnen.delen(REL_STIJLEN):
            return lees_stijlblad(self._binnen.pakket.inhoud(naam), naam, self._binnen.pakket.pad)
        return LEEG

    def _lees_tellers(self) -> Tellers:
        for naam in self._binnen.delen(REL_NUMMERING):
            return lees_tellers(self._binnen.pakket.inhoud(naam), naam, self._binnen.pakket.pad)
        return geen_tellers()
