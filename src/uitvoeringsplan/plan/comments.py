"""A ` #` behind a value without quotes: for YAML a comment, for who typed it often not.

YAML 1.2.2 section 6.6: a comment is separated from what is before it by white space. So of
`kenmerk: Z-2026 #417` the value is `Z-2026`. A comment on a line of its own is one, and so is what
stands behind a value in quotes or behind the sign of a block.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.yamltext.yaml_tree import Kaart, Knoop, Lijst, Tekst

if TYPE_CHECKING:
    from collections.abc import Iterator

    from uitvoeringsplan.files.source_text import Bron

# Only a text with this can have one; few have.
_MOGELIJK = re.compile(r"[^\s#][ \t]+#")
_ERACHTER = re.compile(r"[ \t]+(#[^\n]*)")
_ACHTER_SLEUTEL = re.compile(r"[ \t]*:[ \t]+(#[^\n]*)")
_KORT = 60


class Hekje(NamedTuple):
    """What stands behind the value, and what to write when it belongs to it."""

    regel: int
    erachter: str
    beter: str

    @property
    def melding(self) -> str:
        """Say what is lost and how to keep it."""
        return (
            f"wat hier achter de spatie staat (“{_kort(self.erachter)}”) is in YAML een opmerking"
            " en telt niet mee. Hoort het bij het antwoord, zet het geheel dan tussen"
            f" aanhalingstekens: {_kort(self.beter)}. Is het een opmerking, zet haar dan op een"
            " eigen regel."
        )


def vind_hekjes(bron: Bron, boom: Kaart) -> Iterator[Hekje]:
    """Yield every value of a file that ends at a ` #` on its own line."""
    if _MOGELIJK.search(bron.tekst):
        yield from _in_kaart(bron.tekst, boom)


def _in_kaart(tekst: str, kaart: Kaart) -> Iterator[Hekje]:
    for sleutel, waarde in kaart.paren.values():
        if isinstance(waarde, Tekst) and not waarde.stijl and not waarde.tekst:
            if gevonden := _ACHTER_SLEUTEL.match(tekst, sleutel.einde):
                yield _hekje(sleutel.regel, f"{sleutel.tekst}: ", "", gevonden[1])
        else:
            yield from _in_knoop(tekst, waarde, f"{sleutel.tekst}: ")


def _in_knoop(tekst: str, knoop: Knoop, voor: str) -> Iterator[Hekje]:
    if isinstance(knoop, Kaart):
        yield from _in_kaart(tekst, knoop)
    elif isinstance(knoop, Lijst):
        for deel in knoop.delen:
            yield from _in_knoop(tekst, deel, "" if knoop.in_haken else "- ")
    elif not knoop.stijl and (gevonden := _ERACHTER.match(tekst, knoop.einde)):
        regel = knoop.regel + tekst.count("\n", knoop.begin, knoop.einde)
        yield _hekje(regel, voor, tekst[knoop.begin : knoop.einde], gevonden[0])


def _hekje(regel: int, voor: str, waarde: str, erachter: str) -> Hekje:
    erachter = erachter.rstrip()
    heel = " ".join(f"{waarde}{erachter}".split()).replace("'", "''")
    return Hekje(regel, erachter.strip(), f"{voor}'{heel}'")


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _KORT else f"{tekst[: _KORT - 1]}…"
