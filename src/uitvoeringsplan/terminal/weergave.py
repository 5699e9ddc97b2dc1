"""How a question and the state of a plan look as lines of text. Pure: strings in, strings out."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Beurt
    from uitvoeringsplan.model.plan import Stand
    from uitvoeringsplan.model.vraag import Hulpmiddel

_BALK = 20
_MAX_BREEDTE = 88


def breedte() -> int:
    """Return the number of columns to write in: those of the window, but never very long lines."""
    return max(20, min(_MAX_BREEDTE, shutil.get_terminal_size((80, 24)).columns))


def balk(gedaan: int, totaal: int, lengte: int = _BALK) -> str:
    """Return `[#######.............] 7/20`; only ASCII, so that every console can show it."""
    vol = lengte * gedaan // totaal if totaal else lengte
    return f"[{'#' * vol}{'.' * (lengte - vol)}] {gedaan}/{totaal}"


def vouw(tekst: str, kolommen: int, marge: str = "") -> str:
    """Return a text folded to the width; its own line ends and points stay."""
    regels: list[str] = []
    for regel in tekst.split("\n"):
        inspringing = len(regel) - len(regel.lstrip(" "))
        hang = inspringing + (2 if regel.lstrip(" ").startswith("- ") else 0)
        regels += textwrap.wrap(
            regel,
            max(16, kolommen),
            initial_indent=marge,
            subsequent_indent=marge + " " * hang,
            break_long_words=False,
            break_on_hyphens=False,
        ) or [""]
    return "\n".join(regels)


def vraagkop(beurt: Beurt, kolommen: int) -> str:
    """Return everything that stands above the input: place, question, explanation, tools."""
    vraag = beurt.stap.vraag
    delen = [
        vouw(beurt.stap.onderdeel, kolommen),
        balk(beurt.beantwoord, beurt.totaal, min(_BALK, max(4, kolommen - 12))),
    ]
    if beurt.stap.inleiding:
        delen += ["", vouw(beurt.stap.inleiding, kolommen)]
    delen += ["", vouw(vraag.vraag, kolommen)]
    if vraag.toelichting:
        delen += ["", vouw(vraag.toelichting, kolommen, "  ")]
    if vraag.hulpmiddelen:
        delen += ["", "  Hulp hierbij:"]
        delen += [hulpmiddel(middel, kolommen) for middel in vraag.hulpmiddelen]
    return "\n".join(delen)


def hulpmiddel(middel: Hulpmiddel, kolommen: int) -> str:
    """Return a tool with its address on a line of its own, so that it can be clicked or copied."""
    titel = vouw(f"- {middel.titel}", kolommen, "  ")
    return f"{titel}\n    {middel.adres}" if middel.adres else titel


def standregel(stand: Stand) -> str:
    """Return one line of `status`."""
    merk = "x" if not stand.open else " "
    return f"[{merk}] {stand.beantwoord}/{stand.totaal}  {stand.onderdeel.titel}"
