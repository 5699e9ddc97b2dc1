"""The words about the text of an answer: reading, searching and changing it line by line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model.codering import repair_typed
from uitvoeringsplan.terminal.regelwoorden import (
    genummerd,
    lees_woord,
    tel,
    vervang_regel,
    vind,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.terminal.regels import Regels
    from uitvoeringsplan.terminal.regelwoorden import Woord

_PUNT = re.compile(r"( *)(?:- |\d+\. )")
_LEEG = "Er staat nog niets."


def doe_woord(woord: Woord, regels: Regels, lees: Callable[..., str]) -> str:
    """Do what a word says with the text, and return what to tell; `lees` asks for a line.

    Raises EOFError or KeyboardInterrupt as `lees` does.
    """
    if woord.naam == ".woorden":
        return tel(regels.tekst)
    if woord.naam == ".ongedaan":
        return _maak_ongedaan(regels)
    if woord.naam == ".zoek":
        return _zoek(woord, regels.tekst)
    if woord.naam in (".lees", ".regel", ".wis"):
        return _met_regel(woord, regels, lees)
    return f"{woord.naam} ken ik niet. Met .hulp hoor je wat er kan."


def _maak_ongedaan(regels: Regels) -> str:
    weg = regels.maak_ongedaan()
    if weg is None:
        return "Er is niets om ongedaan te maken."
    return f"Weggehaald: {weg}" if weg else "De laatste verandering is teruggenomen."


def _zoek(woord: Woord, tekst: str) -> str:
    if not woord.rest:
        return "Typ achter .zoek wat je zoekt, bijvoorbeeld: .zoek wijkagent"
    gevonden = vind(tekst, woord.rest)
    if not gevonden:
        return f"“{woord.rest}” staat er niet in."
    return "\n".join(f"{nummer}. {regel.strip()}" for nummer, regel in gevonden)


def _met_regel(woord: Woord, regels: Regels, lees: Callable[..., str]) -> str:
    alle = genummerd(regels.tekst)
    if not alle:
        return _LEEG
    if woord.naam == ".lees" and not woord.rest:
        return "\n".join(f"{nummer}. {regel.strip()}" for nummer, regel in alle)
    if not 0 < woord.nummer <= len(alle):
        return f"Typ achter {woord.naam} het nummer van een regel, van 1 tot en met {len(alle)}."
    regel = alle[woord.nummer - 1][1]
    if woord.naam == ".lees":
        return regel.strip()
    if woord.naam == ".wis":
        regels.bewerk(vervang_regel(regels.tekst, woord.nummer, ""))
        return f"Weggehaald: {regel.strip()}"
    nieuw = _vraag_regel(woord.nummer, regel, regels, lees)
    return f"Nu staat er: {nieuw.strip()}" if nieuw else "De regel blijft zoals hij was."


def _vraag_regel(nummer: int, oud: str, regels: Regels, lees: Callable[..., str]) -> str:
    """Let the user type a line again, and return it; empty when it stays as it was.

    An unfinished one is kept as the rest of the answer is, however this ends.
    """
    tekst, onaf = regels.tekst, ""

    def onderweg(getypt: str) -> None:
        nonlocal onaf
        onaf = getypt
        if getypt.strip():
            regels.beurt.concept(vervang_regel(tekst, nummer, _in_plaats_van(oud, getypt)))

    try:
        getypt = lees(f"Regel {nummer} wordt (niets laat hem staan): ", onderweg)
    except BaseException:
        if onaf.strip():
            regels.bewerk(vervang_regel(tekst, nummer, _in_plaats_van(oud, onaf)))
        raise
    if getypt.strip() in ("", ".") or lees_woord(getypt):
        return ""
    nieuw = _in_plaats_van(oud, getypt)
    regels.bewerk(vervang_regel(tekst, nummer, nieuw))
    return nieuw


def _in_plaats_van(oud: str, getypt: str) -> str:
    """Return a line as it takes the place of another: a point stays a point, as deep as it was."""
    nieuw = repair_typed(getypt).tekst.strip()
    stond = _PUNT.match(oud)
    if stond is None:
        return nieuw
    return f"{stond[1]}{nieuw}" if _PUNT.match(nieuw) else f"{stond[0]}{nieuw}"
