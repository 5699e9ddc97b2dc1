"""Lists that a template got from us: they are known by their name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.ooxml.names import LIJST_NUMMERS, W

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.scan import Afdruk, Element


def eigen_lijst(afdruk: Afdruk, naam: str = LIJST_NUMMERS) -> str:
    """Return the id of the list with this name that was made here, empty when there is none."""
    for lijst in afdruk.wortel.kinderen:
        if lijst.naam == f"{W} abstractNum" and _heet(lijst) == naam:
            return lijst.attributen.get(f"{W} abstractNumId", "")
    return ""


def _heet(lijst: Element) -> str:
    naam = lijst.kind(f"{W} name")
    return naam.attributen.get(f"{W} val", "") if naam else ""
