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
    pad: Path,
    plan: Plan,
    voortgang: Voortgang,
    *,
    alles: bool,
    resten: Sequence[Path] = (),
    open_punten: Sequence[str] = (),
) -> str:
    """Return the state of one plan; `alles` names every question instead of the open ones."""
    regels = [
        f"{pad}: {plan.gegevens.get(velden.GEMEENTE) or 'gemeente nog niet ingevuld'},"
        f" status {plan.status}",
        progress_bar(voortgang.beantwoord, voortgang.totaal),
        "",
    ]
    for stand in voortgang.standen:
        regels.append(part_line(stand))
        vragen: Sequence[Vraag] = stand.onderdeel.vragen if alles else stand.open
        regels += [
            f"         {'open ' if v in stand.open else '     '}{v.id}: {v.label}" for v in vragen
        ]
    if voortgang.naar_keuze:
        regels += ["", "Deze hoofdstukken mag je ook invullen:"]
        for stand in voortgang.naar_keuze:
            regels.append(part_line(stand))
            regels += [f"              {v.id}: {v.label}" for v in stand.onderdeel.vragen if alles]
    if voortgang.open_velden:
        regels += ["", "Deze gegevens ontbreken nog:"]
        regels += [f"         open {veld.id}: {veld.label}" for veld in voortgang.open_velden]
    if open_punten:
        aantal = len(open_punten)
        wat = "1 punt staat" if aantal == 1 else f"{aantal} punten staan"
        regels += ["", f"{wat} nog open ({_enkele(open_punten)}).", "Je leest ze met:"]
        regels.append(typed_command("punt", pad))
    if resten:
        namen = ", ".join(rest.name for rest in resten)
        regels += [
            "",
            f"Een eerdere keer is het bewaren afgebroken ({namen}).",
            "De tekst daaruit kun je overnemen met:",
            typed_command("verder", pad),
        ]
    return "\n".join(regels)


def render_end(
    bestand: Path,
    voortgang: Voortgang,
    *,
    gestopt: bool,
    concept: bool = False,
    opties: Sequence[str] = (),
) -> str:
    """Return what to say when a conversation ends; `concept`: a draft was kept.

    `opties` are those of this conversation that the next one needs too.
    """
    verder = typed_command("verder", bestand, *opties)
    zin = f"Je antwoorden staan in {bestand}; {open_questions(voortgang)}."
    if concept:
        zin += "\nJe laatste tekst is nog geen antwoord; die blijft bewaard als concept."
    if gestopt:
        return f"\n{zin}\nGa later verder met:\n{verder}"
    if open_ := [vraag.label for vraag in (*voortgang.open_velden, *voortgang.open)]:
        zin += f"\nNog open: {_enkele(open_)}."
    if leeg := [stand.onderdeel.titel for stand in voortgang.naar_keuze if not stand.beantwoord]:
        zin += f"\nJe mag ook nog invullen: {', '.join(leeg)}.\nDat doe je met:\n{verder}"
    return f"\n{zin}\n"


def _enkele(namen: Sequence[str]) -> str:
    """Return the first of these names, and how many there are more."""
    rest = len(namen) - _MOST_NAMES
    return ", ".join(namen[:_MOST_NAMES]) + (f" en nog {rest}" if rest > 0 else "")


def checked(aantallen: str, bestand: Path, opties: Sequence[str] = ()) -> str:
    """Return what `controleer` finds at the end of a conversation, and how to read it."""
    if not aantallen:
        return "Het plan is nagekeken: er zijn geen bevindingen.\n"
    opdracht = typed_command("controleer", bestand, *opties)
    return f"Het plan is nagekeken: {aantallen}. Je leest het met:\n{opdracht}\n"


def make_later(bestand: Path, opties: Sequence[str] = ()) -> str:
    """Return how to make the Word file, for someone who does not want it now."""
    return f"Dat kan later met:\n{typed_command('genereer', bestand, *opties)}"


def point_line(benoemd: BenoemdPunt) -> str:
    """Return a point on one line."""
    punt = benoemd.punt
    tekst = " ".join((punt.tekst or punt.citaat).split())
    return f"{benoemd.naam}  {benoemd.label or 'Het hele plan'}: {tekst}"


def point_list(pad: Path, punten: Sequence[BenoemdPunt]) -> str:
    """Return the points of a plan, each with who made it and the words that it is about."""
    if not punten:
        return f"{pad}: er staan geen punten open."
    kolommen = text_width()
    delen = [f"{pad}:"]
    for benoemd in punten:
        punt = benoemd.punt
        eerste = wrap_text(point_line(benoemd), kolommen, _INDENT)
        delen += ["", eerste.removeprefix(_INDENT)]
        wie = ", ".join(filter(None, (punt.auteur, punt.datum)))
        if wie:
            delen.append(wrap_text(wie, kolommen, _INDENT))
        if punt.citaat and punt.tekst:
            delen.append(wrap_text(f"Bij: “{' '.join(punt.citaat.split())}”", kolommen, _INDENT))
        if punt.klaar:
            delen.append(wrap_text(f"Klaar sinds {punt.klaar}.", kolommen, _INDENT))
    return "\n".join(delen)
