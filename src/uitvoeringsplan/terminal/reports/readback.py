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
_WAT = {
    Oordeel.OVERGENOMEN: ("wordt overgenomen uit Word", "overgenomen uit Word"),
    Oordeel.SAMENGEVOEGD: (
        "wordt samengevoegd: Word en het plan veranderden andere zinnen",
        "samengevoegd: Word en het plan veranderden andere zinnen",
    ),
}
_LEEG = ("wordt leeggemaakt, net als in Word", "leeggemaakt, net als in Word")
_BOTSING = "botsing: Word en het plan zijn allebei veranderd"
_VERSCHIL = "botsing: Word en het plan verschillen; wie wat veranderde is niet te zien"
_TWIJFEL = "twijfel: kijk of de tekst uit Word klopt"
_INDENT = " " * 6
_PAST_NIET = "botsing: dit past niet in het plan"
_MOST_SIGNS = 1_000  # of words that do not fit
FIXED_UNKNOWN = (
    "of de tekst buiten de antwoorden is veranderd, is niet te zien: dit bestand is met een oudere"
    " versie gemaakt, of een ander programma liet de kenmerken weg. Kijk zelf."
)
_KORT = 12  # lines of two or three texts that are read faster than what changed in them


class PointCounts(NamedTuple):
    """What became of the comments: points that came, and those that were settled in Word."""

    nieuw: int = 0
    gesloten: int = 0


class ShownClash(NamedTuple):
    """A clash as it is shown; `is_heel` tells whether that is all of the texts."""

    tekst: str
    is_heel: bool


def heading(word: Path, kolommen: int, *, heeft_wijzigingen: bool, aangenomen: bool) -> str:
    """Return the line that starts the report on a file."""
    if not heeft_wijzigingen:
        return f"{word}"
    telt = "aangenomen" if aangenomen else "verworpen"
    anders = " Met --zonder-wijzigingen tellen ze als verworpen." if aangenomen else ""
    zin = (
        f"In dit bestand staan nog bijgehouden wijzigingen open. Ze tellen hier als {telt}.{anders}"
    )
    return f"{word}\n{wrap_text(zin, kolommen)}"


def before_choosing(aantal: int, kolommen: int) -> str:
    """Return what is said before the user chooses about clashes."""
    wat = "1 antwoord" if aantal == 1 else f"{aantal} antwoorden"
    zin = (
        f"Bij {wat} moet je zelf kiezen tussen Word en het plan. Met Ctrl+C stop je; dan"
        " verandert er niets."
    )
    return wrap_text(zin, kolommen)


def answer_lines(wegen: Iterable[ThreeWay], kolommen: int, *, bewaard: bool) -> list[str]:
    """Return what becomes of every answer that is not as it was, or became once it is saved.

    Of what was put together from two versions the result is shown: nobody has read it yet.
    """
    uit = []
    for weg in wegen:
        if wat := _wat(weg, bewaard=bewaard):
            uit.append(wrap_text(f"- {weg.vraag.label} ({weg.vraag.id}): {wat}", kolommen, "  "))
            if weg.oordeel is Oordeel.SAMENGEVOEGD:
                uit.append(_merged(weg, kolommen, bewaard=bewaard))
    if uitleg := legend(uit, kleur=False):
        uit.insert(0, uitleg)
    return uit


def _merged(weg: ThreeWay, kolommen: int, *, bewaard: bool) -> str:
    """Return an answer that was put together; of a long one what came from either side."""
    tekst = wrap_text(weg.tekst, kolommen, _INDENT)
    if tekst.count("\n") < _KORT:
        return f"    {'Zo staat het er nu:' if bewaard else 'Zo komt het er te staan:'}\n{tekst}\n"
    delen = []
    for titel, oud in (("Uit Word kwam:", weg.plan), ("Uit het plan bleef:", weg.word)):
        gevonden = change_lines(compare_antwoord(weg.vraag, oud, weg.tekst), kleur=False)
        delen += [f"    {titel}", *(f"    {regel}" for regel in gevonden)]
    return "\n".join((*delen, ""))


def _wat(weg: ThreeWay, *, bewaard: bool) -> str:
    if weg.oordeel is Oordeel.BOTSING:
        if not weg.is_zeker:
            return _TWIJFEL
        return _BOTSING if weg.is_gemerkt else _VERSCHIL
    if weg.oordeel is Oordeel.GEKOZEN:
        keuzes = {
            **dict.fromkeys(weg.anders, "een andere tekst uit Word"),
            keep_both(weg.vraag, weg.plan, weg.word): "beide, onder elkaar",
            weg.plan: "de tekst van het plan",
            weg.word: "de tekst uit Word",
        }
        return f"gekozen: {keuzes.get(weg.tekst, 'een nieuwe tekst')}"
    if weg.oordeel not in _WAT or not weg.changes:
        return ""
    return (_WAT[weg.oordeel] if weg.tekst else _LEEG)[bewaard]


def render_clash(weg: ThreeWay, kolommen: int, *, kleur: bool, heel: bool = False) -> ShownClash:
    """Return a clash: the texts below each other, and of long ones only what changed.

    `heel` always gives the texts.
    """
    naam = wrap_text(f"{weg.vraag.label} ({weg.vraag.id})", kolommen)
    teksten = [("In het plan staat:", weg.plan), ("In Word staat:", weg.word)]
    teksten += [("In Word staat ook:", tekst) for tekst in weg.anders]
    if weg.basis:
        teksten.insert(0, ("Het was:", weg.basis))
    if not heel and not weg.anders and _is_long([tekst for _, tekst in teksten], kolommen):
        anders = _changed_texts(weg, kleur=kleur)
        if anders:
            uitleg = legend((tekst for _, tekst in anders), kleur=kleur)
            return ShownClash(_onder(f"{naam}\n\n{uitleg}", anders), is_heel=False)
    delen = [(titel, wrap_text(tekst or "(leeg)", kolommen, "  ")) for titel, tekst in teksten]
    return ShownClash(_onder(naam, delen), is_heel=True)


