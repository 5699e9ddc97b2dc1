"""What a Word file brought, as groups that fit one screen: each with its count, and folded.

A group tells how many it has, whatever is shown of it. What is folded is counted too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.three_way import Oordeel, keep_both
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.reports.changed_sentences import EVERYTHING, ChangedSentences
from uitvoeringsplan.terminal.wrapping import wrap_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from uitvoeringsplan.model.three_way import FixedDifference, ThreeWay

_MARGIN = "    "
_SIZES = (0, 1, 2, 3, 4, 6, 8, 12)  # lines of what one entry holds; first all names have theirs
_ORDINARY = 12  # where there is no screen to fit
_CLASH = "allebei veranderd"
_VERSCHIL = "Word en plan verschillen; wie wat veranderde is niet te zien"
_DOUBT = "twijfel over de tekst in Word"
_FITS_NOT = "Past niet in het plan, dat daar houdt wat er stond"
_COMMENTS = "Open punten uit opmerkingen"
_CLOSED = "Punten die dichtgaan, want in Word afgehandeld"
_LOOK = "Let op"
_OUTSIDE = "Buiten de antwoorden; dit kan niet mee naar het plan"
_MISSING = "Niet gevonden, dus niet nagekeken; het plan houdt zijn tekst"
_KNOWN = "staat al als open punt bij het plan"
_EMPTIED = "leeggemaakt, net als in Word"


class Left(NamedTuple):
    """Something that could not come along: a sentence about it, and the words if it has them.

    `name` is that of its question, with the place in the answer; `brief` what is said on a line of
    its own, if not the sentence. `is_known`: the plan has it as an open point.
    """

    name: str
    message: str
    words: str = ""
    is_known: bool = False
    brief: str = ""


class Entry(NamedTuple):
    """One thing of a group: its name, and what there is to see of it in so many lines."""

    name: str
    lines: Callable[[int], list[str]]


class Group(NamedTuple):
    """Things of one kind, with what they have in common; `is_warning`: somebody has to look."""

    title: str
    entries: tuple[Entry, ...]
    is_warning: bool = False


class Shown(NamedTuple):
    """A group as it is shown."""

    text: str
    is_warning: bool


def answer_groups(
    ways: Sequence[ThreeWay], kolommen: int, *, saved: bool, kleur: bool
) -> list[Group]:
    """Return what becomes of the answers: taken, merged, chosen, and yours to choose."""

    def group(title: str, oordeel: Oordeel, *, is_warning: bool = False) -> Group:
        entries = tuple(
            Entry(_named(way), _changes(way, kolommen, saved=saved, kleur=kleur))
            for way in ways
            if way.oordeel is oordeel and (way.changes or oordeel in _ALSO_UNCHANGED)
        )
        return Group(title, entries, is_warning)

    taken = "Overgenomen uit Word" if saved else "Wordt overgenomen uit Word"
    merged = "Samengevoegd uit Word en het plan" if saved else "Wordt samengevoegd"
    return [
        group(taken, Oordeel.OVERGENOMEN),
        group(merged, Oordeel.SAMENGEVOEGD),
        group("Door jou gekozen", Oordeel.GEKOZEN),
        group("Zelf te kiezen", Oordeel.BOTSING),
    ]


_ALSO_UNCHANGED = (Oordeel.GEKOZEN, Oordeel.BOTSING)


def punt_groups(
    added: Iterable[tuple[str, str]], closed: Iterable[tuple[str, str]], kolommen: int
) -> list[Group]:
    """Return the open points that comments make, and those that were settled in Word.

    Each has the label of its question and its text.
    """

    def group(title: str, punten: Iterable[tuple[str, str]]) -> Group:
        told = (Left(label or "Het hele plan", one_line(text)) for label, text in punten)
        return Group(title, tuple(_told(one, kolommen) for one in told))

    return [group(_COMMENTS, added), group(_CLOSED, closed)]


def warning_groups(
    refused: Iterable[Left],
    doubts: Iterable[Left],
    differences: Iterable[Left],
    missing: Iterable[str],
    kolommen: int,
) -> list[Group]:
    """Return what could not come along, stands outside the answers, or was not found.

    `missing` are the labels of questions.
    """

    def group(title: str, entries: Iterable[Entry]) -> Group:
        return Group(title, tuple(entries), is_warning=True)

    return [
        group(_FITS_NOT, (_refused(one, kolommen) for one in refused)),
        group(_LOOK, (_told(one, kolommen) for one in doubts)),
        group(_OUTSIDE, (_told(one, kolommen) for one in differences)),
        group(_MISSING, (Entry(label, lambda _: []) for label in missing)),
    ]


def outside(one: FixedDifference, *, is_known: bool) -> Left:
    """Return what is said of something outside the answers."""
    brief = f"{one.where} ({one.change.value}): “{one.words}”" if one.where and one.words else ""
    return Left("", one.message, one.words, is_known, brief)


def show_groups(
    groups: Iterable[Group], kolommen: int, rows: int | None, *, everything: bool = False
) -> list[Shown]:
    """Return the groups that have anything, in no more than `rows` lines together when that can be.

    Of every group at least one is shown. Without `rows` every entry is there, and with `everything`
    every word.
    """
    there = [group for group in groups if group.entries]
    if everything or rows is None:
        most = EVERYTHING if everything else _ORDINARY
        return [_show(group, len(group.entries), most, kolommen) for group in there]
    # A group shows more in turn: of one thing its name, then its words, then of the next.
    states = [(1, _SIZES[0]) for _ in there]
    shown = [_show(group, *state, kolommen) for group, state in zip(there, states, strict=True)]
    growing = set(range(len(there)))
    while growing:
        for place in sorted(growing):
            count, size = states[place]
            if count < len(there[place].entries) and size == _SIZES[1]:
                count += 1
            elif size != _SIZES[-1]:
                size = _SIZES[_SIZES.index(size) + 1]
            else:
                growing.remove(place)
                continue
            more = _show(there[place], count, size, kolommen)
            if sum(map(_height, shown)) - _height(shown[place]) + _height(more) > rows:
                growing.remove(place)
            else:
                states[place], shown[place] = (count, size), more
    return shown


def is_heel(groups: Iterable[Group], shown: Sequence[Shown], kolommen: int) -> bool:
    """Whether everything of the groups is shown."""
    return [*shown] == show_groups(groups, kolommen, None, everything=True)


def _height(shown: Shown) -> int:
    return shown.text.count("\n") + 1


def _show(group: Group, count: int, most: int, kolommen: int) -> Shown:
    """Return a group with this many of its entries, and how many there are more."""
    lines = [wrap_text(f"{group.title} ({len(group.entries)}):", kolommen)]
    for entry in group.entries[:count]:
        found = entry.lines(most)
        if entry.name:
            lines.append(wrap_text(f"- {entry.name}", kolommen, "  "))
            lines += found
        else:
            first, *rest = found
            lines += (f"  - {first.lstrip()}", *rest)
    left = len(group.entries) - count
    if left:
        lines.append(f"  en nog {left}")
    return Shown("\n".join(lines), group.is_warning)


def _named(way: ThreeWay) -> str:
    name = f"{way.vraag.label} ({way.vraag.id})"
    if way.oordeel is Oordeel.BOTSING:
        if not way.is_certain:
            return f"{name}: {_DOUBT}"
        return f"{name}: {_CLASH if way.is_marked else _VERSCHIL}"
    if way.oordeel is Oordeel.GEKOZEN:
        keuzes = {
            **dict.fromkeys(way.otherwise, "een andere tekst uit Word"),
            keep_both(way.vraag, way.plan, way.word): "beide, onder elkaar",
            way.plan: "de tekst van het plan",
            way.word: "de tekst uit Word",
        }
        return f"{name}: {keuzes.get(way.text, 'een nieuwe tekst')}"
    return name if way.text else f"{name}: {_EMPTIED}"


def _changes(
    way: ThreeWay, kolommen: int, *, saved: bool, kleur: bool
) -> Callable[[int], list[str]]:
    """Return what shows the words of an answer that go and come."""
    if way.oordeel is Oordeel.SAMENGEVOEGD:
        parts = [
            ("Uit Word kwam:", way.plan, way.text),
            ("Uit het plan bleef:", way.word, way.text),
        ]
    elif way.oordeel is not Oordeel.BOTSING:
        parts = [("", way.plan, way.text)]
    elif way.basis:
        parts = [("In Word:", way.basis, way.word), ("In het plan:", way.basis, way.plan)]
    else:
        parts = [("Van het plan naar Word:", way.plan, way.word)]
    found = [
        (title, ChangedSentences(way.vraag, old, new)) for title, old, new in parts if old != new
    ]

    def lines(most: int) -> list[str]:
        if way.oordeel is Oordeel.SAMENGEVOEGD:
            # Nobody has read what was put together, so the result is shown where it fits.
            whole = wrap_text(way.text, kolommen, f"{_MARGIN}  ").split("\n")
            if len(whole) < most:
                title = "Zo staat het er nu:" if saved else "Zo komt het er te staan:"
                return [f"{_MARGIN}{title}", *whole]
        if most < 2 * len(found) + 1:
            shown = found[:most] if most < len(found) else found
            return [
                sentences.line(kolommen, f"{title} " if title else "", margin=_MARGIN, kleur=kleur)
                for title, sentences in shown
            ]
        result = []
        share = max(1, most // max(1, len(found)) - (len(found) > 1))
        for title, sentences in found:
            margin = f"{_MARGIN}  " if title else _MARGIN
            result += [f"{_MARGIN}{title}"] if title else []
            result += sentences.lines(kolommen, share, margin=margin, kleur=kleur)
        if way.otherwise and way.oordeel is Oordeel.BOTSING:
            count = len(way.otherwise)
            texts = "een andere tekst" if count == 1 else f"{count} andere teksten"
            result.append(f"{_MARGIN}In Word staat ook {texts}.")
        return result

    return lines


def _told(one: Left, kolommen: int) -> Entry:
    """Return something that a sentence tells; all of its words only where everything is wanted."""
    whole = [one.words] if one.words and one.words not in one.message else []

    def lines(most: int) -> list[str]:
        said = one.brief if one.brief and most <= 1 else one.message
        sentence = f"{said} ({_KNOWN})" if one.is_known else said
        return _cut([sentence, *(whole if most >= EVERYTHING else ())], kolommen, most)

    return Entry(one.name, lines)


def _refused(one: Left, kolommen: int) -> Entry:
    reason = f"{one.message[:1].upper()}{one.message[1:]}"

    def lines(most: int) -> list[str]:
        return _cut([f"In Word staat: {one.words or '(leeg)'}", reason], kolommen, most)

    return Entry(f"{one.name} ({_KNOWN})" if one.is_known else one.name, lines)


def _cut(sentences: Iterable[str], kolommen: int, most: int) -> list[str]:
    """Return sentences in lines, each in its share of them; what is cut ends in an ellipsis."""
    sentences = list(sentences)
    share = max(1, most // len(sentences))
    result: list[str] = []
    for text in sentences[: max(1, most)]:
        lines = wrap_text(text, kolommen, _MARGIN).split("\n")
        if len(lines) > share:
            lines = lines[:share]
            last = lines[-1]
            lines[-1] = f"{last if len(last) <= kolommen - 2 else last.rpartition(' ')[0]} …"
        result += lines
    return result
