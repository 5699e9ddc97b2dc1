"""What `inlezen` reports, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TabelError
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.model.plan_differences import compare_antwoord
from uitvoeringsplan.model.three_way import Oordeel, keep_both
from uitvoeringsplan.named_tuple import NamedTuple
from uitvoeringsplan.terminal.reports.changes import change_lines, legend
from uitvoeringsplan.terminal.wrapping import with_path, wrap_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from uitvoeringsplan.model.three_way import ThreeWay, VasteTekst

# Per verdict: what will happen as long as nothing is saved, and what has happened then.
_WHAT = {
    Oordeel.OVERGENOMEN: ("wordt overgenomen uit Word", "overgenomen uit Word"),
    Oordeel.SAMENGEVOEGD: (
        "wordt samengevoegd: Word en het plan veranderden andere zinnen",
        "samengevoegd: Word en het plan veranderden andere zinnen",
    ),
}
_EMPTY = ("wordt leeggemaakt, net als in Word", "leeggemaakt, net als in Word")
_CLASH = "botsing: Word en het plan zijn allebei veranderd"
_VERSCHIL = "botsing: Word en het plan verschillen; wie wat veranderde is niet te zien"
_DOUBT = "twijfel: kijk of de tekst uit Word klopt"
_INDENT = " " * 6
_DOES_NOT_FIT = "botsing: dit past niet in het plan"
_MOST = 20  # sentences about what stands outside the answers
_MOST_SIGNS = 1_000  # of words that do not fit
FIXED_UNKNOWN = (
    "of de tekst buiten de antwoorden is veranderd, is niet te zien: dit bestand is met een oudere"
    " versie gemaakt, of een ander programma liet de kenmerken weg. Kijk zelf."
)
_SHORT = 12  # lines of two or three texts that are read faster than what changed in them


class PointCounts(NamedTuple):
    """What became of the comments: points that came, and those that were settled in Word."""

    new: int = 0
    closed: int = 0


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


def answer_lines(ways: Iterable[ThreeWay], kolommen: int, *, saved: bool) -> list[str]:
    """Return what becomes of every answer that is not as it was, or became once it is saved.

    Of what was put together from two versions the result is shown: nobody has read it yet.
    """
    result = []
    for way in ways:
        if what := _what(way, saved=saved):
            result.append(
                wrap_text(f"- {way.vraag.label} ({way.vraag.id}): {what}", kolommen, "  ")
            )
            if way.oordeel is Oordeel.SAMENGEVOEGD:
                result.append(_merged(way, kolommen, saved=saved))
    if explanation := legend(result, kleur=False):
        result.insert(0, explanation)
    return result


def _merged(way: ThreeWay, kolommen: int, *, saved: bool) -> str:
    """Return an answer that was put together; of a long one what came from either side."""
    text = wrap_text(way.text, kolommen, _INDENT)
    if text.count("\n") < _SHORT:
        return f"    {'Zo staat het er nu:' if saved else 'Zo komt het er te staan:'}\n{text}\n"
    parts = []
    for titel, old in (("Uit Word kwam:", way.plan), ("Uit het plan bleef:", way.word)):
        found = change_lines(compare_antwoord(way.vraag, old, way.text), kleur=False)
        parts += [f"    {titel}", *(f"    {line}" for line in found)]
    return "\n".join((*parts, ""))


def _what(way: ThreeWay, *, saved: bool) -> str:
    if way.oordeel is Oordeel.BOTSING:
        if not way.is_certain:
            return _DOUBT
        return _CLASH if way.is_marked else _VERSCHIL
    if way.oordeel is Oordeel.GEKOZEN:
        keuzes = {
            **dict.fromkeys(way.otherwise, "een andere tekst uit Word"),
            keep_both(way.vraag, way.plan, way.word): "beide, onder elkaar",
            way.plan: "de tekst van het plan",
            way.word: "de tekst uit Word",
        }
        return f"gekozen: {keuzes.get(way.text, 'een nieuwe tekst')}"
    if way.oordeel not in _WHAT or not way.changes:
        return ""
    return (_WHAT[way.oordeel] if way.text else _EMPTY)[saved]


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
            "Wat buiten de antwoorden staat, kan niet mee naar het plan. Bewaar dit bestand, of zet"
            " de tekst in een antwoord of in het sjabloon.",
            kolommen,
            "  ",
        ),
    ]


def _told(fixed: VasteTekst) -> list[str]:
    """Return the sentences about what differs; of very many the first, and how many there are."""
    sentences = [one.message for one in fixed.verschillen]
    if len(sentences) > _MOST:
        left = len(sentences) - _MOST + 1
        sentences[_MOST - 1 :] = [f"Op nog {left} plaatsen is het document anders."]
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
        _count(punten.new, "open punt", "open punten", "erbij"),
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


def refused(label: str, place: str, words: str, message: str, kolommen: int) -> str:
    """Return words from Word that the plan cannot hold, with where they stand and why."""
    over = len(words) - _MOST_SIGNS
    if over > 0:
        words = f"{words[:_MOST_SIGNS].rstrip()}… (en nog {over} tekens)"
    where = f"{label}, {place}" if place else label
    return "\n".join(
        (
            wrap_text(f"- {where}: {_DOES_NOT_FIT}", kolommen, "  "),
            wrap_text(f"In Word staat: {words or '(leeg)'}", kolommen, "    "),
            wrap_text(f"{message[:1].upper()}{message[1:]}", kolommen, "    "),
        )
    )


def about_refused(count: int, kolommen: int) -> str:
    """Return what to do about words that the plan cannot hold."""
    what = "1 stuk" if count == 1 else f"{count} stukken"
    staat = "staat" if count == 1 else "staan"
    return wrap_text(
        f"{what} uit Word {staat} niet in het plan, omdat het daar niet past. Het plan houdt daar"
        " wat er stond. Pas het in Word aan en lees het opnieuw in, of zet het goed in het plan.",
        kolommen,
    )


def _count(count: int, one: str, more: str, what: str) -> str:
    return f"{count} {one if count == 1 else more} {what}" if count else ""
