"""Rules on the documents of a plan: the one beside it is of now, and what comes of it is sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import listed
from uitvoeringsplan.checks.plan.links import link_tekst
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule
from uitvoeringsplan.model.cleaning import typed_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.keuring import FileBeside, Keuring
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.filling.filling import FilledPackage

#: What a rule over the plan finds too, at the place where the user can mend it.
_OOK_IN_HET_PLAN = {"nietszeggende-link": link_tekst}
_BIJ = re.compile(r"bij “(.*?)…?”$", re.DOTALL)
_MEESTE_NAMEN = 5  # questions that a sentence names


def word_verouderd(keuring: Keuring) -> Iterator[Bevinding]:
    """Find a Word file that nobody edited and that is not what would be made now."""
    word = keuring.ernaast
    if word is None or word.is_bewerkt or word.is_actueel:
        return
    opnieuw = f"Maak het opnieuw met `{_maak_opnieuw(keuring, word)}`."
    if word.bezwaar:
        yield Bevinding(Ernst.WAARSCHUWING, f"{word.naam} is niet te vergelijken: {word.bezwaar}")
    elif word.anders:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.naam} is ouder dan het plan: {_namen(word.anders)} {_zijn(word.anders)}"
            f" sindsdien veranderd. {opnieuw}{_erbij(word)}",
        )
    elif word.eigen:
        opties = listed([f"--{naam}" for naam in word.eigen])
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.naam} is gemaakt met {opties}. De antwoorden erin zijn die van het plan. Of de"
            " rest nog is zoals ze nu zou worden, is zo niet te zien: geef dezelfde opties aan"
            " `uitvoeringsplan controleer`.",
        )
    elif keuring.document is not None and not keuring.document.bezwaar:
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.naam} zou nu anders worden, al zijn de antwoorden gelijk: het is gemaakt met"
            " andere opties, of het sjabloon, de huisstijl, de vragenlijst of het programma is"
            f" veranderd. {opnieuw}",
        )


def word_bewerkt(keuring: Keuring) -> Iterator[Bevinding]:
    """Find a Word file that somebody saved after it was made."""
    word = keuring.ernaast
    if word is None or not word.is_bewerkt:
        return
    if word.bezwaar:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.naam} is hier niet gemaakt of daarna bewerkt, en niet te lezen: {word.bezwaar}",
        )
        return
    if word.vreemd:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.naam} lijkt van een ander plan. {' '.join(word.vreemd)} Geef het een andere"
            " naam, of zet het bij zijn eigen plan.",
        )
        return
    wat = [_namen(word.anders)] if word.anders else []
    wat += [*_opmerkingen(word.opmerkingen, ""), *_opmerkingen(word.afgehandeld, "afgehandelde ")]
    if wat:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.naam} is in Word bewerkt en heeft wat het plan niet heeft:"
            f" {listed(wat)}. Neem het over met"
            f" `{typed_command('inlezen', word.naam, keuring.naam)}`.",
        )
    yield from _niet_in_het_plan(keuring, word)
    if not (wat or word.twijfels or word.buiten) and word.is_nagekeken:
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.naam} is in Word bewaard, maar elk antwoord staat al in het plan en de vaste"
            f" tekst is zoals die was. Maak het opnieuw met"
            f" `{_maak_opnieuw(keuring, word, '--overschrijf')}`.",
        )


def _niet_in_het_plan(keuring: Keuring, word: FileBeside) -> Iterator[Bevinding]:
    """Find what no plan has a place for, so that making the file anew would lose it."""
    for twijfel in word.twijfels[:_MEESTE_NAMEN]:
        yield Bevinding(Ernst.WAARSCHUWING, f"{word.naam}: {twijfel}")
    if word.buiten:
        genoemd = " ".join(word.buiten[:_MEESTE_NAMEN])
        rest = len(word.buiten) - _MEESTE_NAMEN
        alles = typed_command("inlezen", word.naam, keuring.naam, "--proef")
        meer = f" En nog {rest}; `{alles}` noemt alles." if rest > 0 else ""
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.naam} is buiten de antwoorden veranderd. {genoemd}{meer} Dat kan niet mee naar"
            " het plan. Bewaar dit bestand onder een andere naam, of zet de tekst in een antwoord"
            " of in het sjabloon, voordat je het opnieuw maakt.",
        )
    elif not word.is_nagekeken:
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.naam} is in Word bewerkt. Of de tekst buiten de antwoorden is veranderd, is"
            " niet te zien: het is met een oudere versie gemaakt, of een ander programma liet de"
            " kenmerken weg. Bewaar het onder een andere naam voordat je het opnieuw maakt.",
        )


def _maak_opnieuw(keuring: Keuring, word: FileBeside, *woorden: str) -> str:
    """Return the command that makes a file again as it was made: with the options that it names."""
    return typed_command("genereer", keuring.naam, *word.opties, *woorden)


def _erbij(word: FileBeside) -> str:
    """Return which options belong in that command too; whose files those are, nobody wrote down."""
    if not word.eigen:
        return ""
    return f" Geef er ook {listed([f'--{naam}' for naam in word.eigen])} bij, net als toen."


def _namen(vragen: tuple[Vraag, ...]) -> str:
    namen = [f"“{vraag.label}”" for vraag in vragen[:_MEESTE_NAMEN]]
    meer = len(vragen) - len(namen)
    return listed([*namen, f"nog {meer}"] if meer else namen)


def _zijn(vragen: tuple[Vraag, ...]) -> str:
    return "is" if len(vragen) == 1 else "zijn"


def _opmerkingen(aantal: int, soort: str) -> list[str]:
    if not aantal:
        return []
    return [f"1 {soort}opmerking" if aantal == 1 else f"{aantal} {soort}opmerkingen"]


def document(keuring: Keuring) -> Iterator[Bevinding]:
    """Find what the rules over a Word file find in the document of this plan."""
    gemaakt = keuring.document
    if gemaakt is None:
        return
    if gemaakt.bezwaar:
        yield Bevinding(Ernst.FOUT, f"van dit plan is geen document te maken: {gemaakt.bezwaar}")
        return
    for vraag in gemaakt.zonder_plaats:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            "het sjabloon heeft geen plaats voor dit antwoord. Het komt niet in het document.",
            vraag,
        )
    for bevinding in _in_document(gemaakt.inhoud):
        zelfde = _OOK_IN_HET_PLAN.get(bevinding.rule_id)
        if zelfde and any(v.ernst is Ernst.WAARSCHUWING for v in zelfde(keuring)):
            continue
        waar, woorden = _vindplaats(keuring, bevinding.plaats)
        yield Bevinding(
            Ernst.FOUT,
            f"in het Word-bestand ({bevinding.plaats}): {bevinding.melding} ({bevinding.rule_id})",
            waar,
            woorden,
        )


def _in_document(inhoud: bytes | FilledPackage) -> list[Bevinding]:
    from uitvoeringsplan.checks import word_rules  # noqa: PLC0415 - lxml is heavy

    if isinstance(inhoud, bytes):
        return word_rules.check_docx(inhoud, "het document")
    return word_rules.check_package(inhoud.package._replace(pad="het document"), inhoud.filled)


def _vindplaats(keuring: Keuring, plaats: str) -> tuple[Vraag | None, str]:
    """Return the answer that the words of a place come from, and those words."""
    bij = _BIJ.search(plaats)
    woorden = " ".join(bij[1].split()) if bij else ""
    if woorden:
        for antwoord in keuring.openbaar:
            if any(woorden in " ".join(regel.split()) for regel in antwoord.lines):
                return antwoord.vraag, woorden
    return None, ""


DOCUMENT_RULES = (
    Rule(
        "word-verouderd",
        "Het Word-bestand ernaast is van nu",
        "Het Word-bestand naast het plan hoort te zijn wat `genereer` nu zou maken. Anders leest"
        " het college een oude versie.",
        Ernst.WAARSCHUWING,
        word_verouderd,
    ),
    Rule(
        "word-bewerkt",
        "Wat in Word is veranderd, staat in het plan",
        "Is het Word-bestand na het maken bewerkt, neem dan eerst over wat collega’s veranderden."
        " Anders gaat hun werk verloren, of loopt het plan achter. Wat buiten de antwoorden staat,"
        " kan niet mee naar het plan; dat moet je zelf bewaren.",
        Ernst.WAARSCHUWING,
        word_bewerkt,
    ),
    Rule(
        "document",
        "Het Word-bestand is in orde en toegankelijk",
        "Het document dat `genereer` nu zou maken, voldoet aan alle regels voor een Word-bestand:"
        " geldig, met echte koppen, lijsten en kopregels, een titel, een taal en genoeg contrast.",
        Ernst.FOUT,
        document,
        Bron(
            "EN 301 549, hoofdstuk 10; WCAG 2.2",
            "https://www.digitoegankelijk.nl/wetgeving",
        ),
    ),
)
