"""How a question and the state of a plan look as lines of text. Pure: strings in, strings out."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from uitvoeringsplan.model.vraag import Verplicht
from uitvoeringsplan.terminal.vouwen import stukken, vouw_regel

if TYPE_CHECKING:
    from uitvoeringsplan.model.beurt import Beurt, Plek, Plekken
    from uitvoeringsplan.model.plan import Stand, Voortgang
    from uitvoeringsplan.model.vraag import Hulpmiddel, Vraag

_BALK = 20
_MAX_BREEDTE = 88


def breedte() -> int:
    """Return the number of columns to write in: those of the window, but never very long lines."""
    # A Windows console starts a new line as soon as the last column is filled.
    venster = shutil.get_terminal_size((80, 24)).columns - (os.name == "nt")
    return max(20, min(_MAX_BREEDTE, venster))


def balk(gedaan: int, totaal: int, lengte: int = _BALK) -> str:
    """Return `[#######.............] 7/20`; only ASCII, so that every console can show it."""
    vol = lengte * gedaan // totaal if totaal else lengte
    return f"[{'#' * vol}{'.' * (lengte - vol)}] {gedaan}/{totaal}"


def vouw(tekst: str, kolommen: int, marge: str = "") -> str:
    """Return a text folded to the width; its own line ends and points stay, and so do addresses."""
    return "\n".join(
        deel for regel in tekst.split("\n") for deel in vouw_regel(regel, kolommen, marge)
    )


def ingekort(tekst: str, kolommen: int) -> str:
    """Return a text that takes no more columns than this, with … where something is left out."""
    return tekst if len(tekst) <= kolommen else tekst[: max(0, kolommen - 1)].rstrip() + "…"


def met_pad(zin: str, pad: object, kolommen: int) -> str:
    """Return a sentence and the path that it is about, whole so that it can be copied."""
    return f"{vouw(zin, kolommen)}\n{pad}" if pad else vouw(zin, kolommen)


_VERPLICHT = {
    Verplicht.ALTIJD: "Deze vraag is verplicht. Je mag haar wel even overslaan.",
    Verplicht.VASTGESTELD: "Deze vraag is verplicht zodra het plan is vastgesteld.",
    Verplicht.NEE: "Deze vraag mag je overslaan.",
}

_NODIG = "Deze vraag is verplicht: het plan krijgt de naam die je hier geeft."


def plicht(beurt: Beurt) -> str:
    """Return whether the question may be left open."""
    return _NODIG if beurt.is_nodig else _VERPLICHT[beurt.stap.vraag.verplicht]


def plaats(beurt: Beurt) -> str:
    """Return where a question stands: `vraag 7 van 20 | Ambitie (1 van 3 klaar)`."""
    positie, deel = beurt.positie, beurt.stap.onderdeel
    if positie is None:
        return deel
    if positie.aantal:
        deel += f" ({positie.gedaan} van {positie.aantal} klaar)"
    return " | ".join(filter(None, [str(positie), deel]))


def uitleg(beurt: Beurt, kolommen: int) -> list[str]:
    """Return the lines that explain a question: its guidance, whether it must, its chapter."""
    delen = [beurt.stap.vraag.toelichting, plicht(beurt), beurt.stap.inleiding]
    return vouw("\n\n".join(filter(None, delen)), kolommen).split("\n")


def voorbeeld(vraag: Vraag, kolommen: int) -> list[str]:
    """Return the lines of an example of an answer."""
    return vouw(vraag.voorbeeld or "Bij deze vraag is geen voorbeeld.", kolommen).split("\n")


def hulpmiddelen(vraag: Vraag, kolommen: int) -> list[str]:
    """Return the lines of the tools for a question."""
    if not vraag.hulpmiddelen:
        return vouw("Bij deze vraag zijn geen hulpmiddelen.", kolommen).split("\n")
    delen = [hulpmiddel(middel, kolommen) for middel in vraag.hulpmiddelen]
    return "\n".join(delen).split("\n")


def hulpmiddel(middel: Hulpmiddel, kolommen: int) -> str:
    """Return a tool with its address on a line of its own, so that it can be clicked or copied."""
    titel = vouw(f"- {middel.titel}", kolommen, "  ")
    if middel.adres:
        return f"{titel}\n    {middel.adres}"
    return f"{titel}\n{vouw(middel.opmerking, kolommen, '    ')}" if middel.opmerking else titel


def standregel(stand: Stand) -> str:
    """Return one line of `status`."""
    merk = "x" if not stand.open else " "
    bij = " (intern)" if stand.onderdeel.hoofdstuk.is_intern else ""
    return f"[{merk}] {stand.beantwoord}/{stand.totaal}  {stand.onderdeel.titel}{bij}"


def overzicht(voortgang: Voortgang, kolommen: int) -> str:
    """Return how far a plan is, a line per part, as the start of going on with it."""
    delen = [
        "",
        balk(voortgang.beantwoord, voortgang.totaal, min(_BALK, max(4, kolommen - 12))),
        *(vouw(standregel(stand), kolommen) for stand in voortgang.standen),
    ]
    if voortgang.open_velden:
        velden = ", ".join(veld.label for veld in voortgang.open_velden)
        delen.append(vouw(f"Nog nodig: {velden}.", kolommen))
    return "\n".join(delen) + "\n"


def twee_teksten(vraag: Vraag, onze: str, hunne: str, kolommen: int, waarom: str = "") -> str:
    """Return two answers to one question, below each other, and why there are two."""
    delen = [
        vouw(waarom or f"Iemand anders heeft intussen “{vraag.label}” ook veranderd.", kolommen),
        "",
        vouw("In het bestand staat:", kolommen),
        vouw(hunne or "(leeg)", kolommen, "  "),
        "",
        "Jij schreef:",
        vouw(onze or "(leeg)", kolommen, "  "),
    ]
    return "\n".join(delen) + "\n"


def staat(plek: Plek) -> str:
    """Return in words how far a question is; what may stay empty and is, is `naar keuze`."""
    if plek.heeft_concept:
        return "concept"
    if plek.is_gevuld:
        return "ingevuld"
    return "open" if plek.is_open else "naar keuze"


def plekzinnen(plekken: Plekken) -> list[str]:
    """Return the sentences above the list of questions: what is about no single one of them."""
    heel = [f"Over het hele plan: {plekken.aandacht}."] if any(plekken.aandacht) else []
    return [*heel, *plekken.meldingen]


_WIJZER = " " * 3  # where the pointer stands, before the first line of a choice
_VERVOLG = " " * 2  # before the other lines


def keuzeregel(tekst: str, kolommen: int) -> str:
    """Return a choice of a list, folded beside the pointer so that a narrow window shows it all."""
    inspringing = len(tekst) - len(tekst.lstrip(" ")) + len(_VERVOLG)
    eerste, *rest = stukken(tekst, kolommen - 1 - len(_WIJZER), inspringing)
    marge = f"{_WIJZER}{' ' * inspringing}"
    return "\n".join([tekst[slice(*eerste)], *(marge + tekst[van:tot] for van, tot in rest)])
