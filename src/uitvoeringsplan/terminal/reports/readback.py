"""What `inlezen` reports, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.three_way import Oordeel
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.reports.changes import change_lines, legend
from uitvoeringsplan.terminal.wrapping import with_path, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.model.three_way import ThreeWay, VasteTekst

_MOST = 20  # sentences about what stands outside the answers
FIXED_UNKNOWN = (
    "of de tekst buiten de antwoorden is veranderd, is niet te zien: dit bestand is met een oudere"
    " versie gemaakt, of een ander programma liet de kenmerken weg. Kijk zelf."
)
# What was taken over is nothing new the next time that somebody reads the same file.
SEE_ALL = (
    "Met --alles zie je alles heel.",
    "Niet alles staat hier heel; met --alles erbij wel, een volgende keer.",
)
#: The same where there is no room for the reason.
FIXED_UNKNOWN_SHORT = "wat buiten de antwoorden veranderde, is hier niet te zien. Kijk zelf."
_SHORT = 12  # lines of two or three texts that are read faster than what changed in them


class PointCounts(NamedTuple):
    """What became of the points: those that comments made, were settled, or keep something."""

    new: int = 0
    closed: int = 0
    kept: int = 0


class ShownClash(NamedTuple):
    """A clash as it is shown; `is_heel` tells whether that is all of the texts."""

    text: str
    is_heel: bool


def heading(word: Path, kolommen: int, *, has_wijzigingen: bool, assumed: bool) -> str:
    """Return the line that starts the report on a file."""
    if not has_wijzigingen:
        return f"{word}"
    counts = "aangenomen" if assumed else "verworpen"
    otherwise = " Met --zonder-wijzigingen tellen ze als verworpen." if assumed else ""
    zin = (
        f"In dit bestand staan nog bijgehouden wijzigingen open. Ze tellen hier als"
        f" {counts}.{otherwise}"
    )
    return f"{word}\n{wrap_text(zin, kolommen)}"


def before_choosing(count: int, kolommen: int) -> str:
    """Return what is said before the user chooses about clashes."""
    what = "1 antwoord" if count == 1 else f"{count} antwoorden"
    zin = (
        f"Bij {what} moet je zelf kiezen tussen Word en het plan. Met Ctrl+C stop je; dan"
        " verandert er niets."
    )
    return wrap_text(zin, kolommen)


def render_clash(way: ThreeWay, kolommen: int, *, kleur: bool, heel: bool = False) -> ShownClash:
    """Return a clash: the texts below each other, and of long ones only what changed.

    `heel` always gives the texts.
    """
    name = wrap_text(f"{way.vraag.label} ({way.vraag.id})", kolommen)
    texts = [("In het plan staat:", way.plan), ("In Word staat:", way.word)]
    texts += [("In Word staat ook:", text) for text in way.otherwise]
    if way.basis:
        texts.insert(0, ("Het was:", way.basis))
    if not heel and not way.otherwise and _is_long([text for _, text in texts], kolommen):
        otherwise = _changed_texts(way, kleur=kleur)
        if otherwise:
            explanation = legend((text for _, text in otherwise), kleur=kleur)
            return ShownClash(_below(f"{name}\n\n{explanation}", otherwise), is_heel=False)
    parts = [(titel, wrap_text(text or "(leeg)", kolommen, "  ")) for titel, text in texts]
    return ShownClash(_below(name, parts), is_heel=True)


def _is_long(texts: list[str], kolommen: int) -> bool:
    """Whether these texts take more lines than a reader wants to see; long ones are not folded."""
    if sum(text.count("\n") + 1 for text in texts) > _SHORT:
        return True
    return sum(wrap_text(text, kolommen, "  ").count("\n") + 1 for text in texts) > _SHORT


def _changed_texts(way: ThreeWay, *, kleur: bool) -> list[tuple[str, str]]:
    """Return what changed on both sides; nothing when that cannot be told."""
    if way.basis:
        pairs = [
            ("Veranderd in het plan:", way.basis, way.plan),
            ("Veranderd in Word:", way.basis, way.word),
        ]
    else:
        pairs = [("Van het plan naar Word:", way.plan, way.word)]
    result = []
    for titel, old, new in pairs:
        try:
            found = change_lines(compare_antwoord(way.vraag, old, new), kleur=kleur)
        except TabelError:  # an old table, of other columns
            return []
        if not found:
            return []
        result.append((titel, "\n".join(found)))
    return result


def _below(name: str, parts: Iterable[tuple[str, str]]) -> str:
    return "\n".join([name, *(f"\n{titel}\n{text}" for titel, text in parts)]) + "\n"


def other_plan(word: Path, plan: Path, reasons: Iterable[str], kolommen: int) -> str:
    """Return why a Word file seems to be of another plan."""
    zin = f"{word} lijkt niet bij {plan} te horen."
    return "\n".join(
        [
            wrap_text(zin, kolommen),
            *(wrap_text(f"- {reason}", kolommen, "  ") for reason in reasons),
        ]
    )


def outside_answers(fixed: VasteTekst, kolommen: int) -> list[str]:
    """Return what is told of the text that is no answer; nothing when it is as it was made."""
    if not fixed.is_known:
        return [wrap_text(f"Let op: {FIXED_UNKNOWN}", kolommen, "  ")]
    if not fixed.verschillen:
        return []
    return [
        *(wrap_text(f"Let op: {zin}", kolommen, "  ") for zin in _told(fixed)),
        wrap_text(
            "Wat buiten de antwoorden staat, kan niet mee naar het plan. Met `inlezen` kun je het"
            " als open punt bij het plan bewaren.",
            kolommen,
            "  ",
        ),
    ]


def _told(fixed: VasteTekst) -> list[str]:
    """Return the sentences about what differs; of very many the first, and how many there are."""
    sentences = [one.message for one in fixed.verschillen]
    if len(sentences) > _MOST:
        left = len(sentences) - _MOST + 1
        sentences[_MOST - 1 :] = [
            f"Op nog {left} plaatsen is het document anders; `inlezen --proef --alles` noemt ze."
        ]
    return sentences


def last_line(
    ways: Iterable[ThreeWay],
    punten: PointCounts,
    plan: Path,
    *,
    saved: bool,
    otherwise_equal: bool,
    refused: int = 0,
) -> str:
    """Return the last line: what was written, or would be; nothing new only when all was taken.

    `otherwise_equal` tells that everything else in the document was looked at, and is as it was.
    """
    ways = list(ways)
    parts = (
        _count(sum(way.changes for way in ways), "antwoord", "antwoorden", "bijgewerkt"),
        _count(punten.new + punten.kept, "open punt", "open punten", "erbij"),
        _count(punten.closed, "punt", "punten", "gesloten"),
    )
    zin = ", ".join(filter(None, parts))
    if not zin:
        if refused or any(way.oordeel is Oordeel.GEKOZEN for way in ways):
            return f"{plan} blijft zoals het was."
        if not otherwise_equal:
            return f"Geen antwoord verandert in {plan}. Lees wel wat hierboven staat."
        return f"Er is niets nieuws voor {plan}."
    if not saved:
        return f"Zonder --proef wordt dit in {plan}: {zin}. Er is niets bewaard."
    return f"{plan}: {zin}."


def choose_later(word: Path, plan: Path, extra: Iterable[str], kolommen: int) -> str:
    """Return where the user can choose; `extra` are the options that belong to this file."""
    zin = (
        "Van dit bestand is nog niets overgenomen. Maak het plan en Word eerst gelijk, of kies per"
        " vraag. Dat kan in een terminal met:"
    )
    return with_path(zin, typed_command("inlezen", word, plan, *extra), kolommen)


def about_keeping(kolommen: int, *, trial: bool) -> str:
    """Return how what could not come along can be kept."""
    when = (
        "Zonder --proef vraagt het programma" if trial else "In een terminal vraagt het programma"
    )
    zin = (
        f"{when} of je wat niet mee kan als open punt wilt bewaren. Met --als-punten gebeurt dat"
        " zonder te vragen."
    )
    return wrap_text(zin, kolommen)


def kept_line(plan: Path, count: int, kolommen: int) -> str:
    """Return how many things were kept as open points, and how to read them."""
    if not count:
        return "Er is niets als open punt bewaard."
    zin = f"{plan}: {_count(count, 'open punt', 'open punten', 'erbij')}. Je leest ze met:"
    return with_path(zin, typed_command("punt", plan), kolommen)


def _count(count: int, one: str, more: str, what: str) -> str:
    return f"{count} {one if count == 1 else more} {what}" if count else ""
