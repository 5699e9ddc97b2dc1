"""What the commands report of plans: how far they are, and their open points."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model import velden
from uitvoeringsplan.model.cleaning import typed_command
from uitvoeringsplan.terminal.asking import part_line
from uitvoeringsplan.terminal.reports.made_files import open_questions
from uitvoeringsplan.terminal.wrapping import progress_bar, text_width, wrap_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from uitvoeringsplan.model.open_punt import BenoemdPunt
    from uitvoeringsplan.model.plan import Plan, Voortgang
    from uitvoeringsplan.model.vraag import Vraag

_INDENT = " " * 8  # below the name of a point
_MOST_NAMES = 5  # that are named in a line


def render_status(
    path: Path,
    plan: Plan,
    voortgang: Voortgang,
    *,
    everything: bool,
    leftovers: Sequence[Path] = (),
    open_punten: Sequence[str] = (),
) -> str:
    """Return the state of one plan; `everything` names every question instead of the open ones."""
    lines = [
        f"{path}: {plan.gegevens.get(velden.GEMEENTE) or 'gemeente nog niet ingevuld'},"
        f" status {plan.status}",
        progress_bar(voortgang.beantwoord, voortgang.total),
        "",
    ]
    for stand in voortgang.standen:
        lines.append(part_line(stand))
        vragen: Sequence[Vraag] = stand.onderdeel.vragen if everything else stand.open
        lines += [
            f"         {'open ' if v in stand.open else '     '}{v.id}: {v.label}" for v in vragen
        ]
    if voortgang.naar_keuze:
        lines += ["", "Deze hoofdstukken mag je ook invullen:"]
        for stand in voortgang.naar_keuze:
            lines.append(part_line(stand))
            lines += [
                f"              {v.id}: {v.label}" for v in stand.onderdeel.vragen if everything
            ]
    if voortgang.open_velden:
        lines += ["", "Deze gegevens ontbreken nog:"]
        lines += [f"         open {field.id}: {field.label}" for field in voortgang.open_velden]
    if open_punten:
        count = len(open_punten)
        what = "1 punt staat" if count == 1 else f"{count} punten staan"
        lines += ["", f"{what} nog open ({_enkele(open_punten)}).", "Je leest ze met:"]
        lines.append(typed_command("punt", path))
    if leftovers:
        names = ", ".join(rest.name for rest in leftovers)
        lines += [
            "",
            f"Een eerdere keer is het bewaren afgebroken ({names}).",
            "De tekst daaruit kun je overnemen met:",
            typed_command("verder", path),
        ]
    return "\n".join(lines)


def render_end(
    file: Path,
    voortgang: Voortgang,
    *,
    gestopt: bool,
    concept: bool = False,
    options: Sequence[str] = (),
) -> str:
    """Return what to say when a conversation ends; `concept`: a draft was kept.

    `options` are those of this conversation that the next one needs too.
    """
    further = typed_command("verder", file, *options)
    zin = f"Je antwoorden staan in {file}; {open_questions(voortgang)}."
    if concept:
        zin += "\nJe laatste tekst is nog geen antwoord; die blijft bewaard als concept."
    if gestopt:
        return f"\n{zin}\nGa later verder met:\n{further}"
    if open_ := [vraag.label for vraag in (*voortgang.open_velden, *voortgang.open)]:
        zin += f"\nNog open: {_enkele(open_)}."
    if empty := [stand.onderdeel.titel for stand in voortgang.naar_keuze if not stand.beantwoord]:
        zin += f"\nJe mag ook nog invullen: {', '.join(empty)}.\nDat doe je met:\n{further}"
    return f"\n{zin}\n"


def _enkele(names: Sequence[str]) -> str:
    """Return the first of these names, and how many there are more."""
    rest = len(names) - _MOST_NAMES
    return ", ".join(names[:_MOST_NAMES]) + (f" en nog {rest}" if rest > 0 else "")


def checked(counts: str, file: Path, options: Sequence[str] = ()) -> str:
    """Return what `controleer` finds at the end of a conversation, and how to read it."""
    if not counts:
        return "Het plan is nagekeken: er zijn geen bevindingen.\n"
    command = typed_command("controleer", file, *options)
    return f"Het plan is nagekeken: {counts}. Je leest het met:\n{command}\n"


def make_later(file: Path, options: Sequence[str] = ()) -> str:
    """Return how to make the Word file, for someone who does not want it now."""
    return f"Dat kan later met:\n{typed_command('genereer', file, *options)}"


def point_line(named: BenoemdPunt) -> str:
    """Return a point on one line."""
    punt = named.punt
    text = " ".join((punt.tekst or punt.citaat).split())
    return f"{named.name}  {named.label or 'Het hele plan'}: {text}"


def point_list(path: Path, punten: Sequence[BenoemdPunt]) -> str:
    """Return the points of a plan, each with who made it and the words that it is about."""
    if not punten:
        return f"{path}: er staan geen punten open."
    kolommen = text_width()
    parts = [f"{path}:"]
    for named in punten:
        punt = named.punt
        first = wrap_text(point_line(named), kolommen, _INDENT)
        parts += ["", first.removeprefix(_INDENT)]
        who = ", ".join(filter(None, (punt.auteur, punt.datum)))
        if who:
            parts.append(wrap_text(who, kolommen, _INDENT))
        if punt.citaat and punt.tekst:
            parts.append(wrap_text(f"Bij: “{' '.join(punt.citaat.split())}”", kolommen, _INDENT))
        if punt.klaar:
            parts.append(wrap_text(f"Klaar sinds {punt.klaar}.", kolommen, _INDENT))
    return "\n".join(parts)
