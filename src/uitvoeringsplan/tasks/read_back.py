"""`inlezen`: taking the changes from an edited Word file back, per answer and three ways.

Nothing is written before everything is known: which answers Word changed, which the plan changed
meanwhile, and for every clash what the user wants.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import AntwoordError, BestandError, GitError
from uitvoeringsplan.files.word_file import lees_word
from uitvoeringsplan.git.git_answers import Antwoordarchief
from uitvoeringsplan.model.fingerprint import antwoordafdruk
from uitvoeringsplan.model.punt import OpenPunt, herken, nieuwe_punten
from uitvoeringsplan.model.three_way import Drieweg, Oordeel, weeg
from uitvoeringsplan.model.vastetekst import VasteTekst
from uitvoeringsplan.ooxml.names import ONBEKENDE_AUTEUR
from uitvoeringsplan.plan.punten_patch import voeg_punten_toe, zet_allemaal_klaar
from uitvoeringsplan.plan.saving import bewaar
from uitvoeringsplan.tasks.plan_identity import doubts_about_plan
from uitvoeringsplan.tasks.teruglezen import (
    doubt_sentences,
    lees_document,
    ontbrekende_vragen,
    over_het_geheel,
)
from uitvoeringsplan.word.returned.result import Bedenking, Weigering

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst
    from uitvoeringsplan.plan.planbestand import Planbestand
    from uitvoeringsplan.word.returned.reading import Wijzigingen
    from uitvoeringsplan.word.returned.result import Gelezen, Opmerking

_LEEG_IN_WORD = (
    "Dit antwoord is leeg in Word. Of iemand het leegmaakte is niet te zien: het bestand zegt niet"
    " waarmee het is gemaakt. Het plan houdt zijn tekst."
)


class Inlezing(NamedTuple):
    """What one Word file brought.

    `nieuw` is the plan with everything taken over, not yet saved; it equals `oud` as long as a
    clash waits for a choice (`botsingen`).
    """

    word: Path
    oud: Planbestand
    nieuw: Planbestand
    driewegen: tuple[Drieweg, ...]
    bedenkingen: tuple[Bedenking, ...]
    punten: tuple[OpenPunt, ...]  # the comments, also those that the plan knows already
    heeft_wijzigingen: bool  # tracked changes that nobody had accepted or rejected
    afgehandeld: frozenset[str] = frozenset()  # keys of open points that somebody settled in Word
    vandaag: str = ""  # the day on which those are closed
    is_heel: bool = True  # all questions that the document was made with were looked at
    geweigerd: tuple[tuple[Vraag, Weigering], ...] = ()  # words that the plan cannot hold
    vast: VasteTekst = VasteTekst(is_bekend=False)  # what stands outside the answers
    vreemd: tuple[str, ...] = ()  # why it may be the file of another plan, as sentences

    @property
    def botsingen(self) -> tuple[Drieweg, ...]:
        """The answers that somebody has to choose about."""
        return tuple(weg for weg in self.driewegen if weg.oordeel is Oordeel.BOTSING)

    @property
    def twijfels(self) -> tuple[str, ...]:
        """The doubts as sentences that name their question."""
        return doubt_sentences(self.oud.vragenlijst, self.bedenkingen)

    @property
    def nieuwe_punten(self) -> int:
        """How many comments the plan did not know yet."""
        return len(nieuwe_punten(self.oud.punten, self.punten))


def lees_in(
    bestand: Planbestand, word: Path, *, aangenomen: bool = True, vandaag: str = ""
) -> Inlezing:
    """Return what a Word file changes in a plan; nothing is written.

    `aangenomen` takes tracked changes that are still open as accepted, else as rejected. Open
    points whose comment was settled in Word are closed on `vandaag`, an ISO date. Raises
    BestandError or SjabloonError for a file that cannot be read, and GebruikError for one that was
    made from other questions.
    """
    data = lees_word(word)
    if data is None:
        raise BestandError(word, "dit Word-bestand bestaat niet. Controleer de naam en de map.")
    eerder = Eerder(bestand)
    wijzigingen: Wijzigingen = "aangenomen" if aangenomen else "verworpen"
    lijst, terug = lees_document(
        data, word, bestand.vragenlijst, wijzigingen=wijzigingen, eerder=eerder.teksten
    )
    ontbreekt = ontbrekende_vragen(lijst, terug)
    bedenkingen = [
        *over_het_geheel(bestand.plan.vragenlijst, terug, ontbreekt), *terug.bedenkingen
    ]  # fmt: skip
    wegen = []
    geweigerd: list[tuple[Vraag, Weigering]] = []
    for vraag in (*lijst.gegevens, *lijst.vragen):
        gelezen = terug.antwoorden.get(vraag.id)
        if gelezen is None:
            continue
        weg, niet = _weg(bestand, vraag, gelezen, terug.herkomst.antwoorden.get(vraag.id), eerder)
        if weg is not None:
            wegen.append(weg)
            is_onbekend = gelezen.is_ongewijzigd is None and gelezen.is_zeker
            if is_onbekend and weg.plan and not weg.word:
                bedenkingen.append(Bedenking(vraag.id, _LEEG_IN_WORD))
            niet = (*niet, *gelezen.geweigerd)
        geweigerd += ((vraag, weigering) for weigering in niet)
    punten, afgehandeld = _punten(bestand, lijst, terug.opmerkingen)
    inlezing = Inlezing(
        word, bestand, bestand, tuple(wegen), tuple(bedenkingen), punten,
        terug.heeft_wijzigingen, afgehandeld if vandaag else frozenset(), vandaag,
        geweigerd=tuple(geweigerd), vast=terug.vast,
        vreemd=doubts_about_plan(bestand.plan, lijst, terug),
        is_heel=not ontbreekt and not terug.herkomst.onbekend,
    )  # fmt: skip
    return inlezing if inlezing.botsingen else _verwerkt(inlezing)


def los_op(inlezing: Inlezing, kies: Callable[[Drieweg], str | None]) -> Inlezing | None:
    """Return the reading with every clash settled by `kies`; None when the user stops."""
    wegen = []
    for weg in inlezing.driewegen:
        if weg.oordeel is not Oordeel.BOTSING:
            wegen.append(weg)
            continue
        tekst = kies(weg)
        if tekst is None:
            return None
        gekozen = weg.vraag.normaliseer(tekst)
        wegen.append(weg._replace(oordeel=Oordeel.GEKOZEN, tekst=gekozen))
    return _verwerkt(inlezing._replace(driewegen=tuple(wegen)))


def bewaar_inlezing(inlezing: Inlezing) -> Planbestand:
    """Save the plan with everything that was taken over; raises as saving an answer does."""
    return bewaar(inlezing.oud, inlezing.nieuw)


class Eerder:
    """What an answer was before: in the plan now, and in git when the document was made."""

    def __init__(self, bestand: Planbestand) -> None:
        self._bestand = bestand
        self._archief = Antwoordarchief(bestand.pad)
        self._uit_git: dict[tuple[str, str], str | None] = {}

    def teksten(self, vraag_id: str, afdruk: str | None) -> tuple[str, ...]:
        """Return the texts that are known, the nearest first."""
        vraag = self._bestand.vragenlijst.vraag(vraag_id)
        plan = self._bestand.plan.tekst(vraag)
        if not afdruk or antwoordafdruk(vraag, plan) == afdruk:
            return (plan,)
        oud = self.basis(vraag, afdruk)
        return (plan,) if oud is None else (oud, plan)

    def basis(self, vraag: Vraag, afdruk: str) -> str | None:
        """Return the text with this fingerprint, when git holds it."""
        sleutel = (vraag.id, afdruk)
        if sleutel not in self._uit_git:
            try:
                gevonden = self._archief.met_vingerafdruk(vraag, afdruk)
            except GitError:  # no git, or a plan outside it: then nobody knows the old text
                gevonden = None
            self._uit_git[sleutel] = gevonden.tekst if gevonden else None
        return self._uit_git[sleutel]


def _weg(
    bestand: Planbestand, vraag: Vraag, gelezen: Gelezen, afdruk: str | None, eerder: Eerder
) -> tuple[Drieweg | None, tuple[Weigering, ...]]:
    """Return what becomes of an answer, and the words that the plan cannot hold.

    Of several texts those that fit are to be chosen from; None when there is none.
    """
    plan = bestand.plan.tekst(vraag)
    if gelezen.is_ongewijzigd and not gelezen.anders:
        return Drieweg(vraag, plan, plan, None, Oordeel.BEHOUDEN, plan), ()
    wegen, geweigerd = [], []
    for gezegd in (gelezen.over_te_nemen, *gelezen.anders):
        try:
            tekst = vraag.normaliseer(gezegd)
        except AntwoordError as fout:
            geweigerd.append(Weigering("", gezegd, fout.melding))
            continue
        wegen.append(weeg(vraag, plan, tekst, afdruk, lambda: eerder.basis(vraag, afdruk or "")))
    return _keuze(wegen, plan, is_zeker=gelezen.is_zeker), tuple(geweigerd)


def _keuze(wegen: list[Drieweg], plan: str, *, is_zeker: bool) -> Drieweg | None:
    """Return these as one: where the document says more than one thing, somebody has to choose."""
    # What is new in it may stand in any of them.
    nieuw = [weg for weg in wegen if weg.oordeel not in (Oordeel.GELIJK, Oordeel.BEHOUDEN)]
    if is_zeker or not nieuw:
        return next(iter(wegen), None)
    anders = tuple(dict.fromkeys(weg.word for weg in nieuw if weg.word != nieuw[0].word))
    return nieuw[0]._replace(oordeel=Oordeel.BOTSING, tekst=plan, is_zeker=False, anders=anders)


def _punten(
    bestand: Planbestand, lijst: Vragenlijst, opmerkingen: Iterable[Opmerking]
) -> tuple[tuple[OpenPunt, ...], frozenset[str]]:
    """Return the comments as points, and the keys of open points that were settled in Word.

    A comment that was settled before the plan knew it is no point.
    """
    intern = [vraag for h in lijst.hoofdstukken if h.is_intern for vraag in h.vragen]
    # What is said about the internal document stays with its questions.
    heel = intern[0].id if intern else ""
    opmerkingen = list(opmerkingen)
    paren = herken(bestand.punten, (_punt(o, heel) for o in opmerkingen), elders=True)
    afgehandeld = {
        bekend.kenmerk
        for (_, bekend), opmerking in zip(paren, opmerkingen, strict=True)
        if bekend and bekend.is_open and opmerking.is_afgehandeld
    }
    punten = tuple(
        punt._replace(vraag=bekend.vraag) if bekend else punt
        for (punt, bekend), opmerking in zip(paren, opmerkingen, strict=True)
        if bekend or not opmerking.is_afgehandeld
    )
    return punten, frozenset(afgehandeld)


def _punt(opmerking: Opmerking, heel: str) -> OpenPunt:
    """Return a comment as a point; `heel` is the question of one about the whole document."""
    return OpenPunt(
        vraag=opmerking.vraag_id or heel,
        auteur="" if opmerking.auteur == ONBEKENDE_AUTEUR else opmerking.auteur,
        datum=opmerking.datum[:10],
        citaat=opmerking.geciteerd,
        tekst=opmerking.tekst,
        sleutel=opmerking.sleutel,
    )


def _verwerkt(inlezing: Inlezing) -> Inlezing:
    """Return the reading with the plan as it becomes; nothing may wait for a choice any more."""
    bestand = inlezing.oud
    for weg in inlezing.driewegen:
        if weg.verandert:
            bestand = bestand.met_antwoord(weg.vraag, weg.tekst)
    bestand = voeg_punten_toe(bestand, inlezing.punten)
    klaar = (i for i, p in enumerate(bestand.punten) if p.kenmerk in inlezing.afgehandeld)
    bestand = zet_allemaal_klaar(bestand, dict.fromkeys(klaar, inlezing.vandaag))
    return inlezing._replace(nieuw=bestand)
