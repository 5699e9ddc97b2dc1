"""What `inlezen` reports, as lines of text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.model.driewegs import Oordeel
from uitvoeringsplan.terminal.weergave import vouw

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from uitvoeringsplan.model.driewegs import Drieweg

_WAT = {
    Oordeel.OVERGENOMEN: "overgenomen uit Word",
    Oordeel.SAMENGEVOEGD: "samengevoegd: Word en het plan veranderden andere woorden",
    Oordeel.BOTSING: "botsing: Word en het plan zijn allebei veranderd",
}
_TWIJFEL = "twijfel: kijk of de tekst uit Word klopt"


def kop(word: Path, *, heeft_wijzigingen: bool, aangenomen: bool) -> str:
    """Return the line that starts the report on a file."""
    if not heeft_wijzigingen:
        return f"{word}"
    telt = "aangenomen" if aangenomen else "verworpen"
    anders = "Met --zonder-wijzigingen tellen ze als verworpen." if aangenomen else ""
    return (
        f"{word}\nIn dit bestand staan nog bijgehouden wijzigingen open. Ze tellen hier als {telt}."
        f" {anders}"
    ).rstrip()


def regels(wegen: Iterable[Drieweg], kolommen: int) -> list[str]:
    """Return what becomes of every answer that is not as it was."""
    uit = []
    for weg in wegen:
        wat = _WAT.get(weg.oordeel)
        if wat is None or (weg.oordeel is not Oordeel.BOTSING and not weg.verandert):
            continue
        if not weg.is_zeker:
            wat = _TWIJFEL
        if weg.oordeel is Oordeel.OVERGENOMEN and not weg.tekst:
            wat = "leeggemaakt in Word"
        uit.append(vouw(f"- {weg.vraag.label} ({weg.vraag.id}): {wat}", kolommen, "  "))
    return uit


def botsing(weg: Drieweg, kolommen: int) -> str:
    """Return the two texts of a clash below each other, and the old one when it is known."""
    delen = [vouw(f"{weg.vraag.label} ({weg.vraag.id})", kolommen)]
    teksten = [("In het plan staat:", weg.plan), ("In Word staat:", weg.word)]
    if weg.basis:
        teksten.insert(0, ("Het was:", weg.basis))
    for titel, tekst in teksten:
        delen += ["", titel, vouw(tekst or "(leeg)", kolommen, "  ")]
    return "\n".join(delen) + "\n"


def slot(gewijzigd: Sequence[Drieweg], punten: int, plan: Path, *, proef: bool) -> str:
    """Return the last line: what was written, or would be."""
    aantal = len(gewijzigd)
    wat = []
    if aantal:
        wat.append("1 antwoord" if aantal == 1 else f"{aantal} antwoorden")
    if punten:
        wat.append("1 open punt" if punten == 1 else f"{punten} open punten")
    if not wat:
        return f"Er is niets nieuws voor {plan}."
    zin = " en ".join(wat)
    if proef:
        return f"Dit zou {zin} in {plan} veranderen. Er is niets bewaard (--proef)."
    return f"{plan}: {zin} bijgewerkt."
