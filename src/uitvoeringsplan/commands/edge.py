"""The edge of the program: errors to messages and exit codes.

Exit codes: 0 done; 1 the user's input or findings; 2 wrong use; 3 a bug of ours; 130 Ctrl-C.
"""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING, Any, TextIO

import typer

from uitvoeringsplan import __version__
from uitvoeringsplan.commands.output import UitgangDichtError, bereid_voor, sluit_af, zeg
from uitvoeringsplan.commands.signals import AfgebrokenError
from uitvoeringsplan.errors import (
    GebruikError,
    OnderbrokenError,
    UitvoeringsplanError,
    bedoel_je,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

KLAAR, INVOER, GEBRUIK, BUG, ONDERBROKEN = 0, 1, 2, 3, 130

# Typer has no translations; these are all the sentences of wrong use that it can say.
_MELDINGEN = (
    (r"No such command ['\"](.*?)['\"]\.(?: Did you mean .*)?", "de opdracht “{0}” bestaat niet."),
    (r"No such option: (\S+)(?: .*)?", "de optie {0} bestaat niet."),
    (r"Missing argument '(.*)'\.", "het argument {0} ontbreekt."),
    (r"Missing option '(.*)'\.", "de optie {0} ontbreekt."),
    (r"Missing command\.", "zeg erbij wat er moet gebeuren."),
    (r"Got unexpected extra arguments?(?:\(s\))? \((.*)\)", "“{0}” hoort hier niet."),
    (r"Option '?(\S+?)'? requires an argument\.", "achter {0} ontbreekt een waarde."),
    (r"Option '?(\S+?)'? does not take a value\.", "achter {0} hoort geen waarde."),
    (r"Invalid value for '(.*?)': '(.*)' is not a valid .*", "“{1}” kan niet bij {0}."),
    (r"Invalid value for '(.*?)': '(.*)' is not one of (.*)\.", "{0} kan zijn: {2}."),
    (r"Invalid value for '(.*?)': .*", "wat bij {0} staat, kan daar niet."),
)


def voer_uit(  # noqa: PLR0911 - one for every way to end
    app: typer.Typer, argumenten: Sequence[str] | None = None
) -> int:
    """Run the program and return its exit code; says on stderr what went wrong."""
    bereid_voor()
    try:
        uitkomst = app(args=argumenten, prog_name="uitvoeringsplan", standalone_mode=False)
    except (OnderbrokenError, AfgebrokenError) as fout:
        _zeg(str(fout))  # the window may be gone, and with it everyone to tell
        return 128 + fout.signaal
    except UitvoeringsplanError as fout:
        _zeg(str(fout))
        return GEBRUIK if isinstance(fout, GebruikError) else INVOER
    except (KeyboardInterrupt, typer.Abort):
        _zeg("Gestopt.")
        return ONDERBROKEN
    except UitgangDichtError:
        return _uitgang_dicht()
    except Exception as fout:  # noqa: BLE001 - the one place that may: it becomes a report
        if hasattr(fout, "format_message"):
            return _verkeerd_gebruik(fout)
        return _bug(fout)
    return uitkomst if isinstance(uitkomst, int) else KLAAR


def _uitgang_dicht() -> int:
    sluit_af()
    _zeg(
        "De uitvoer kan nergens meer heen: het programma dat haar las is gestopt, of de schijf is"
        " vol. Wat er daarna nog te doen was, is niet gedaan."
    )
    return INVOER


def _zeg(tekst: str) -> None:
    zeg(tekst, err=True)


def _verkeerd_gebruik(fout: Any) -> int:
    """Say in Dutch what Typer could not make sense of."""
    context = getattr(fout, "ctx", None)
    if type(fout).__name__ == "NoArgsIsHelpError":
        _zeg(fout.format_message())
        return GEBRUIK
    melding = fout.format_message()
    for patroon, nederlands in _MELDINGEN:
        if gevonden := re.fullmatch(patroon, melding):
            melding = nederlands.format(*gevonden.groups())
            break
    if melding.startswith("de opdracht") and context is not None:
        melding += bedoel_je(gevonden[1] if gevonden else "", context.command.commands)
    if mogelijk := getattr(fout, "possibilities", None):
        melding += f" Bedoel je {' of '.join(sorted(mogelijk))}?"
    elif melding.startswith("de optie -") and any(
        param.name == "tekst" for param in getattr(getattr(context, "command", None), "params", ())
    ):
        melding += " Is het een tekst? Zet er dan een los -- voor."
    opdracht = context.command_path if context is not None else "uitvoeringsplan"
    _zeg(f"{opdracht}: {melding}\nMet `{opdracht} --help` zie je wat er kan.")
    return GEBRUIK


def _bug(fout: Exception) -> int:
    """Put the traceback in a file that can be sent to us."""
    import tempfile  # noqa: PLC0415
    import traceback  # noqa: PLC0415

    verslag = "".join(traceback.format_exception(fout))
    regels = f"uitvoeringsplan {__version__}, Python {sys.version}, {sys.platform}\n\n{verslag}"
    with tempfile.NamedTemporaryFile(
        "w", prefix="uitvoeringsplan-fout-", suffix=".txt", encoding="utf-8", delete=False
    ) as bestand:
        bestand.write(regels)
    _zeg(
        f"Er ging iets mis wat niet aan jou ligt ({type(fout).__name__}).\n"
        f"Wat er gebeurde staat in {bestand.name}. Stuur dat bestand naar de makers. Kijk eerst of"
        " er tekst in staat die geheim moet blijven."
    )
    return BUG


def met_kleur() -> bool:
    """Whether standard output shows colours, and the user wants them."""
    return _is_scherm(sys.stdout) and not os.environ.get("NO_COLOR")


def is_terminal() -> bool:
    """Whether there is someone to ask: a keyboard and a screen, both not redirected."""
    return _is_scherm(sys.stdin) and _is_scherm(sys.stdout)


def vereis_terminal(opdracht: str) -> None:
    """Raise GebruikError, naming what to use instead, when nobody can be asked anything."""
    if not is_terminal():
        raise GebruikError(
            f"Hier is geen terminal om vragen in te stellen. Gebruik in een script `{opdracht}`."
        )


def _is_scherm(stroom: TextIO | None) -> bool:
    return stroom is not None and not stroom.closed and stroom.isatty()
