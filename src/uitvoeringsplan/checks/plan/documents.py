"""Rules on the documents of a plan: the one beside it is of now, and what comes of it is sound."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.checks.plan.keuring import listed
from uitvoeringsplan.checks.plan.links import link_text
from uitvoeringsplan.model.bevinding import Bevinding, Bron, Ernst, Rule
from uitvoeringsplan.model.cleaning import typed_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.checks.plan.keuring import FileBeside, Keuring
    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.word.filling.filling import FilledPackage

#: What a rule over the plan finds too, at the place where the user can mend it.
_ALSO_IN_PLAN = {"nietszeggende-link": link_text}
_BIJ = re.compile(r"bij “(.*?)…?”$", re.DOTALL)
_MOST_NAMES = 5  # questions that a sentence names


def become_outdated(keuring: Keuring) -> Iterator[Bevinding]:
    """Find a Word file that nobody edited and that is not what would be made now."""
    word = keuring.beside
    if word is None or word.is_edited or word.is_current:
        return
    again = f"Maak het opnieuw met `{_make_again(keuring, word)}`."
    if word.objection:
        yield Bevinding(Ernst.WAARSCHUWING, f"{word.name} is niet te vergelijken: {word.objection}")
    elif word.otherwise:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.name} is ouder dan het plan: {_names(word.otherwise)} {_zijn(word.otherwise)}"
            f" sindsdien veranderd. {again}{_added(word)}",
        )
    elif word.own:
        options = listed([f"--{name}" for name in word.own])
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.name} is gemaakt met {options}. De antwoorden erin zijn die van het plan. Of de"
            " rest nog is zoals ze nu zou worden, is zo niet te zien: geef dezelfde opties aan"
            " `uitvoeringsplan controleer`.",
        )
    elif keuring.document is not None and not keuring.document.objection:
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.name} zou nu anders worden, al zijn de antwoorden gelijk: het is gemaakt met"
            " andere opties, of het sjabloon, de huisstijl, de vragenlijst of het programma is"
            f" veranderd. {again}",
        )


def become_edited(keuring: Keuring) -> Iterator[Bevinding]:
    """Find a Word file that somebody saved after it was made."""
    word = keuring.beside
    if word is None or not word.is_edited:
        return
    if word.objection:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.name} is hier niet gemaakt of daarna bewerkt, en niet te lezen:"
            f" {word.objection}",
        )
        return
    if word.foreign:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.name} lijkt van een ander plan. {' '.join(word.foreign)} Geef het een andere"
            " naam, of zet het bij zijn eigen plan.",
        )
        return
    what = [_names(word.otherwise)] if word.otherwise else []
    what += [*_comments(word.comments, ""), *_comments(word.handled, "afgehandelde ")]
    if what:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.name} is in Word bewerkt en heeft wat het plan niet heeft:"
            f" {listed(what)}. Neem het over met"
            f" `{typed_command('inlezen', word.name, keuring.name)}`.",
        )
    yield from _not_in_plan(keuring, word)
    if not (what or word.doubts or word.outside) and word.is_checked:
        rest = "de vaste tekst is zoals die was"
        if word.kept:
            rest = "wat niet mee kon, staat als open punt bij het plan"
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.name} is in Word bewaard, maar elk antwoord staat al in het plan en {rest}."
            f" Maak het opnieuw met `{_make_again(keuring, word, '--overschrijf')}`."
            f"{' Wat er stond blijft dan ernaast staan.' if word.kept else ''}",
        )


def _not_in_plan(keuring: Keuring, word: FileBeside) -> Iterator[Bevinding]:
    """Find what no plan has a place for, so that making the file anew would lose it."""
    for doubt in word.doubts[:_MOST_NAMES]:
        yield Bevinding(Ernst.WAARSCHUWING, f"{word.name}: {doubt}")
    if word.outside:
        named = " ".join(word.outside[:_MOST_NAMES])
        rest = len(word.outside) - _MOST_NAMES
        everything = typed_command("inlezen", word.name, keuring.name, "--proef", "--alles")
        more = f" En nog {rest}; `{everything}` noemt alles." if rest > 0 else ""
        yield Bevinding(
            Ernst.WAARSCHUWING,
            f"{word.name} is buiten de antwoorden veranderd. {named}{more} Dat kan niet mee naar"
            f" het plan. `{typed_command('inlezen', word.name, keuring.name, '--als-punten')}`"
            " bewaart het als open punten.",
        )
    elif not word.is_checked:
        yield Bevinding(
            Ernst.OPMERKING,
            f"{word.name} is in Word bewerkt. Of de tekst buiten de antwoorden is veranderd, is"
            " niet te zien: het is met een oudere versie gemaakt, of een ander programma liet de"
            " kenmerken weg. Bewaar het onder een andere naam voordat je het opnieuw maakt.",
        )


def _make_again(keuring: Keuring, word: FileBeside, *words: str) -> str:
    """Return the command that makes a file again as it was made: with the options that it names."""
    return typed_command("genereer", keuring.name, *word.options, *words)


def _added(word: FileBeside) -> str:
    """Return which options belong in that command too; whose files those are, nobody wrote down."""
    if not word.own:
        return ""
    return f" Geef er ook {listed([f'--{name}' for name in word.own])} bij, net als toen."


def _names(vragen: tuple[Vraag, ...]) -> str:
    names = [f"“{vraag.label}”" for vraag in vragen[:_MOST_NAMES]]
    more = len(vragen) - len(names)
    return listed([*names, f"nog {more}"] if more else names)


def _zijn(vragen: tuple[Vraag, ...]) -> str:
    return "is" if len(vragen) == 1 else "zijn"


def _comments(count: int, kind: str) -> list[str]:
    if not count:
        return []
    return [f"1 {kind}opmerking" if count == 1 else f"{count} {kind}opmerkingen"]


def document(keuring: Keuring) -> Iterator[Bevinding]:
    """Find what the rules over a Word file find in the document of this plan."""
    made = keuring.document
    if made is None:
        return
    if made.objection:
        yield Bevinding(Ernst.FOUT, f"van dit plan is geen document te maken: {made.objection}")
        return
    for vraag in made.without_place:
        yield Bevinding(
            Ernst.WAARSCHUWING,
            "het sjabloon heeft geen plaats voor dit antwoord. Het komt niet in het document.",
            vraag,
        )
    for bevinding in _in_document(made.content):
        same = _ALSO_IN_PLAN.get(bevinding.rule_id)
        if same and any(v.ernst is Ernst.WAARSCHUWING for v in same(keuring)):
            continue
        where, words = _vindplaats(keuring, bevinding.place)
        yield Bevinding(
            Ernst.FOUT,
            f"in het Word-bestand ({bevinding.place}): {bevinding.message} ({bevinding.rule_id})",
            where,
            words,
        )


def _in_document(content: bytes | FilledPackage) -> list[Bevinding]:
    from uitvoeringsplan.checks import word_rules  # noqa: PLC0415 - lxml is heavy

    if isinstance(content, bytes):
        return word_rules.check_docx(content, "het document")
    return word_rules.check_package(content.package._replace(path="het document"), content.filled)


def _vindplaats(keuring: Keuring, place: str) -> tuple[Vraag | None, str]:
    """Return the answer that the words of a place come from, and those words."""
    bij = _BIJ.search(place)
    words = " ".join(bij[1].split()) if bij else ""
    if words:
        for antwoord in keuring.public:
            if any(words in " ".join(line.split()) for line in antwoord.lines):
                return antwoord.vraag, words
    return None, ""


DOCUMENT_RULES = (
    Rule(
        "word-verouderd",
        "Het Word-bestand ernaast is van nu",
        "Het Word-bestand naast het plan hoort te zijn wat `genereer` nu zou maken. Anders leest"
        " het college een oude versie.",
        Ernst.WAARSCHUWING,
        become_outdated,
    ),
    Rule(
        "word-bewerkt",
        "Wat in Word is veranderd, staat in het plan",
        "Is het Word-bestand na het maken bewerkt, neem dan eerst over wat collega’s veranderden."
        " Anders gaat hun werk verloren, of loopt het plan achter. Wat buiten de antwoorden staat,"
        " kan niet mee naar het plan; dat moet je zelf bewaren.",
        Ernst.WAARSCHUWING,
        become_edited,
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