def _is_long(teksten: list[str], kolommen: int) -> bool:
    """Whether these texts take more lines than a reader wants to see; long ones are not folded."""
    if sum(tekst.count("\n") + 1 for tekst in teksten) > _KORT:
        return True
    return sum(wrap_text(tekst, kolommen, "  ").count("\n") + 1 for tekst in teksten) > _KORT


def _changed_texts(weg: ThreeWay, *, kleur: bool) -> list[tuple[str, str]]:
    """Return what changed on both sides; nothing when that cannot be told."""
    if weg.basis:
        paren = [
            ("Veranderd in het plan:", weg.basis, weg.plan),
            ("Veranderd in Word:", weg.basis, weg.word),
        ]
    else:
        paren = [("Van het plan naar Word:", weg.plan, weg.word)]
    uit = []
    for titel, oud, nieuw in paren:
        try:
            gevonden = change_lines(compare_antwoord(weg.vraag, oud, nieuw), kleur=kleur)
        except TabelError:  # an old table, of other columns
            return []
        if not gevonden:
            return []
        uit.append((titel, "\n".join(gevonden)))
    return uit


def _onder(naam: str, delen: Iterable[tuple[str, str]]) -> str:
    return "\n".join([naam, *(f"\n{titel}\n{tekst}" for titel, tekst in delen)]) + "\n"


def other_plan(word: Path, plan: Path, redenen: Iterable[str], kolommen: int) -> str:
    """Return why a Word file seems to be of another plan."""
    zin = f"{word} lijkt niet bij {plan} te horen."
    return "\n".join(
        [wrap_text(zin, kolommen), *(wrap_text(f"- {reden}", kolommen, "  ") for reden in redenen)]
    )


def outside_answers(vast: VasteTekst, kolommen: int) -> list[str]:
    """Return what is told of the text that is no answer; nothing when it is as it was made."""
    if not vast.is_bekend:
        return [wrap_text(f"Let op: {FIXED_UNKNOWN}", kolommen, "  ")]
    if not vast.verschillen:
        return []
    return [
        *(wrap_text(f"Let op: {zin}", kolommen, "  ") for zin in vast.verschillen),
        wrap_text(
            "Wat buiten de antwoorden staat, kan niet mee naar het plan. Bewaar dit bestand, of zet"
            " de tekst in een antwoord of in het sjabloon.",
            kolommen,
            "  ",
        ),
    ]


def last_line(
    wegen: Iterable[ThreeWay],
    punten: PointCounts,
    plan: Path,
    *,
    bewaard: bool,
    verder_gelijk: bool,
    geweigerd: int = 0,
) -> str:
    """Return the last line: what was written, or would be; nothing new only when all was taken.

    `verder_gelijk` tells that everything else in the document was looked at, and is as it was.
    """
    wegen = list(wegen)
    delen = (
        _aantal(sum(weg.changes for weg in wegen), "antwoord", "antwoorden", "bijgewerkt"),
        _aantal(punten.nieuw, "open punt", "open punten", "erbij"),
        _aantal(punten.gesloten, "punt", "punten", "gesloten"),
    )
    zin = ", ".join(filter(None, delen))
    if not zin:
        if geweigerd or any(weg.oordeel is Oordeel.GEKOZEN for weg in wegen):
            return f"{plan} blijft zoals het was."
        if not verder_gelijk:
            return f"Geen antwoord verandert in {plan}. Lees wel wat hierboven staat."
        return f"Er is niets nieuws voor {plan}."
    if not bewaard:
        return f"Zonder --proef wordt dit in {plan}: {zin}. Er is niets bewaard."
    return f"{plan}: {zin}."


def choose_later(word: Path, plan: Path, extra: Iterable[str], kolommen: int) -> str:
    """Return where the user can choose; `extra` are the options that belong to this file."""
    zin = (
        "Van dit bestand is nog niets overgenomen. Maak het plan en Word eerst gelijk, of kies per"
        " vraag. Dat kan in een terminal met:"
    )
    return with_path(zin, typed_command("inlezen", word, plan, *extra), kolommen)


def refused(label: str, plek: str, woorden: str, melding: str, kolommen: int) -> str:
    """Return words from Word that the plan cannot hold, with where they stand and why."""
    over = len(woorden) - _MOST_SIGNS
    if over > 0:
        woorden = f"{woorden[:_MOST_SIGNS].rstrip()}… (en nog {over} tekens)"
    waar = f"{label}, {plek}" if plek else label
    return "\n".join(
        (
            wrap_text(f"- {waar}: {_PAST_NIET}", kolommen, "  "),
            wrap_text(f"In Word staat: {woorden or '(leeg)'}", kolommen, "    "),
            wrap_text(f"{melding[:1].upper()}{melding[1:]}", kolommen, "    "),
        )
    )


def about_refused(aantal: int, kolommen: int) -> str:
    """Return what to do about words that the plan cannot hold."""
    wat = "1 stuk" if aantal == 1 else f"{aantal} stukken"
    staat = "staat" if aantal == 1 else "staan"
    return wrap_text(
        f"{wat} uit Word {staat} niet in het plan, omdat het daar niet past. Het plan houdt daar"
        " wat er stond. Pas het in Word aan en lees het opnieuw in, of zet het goed in het plan.",
        kolommen,
    )


def _aantal(aantal: int, een: str, meer: str, wat: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer} {wat}" if aantal else ""
