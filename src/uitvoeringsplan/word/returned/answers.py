"""What the document says for one question: by its control, by its bookmark, and whether both agree.

Nothing is guessed. Where two places say different things, or a program left something half, the
answer is not certain, and a sentence says why.

"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.opmaak import Alinea, Stuk, platte_tekst
from uitvoeringsplan.model.tekst import een_regel
from uitvoeringsplan.model.vraag import Shape
from uitvoeringsplan.ooxml.tree import w
from uitvoeringsplan.word.returned.answer_blocks import (
    MAX_ALINEAS,
    lees_blokken,
    zonder_plaatshouder,
)
from uitvoeringsplan.word.returned.answer_table import tabel_in, uit_tabel
from uitvoeringsplan.word.returned.caveats import remarks
from uitvoeringsplan.word.returned.lost_dress import alleen_begin, verloren
from uitvoeringsplan.word.returned.places import MAX_ANDERS
from uitvoeringsplan.word.returned.result import Bedenking, Gelezen, Vondst
from uitvoeringsplan.word.returned.values import TE_LANG, Uitkomst, uit_blokken, uit_regel

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.returned.answer_blocks import Tekstlezer
    from uitvoeringsplan.word.returned.places import Vindplaats
    from uitvoeringsplan.word.returned.values import Merk
    from uitvoeringsplan.word.returned.walk import Besturing, Regel

_KORT = 60
_DUBBEL = "Het invulveld van deze vraag staat {} keer in het document. Kies welke tekst geldt."
_GEEN_TABEL = "Hier hoort een tabel, maar er staat alleen tekst: “{}”. Zet die in het plan zelf."
_NAAST_TABEL = "Naast de tabel staat tekst die niet in het plan past: “{}”."
_TABEL_IN_CEL = (
    "In een cel van deze tabel staat een andere tabel. De woorden daarvan staan nu achter elkaar in"
    " die cel."
)
_TABELLEN = "Hier staan {} tabellen onder elkaar. Alleen de eerste is gelezen."
_TWEE_ANKERS = "Deze vraag staat {} keer in het document. Kijk na welke tekst geldt."
_ZONDER_EINDE = "Het document zegt niet waar dit antwoord eindigt. Kijk na wat erbij hoort."
_AFGEBROKEN = (
    "Dit antwoord eindigt bij een kop die iemand maakte: “{}”. Hoort de tekst eronder erbij, maak"
    " dan een gewone alinea van die kop."
)
_ALLES_WEG = (
    "Het invulveld van deze vraag is weg, en de tekst ook. Kies of het antwoord leeg moet worden."
)
_KWIJT = (
    "In de eerste alinea van dit antwoord stond een opmerking. LibreOffice laat de tekst van zo'n"
    " alinea weg. Kijk na wat er stond."
)


class Antwoordlezer:
    """Reads the answers of one document, and keeps the doubts until somebody takes them."""

    def __init__(self, regels: Sequence[Regel], lezer: Tekstlezer) -> None:
        self._regels, self.lezer = regels, lezer
        self._bedenkingen: list[Bedenking] = []

    def neem_bedenkingen(self) -> list[Bedenking]:
        """Return the doubts since this was last asked."""
        nieuw, self._bedenkingen = self._bedenkingen, []
        return nieuw

    def lees(self, plaats: Vindplaats, merk: Merk) -> Gelezen:
        """Return the answer to a question that is in the document."""
        if plaats.blokken:
            gelezen = self._uit_besturing(plaats, merk)
        else:
            gelezen = self._uit_streek(plaats, merk)
        if plaats.meer:
            elders = (self._in(streek, merk).tekst for streek in plaats.meer)
            anders = _anders(gelezen.tekst, (*gelezen.anders, *elders))
            gelezen = gelezen._replace(is_zeker=False, anders=anders)
            if len(plaats.ankers) < 2:  # else that was said
                self._meld(merk.vraag, _DUBBEL.format("meer dan één"))
        self._kijk_naar_label(merk.vraag, plaats)
        gelezen = self._met_bijzonders(merk.vraag, plaats, gelezen)
        gelijk = None if merk.afdruk is None else merk.is_zelfde(gelezen.tekst)
        return gelezen._replace(is_ongewijzigd=gelijk)

    def _met_bijzonders(self, vraag: Vraag, plaats: Vindplaats, gelezen: Gelezen) -> Gelezen:
        """Raise what the words of an answer cannot say once they are plain text."""
        plekken = [_bereik(blok) for blok in plaats.blokken[:MAX_ANDERS]] or [plaats.streek]
        regels = [self._regels[i] for bereik in plekken for i in bereik]
        if vraag.type.shape is Shape.TABLE:
            # What is in no cell hangs below the table: its drawing.
            regels = [regel for regel in regels if regel.pad]
        for een in remarks(regels[:MAX_ALINEAS], self.lezer):
            self._meld(vraag, een.melding)
            gelezen = gelezen._replace(is_zeker=gelezen.is_zeker and not een.is_twijfel)
        return gelezen

    def _uit_besturing(self, plaats: Vindplaats, merk: Merk) -> Gelezen:
        vraag = merk.vraag
        teksten = [
            self._gelezen(vraag, self._in(_bereik(blok), merk, blok), Vondst.TAG)
            for blok in plaats.blokken[:MAX_ANDERS]
        ]
        gelezen = teksten[0]
        if len(teksten) > 1:
            anders = _anders(gelezen.tekst, (ander.tekst for ander in teksten))
            gelijk = "" if anders else " De teksten zijn gelijk."
            self._meld(vraag, _DUBBEL.format(len(plaats.blokken)) + gelijk)
            return gelezen._replace(is_zeker=False, anders=anders)
        if vraag.type.shape is Shape.TABLE:
            return gelezen
        if not plaats.ankers:
            # What stands behind the control cannot be told from the text of the document.
            is_begin = gelezen.tekst and alleen_begin(gelezen.tekst, merk)
            return self._nagekeken(gelezen, merk) if is_begin else gelezen
        return self._vergeleken(plaats, merk, gelezen)

    def _vergeleken(self, plaats: Vindplaats, merk: Merk, gelezen: Gelezen) -> Gelezen:
        """Compare what the control holds with what the bookmark leads to."""
        eigen = _bereik(plaats.blokken[0])
        erbij = [i for i in plaats.streek if i not in eigen]
        woorden = self._woorden(erbij, merk)
        if len(plaats.ankers) == 1 and (set(eigen) & set(plaats.streek)) and not woorden:
            return gelezen
        if woorden:
            melding = (
                f"Bij deze vraag staat tekst buiten het invulveld: “{woorden}”. Kijk na of die bij"
                " het antwoord hoort."
            )
        else:
            melding = (
                "Het invulveld staat niet meer onder zijn eigen vraag. Kijk na of de tekst hier"
                " hoort."
            )
        self._meld(merk.vraag, melding)
        volgens_anker = self._in(plaats.streek, merk)
        anders = _anders(gelezen.tekst, [volgens_anker.tekst])
        return gelezen._replace(is_zeker=False, anders=anders)

    def _uit_streek(self, plaats: Vindplaats, merk: Merk) -> Gelezen:
        uitkomst = self._in(plaats.streek, merk, kale=plaats.kale)
        vondst = Vondst.ANKER if plaats.ankers else Vondst.NAAM
        gelezen = self._gelezen(merk.vraag, uitkomst, vondst)
        melding = self._onzeker(plaats, merk, gelezen)
        if melding:
            self._meld(merk.vraag, melding)
            return gelezen._replace(is_zeker=False)
        # What is left of a control tells which program it was, and what that does is known.
        return gelezen if plaats.kale else self._nagekeken(gelezen, merk)

    def _onzeker(self, plaats: Vindplaats, merk: Merk, gelezen: Gelezen) -> str:
        """Return why the place of an answer leaves a doubt about it; empty when it leaves none."""
        is_zelfde = merk.is_zelfde(gelezen.tekst)
        is_leeg = not gelezen.tekst and gelezen.is_zeker
        melding = ""
        if len(plaats.ankers) > 1:
            melding = _TWEE_ANKERS.format(len(plaats.ankers))
        elif plaats.aantal_kale > 1 and not is_zelfde:
            melding = _DUBBEL.format(plaats.aantal_kale)
        elif is_leeg and not plaats.kale and merk.had_tekst():
            melding = _ALLES_WEG
        elif self._is_leeggelaten(plaats.streek):
            melding = _KWIJT
        elif plaats.kop >= 0:
            kop = _kort(een_regel(self.lezer.plat(self._regels[plaats.kop].alinea)))
            melding = _AFGEBROKEN.format(kop)
        elif not plaats.ankers and len(plaats.streek) > 1 and not is_zelfde:
            melding = _ZONDER_EINDE
        return melding

    def _nagekeken(self, gelezen: Gelezen, merk: Merk) -> Gelezen:
        """Raise a doubt about what a program may have done that lost the control."""
        if not gelezen.is_zeker or merk.is_zelfde(gelezen.tekst):
            return gelezen
        melding = verloren(gelezen.tekst, merk)
        if melding:
            self._meld(merk.vraag, melding)
        return gelezen._replace(is_zeker=not melding)

    def _is_leeggelaten(self, streek: range) -> bool:
        """Whether an answer begins with a comment at no words at all.

        That is what LibreOffice makes of a control with a comment in its first paragraph.
        """
        if not streek:
            return False
        alinea = self._regels[streek.start].alinea
        heeft_opmerking = next(alinea.iter(w("commentReference")), None) is not None
        return heeft_opmerking and not self.lezer.plat(alinea).strip()

    def _in(
        self,
        plekken: range,
        merk: Merk,
        blok: Besturing | None = None,
        *,
        kale: Besturing | None = None,
    ) -> Uitkomst:
        """Return what stands in a range of paragraphs; `blok` is the control that they fill."""
        vraag = merk.vraag
        if vraag.type.shape is Shape.TABLE:  # LibreOffice makes a control in its first cell
            diepte = self._diepte(plekken, blok, None)
            return self._tabel(plekken, merk, diepte, is_heel=blok is not None)
        diepte = self._diepte(plekken, blok, kale)
        regels = [
            regel
            for regel in self._regels[plekken.start : plekken.stop]
            if not any(cel.is_verborgen for cel in regel.pad[diepte:])
        ]
        if not vraag.type.is_blok:
            return uit_regel(" ".join(self.lezer.plat(r.alinea) for r in regels), merk)
        lezing = lees_blokken(regels, self.lezer, kale)
        if lezing.is_te_groot:
            return Uitkomst("", TE_LANG)
        if any(len(regel.pad) > diepte for regel in regels):
            self._meld(vraag, "In dit antwoord staat een tabel. Elke cel is een alinea geworden.")
        return uit_blokken(lezing, merk, is_los=blok is None)

    def _diepte(self, plekken: range, blok: Besturing | None, kale: Besturing | None) -> int:
        """Return how many cells an answer stands in itself."""
        if blok is not None:
            return blok.diepte
        if not plekken:
            return 0
        # Above an answer stands its bookmark, in the same cells; a control tells where itself is.
        begin = plekken.start - (kale is None)
        return len(self._regels[begin].pad) if begin >= 0 else 0

    def _tabel(self, plekken: range, merk: Merk, diepte: int, *, is_heel: bool) -> Uitkomst:
        tabellen = tabel_in(self._regels, plekken, diepte)
        los = [i for i in plekken if len(self._regels[i].pad) == diepte]
        if not tabellen:
            # Behind the place of a table other words may follow; a placeholder is all there is.
            woorden = self._woorden(los if is_heel else los[:1], merk)
            leeg = not woorden or uit_regel(woorden, merk) == Uitkomst("")
            return Uitkomst("") if leeg else Uitkomst("", _GEEN_TABEL.format(_kort(woorden)))
        if any(len(self._regels[i].pad) > diepte + 1 for i in plekken):
            self._meld(merk.vraag, _TABEL_IN_CEL)
        uitkomst = uit_tabel(tabellen[0], self._regels, self.lezer, merk)
        if not is_heel:
            eerste = tabellen[0].rijen[0][0].begin if tabellen[0].rijen[0] else plekken.start
            los = [i for i in los if i < eerste]
        elif len(tabellen) > 1:
            return uitkomst._replace(melding=_TABELLEN.format(len(tabellen)))
        woorden = self._woorden(los, merk)
        if woorden and not uitkomst.melding:
            return uitkomst._replace(melding=_NAAST_TABEL.format(woorden))
        return uitkomst

    def _gelezen(self, vraag: Vraag, uitkomst: Uitkomst, vondst: Vondst) -> Gelezen:
        if uitkomst.melding:
            self._meld(vraag, uitkomst.melding)
        return Gelezen(
            vraag.id,
            uitkomst.tekst,
            vondst,
            is_zeker=not uitkomst.melding,
            geweigerd=uitkomst.geweigerd,
            passend=uitkomst.passend,
        )

    def _woorden(self, plekken: Iterable[int], merk: Merk) -> str:
        """Return the beginning of the words in these paragraphs, without a placeholder."""
        alineas = (self.lezer.plat(self._regels[i].alinea) for i in plekken)
        blokken = tuple(Alinea((Stuk(tekst),)) for tekst in alineas if tekst.strip())
        return _kort(een_regel(platte_tekst(zonder_plaatshouder(blokken, merk.voor_niets()))))

    def _kijk_naar_label(self, vraag: Vraag, plaats: Vindplaats) -> None:
        """Raise a doubt about words typed behind the label of a question."""
        for plek in plaats.ankers[:MAX_ANDERS]:
            tekst = een_regel(self.lezer.plat(self._regels[plek].alinea))
            rest = tekst.removeprefix(vraag.label).strip(" :")
            if rest and tekst.startswith(vraag.label):
                self._meld(
                    vraag,
                    f"Achter “{vraag.label}” staat tekst die niet in het antwoord is gekomen:"
                    f" “{_kort(rest)}”.",
                )

    def _meld(self, vraag: Vraag, melding: str) -> None:
        bedenking = Bedenking(vraag.id, melding)
        if bedenking not in self._bedenkingen:
            self._bedenkingen.append(bedenking)


def _bereik(besturing: Besturing) -> range:
    return range(besturing.begin, besturing.einde)


def _anders(tekst: str, teksten: Iterable[str]) -> tuple[str, ...]:
    return tuple(ander for ander in dict.fromkeys(teksten) if ander != tekst)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1].rstrip()}…"
