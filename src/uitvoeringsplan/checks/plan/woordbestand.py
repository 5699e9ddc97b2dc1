"""Rules on the Word file that lies beside the plan: it is still what the plan says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.basis import Ernst, Planregel, Vondst, getypt, opsomming

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.basis import Keuring
    from uitvoeringsplan.model.vraag import Vraag

_MEESTE_NAMEN = 5  # questions that a sentence names


def word_verouderd(keuring: Keuring) -> Iterator[Vondst]:
    """Find a Word file that nobody edited and that is not what would be made now."""
    word = keuring.ernaast
    if word is None or word.is_bewerkt or word.is_actueel:
        return
    opnieuw = f"Maak het opnieuw met `uitvoeringsplan genereer {getypt(keuring.naam)}`."
    if word.bezwaar:
        yield Vondst(Ernst.WAARSCHUWING, f"{word.naam} is niet te vergelijken: {word.bezwaar}")
    elif word.anders:
        yield Vondst(
            Ernst.WAARSCHUWING,
            f"{word.naam} is ouder dan het plan: {_namen(word.anders)} {_zijn(word.anders)}"
            f" sindsdien veranderd. {opnieuw}",
        )
    elif word.eigen:
        opties = opsomming([f"--{naam}" for naam in word.eigen])
        yield Vondst(
            Ernst.OPMERKING,
            f"{word.naam} is gemaakt met {opties}. De antwoorden erin zijn die van het plan. Of de"
            " rest nog is zoals ze nu zou worden, is zo niet te zien: geef dezelfde opties aan"
            " `uitvoeringsplan controleer`.",
        )
    elif keuring.document is not None and not keuring.document.bezwaar:
        yield Vondst(
            Ernst.OPMERKING,
            f"{word.naam} zou nu anders worden, al zijn de antwoorden gelijk: het is gemaakt met"
            " andere opties, of het sjabloon, de huisstijl, de vragenlijst of het programma is"
            f" veranderd. {opnieuw}",
        )


def word_bewerkt(keuring: Keuring) -> Iterator[Vondst]:
    """Find a Word file that somebody saved after it was made."""
    word = keuring.ernaast
    if word is None or not word.is_bewerkt:
        return
    erbij = _opmerkingen(word.opmerkingen)
    if word.bezwaar:
        yield Vondst(
            Ernst.WAARSCHUWING,
            f"{word.naam} is hier niet gemaakt of daarna bewerkt, en niet te lezen: {word.bezwaar}",
        )
    elif word.anders or erbij:
        wat = [_namen(word.anders)] if word.anders else []
        yield Vondst(
            Ernst.WAARSCHUWING,
            f"{word.naam} is in Word bewerkt en heeft wat het plan niet heeft:"
            f" {opsomming([*wat, *erbij])}. Neem het over met `uitvoeringsplan inlezen"
            f" {getypt(word.naam)} {getypt(keuring.naam)}`.",
        )
    else:
        yield Vondst(
            Ernst.OPMERKING,
            f"{word.naam} is in Word bewerkt, maar elk antwoord staat al in het plan. Maak het"
            f" opnieuw met `uitvoeringsplan genereer {getypt(keuring.naam)} --overschrijf`.",
        )


def _namen(vragen: tuple[Vraag, ...]) -> str:
    namen = [f"“{vraag.label}”" for vraag in vragen[:_MEESTE_NAMEN]]
    meer = len(vragen) - len(namen)
    return opsomming([*namen, f"nog {meer}"] if meer else namen)


def _zijn(vragen: tuple[Vraag, ...]) -> str:
    return "is" if len(vragen) == 1 else "zijn"


def _opmerkingen(aantal: int) -> list[str]:
    if not aantal:
        return []
    return ["1 opmerking" if aantal == 1 else f"{aantal} opmerkingen"]


WOORDREGELS = (
    Planregel(
        "word-verouderd",
        "Het Word-bestand ernaast is van nu",
        "Het Word-bestand naast het plan hoort te zijn wat `genereer` nu zou maken. Anders leest"
        " het college een oude versie.",
        Ernst.WAARSCHUWING,
        word_verouderd,
    ),
    Planregel(
        "word-bewerkt",
        "Wat in Word is veranderd, staat in het plan",
        "Is het Word-bestand na het maken bewerkt, neem dan eerst over wat collega’s veranderden."
        " Anders gaat hun werk verloren, of loopt het plan achter.",
        Ernst.WAARSCHUWING,
        word_bewerkt,
    ),
)
