"""What the properties of a returned file tell about the plan that it was made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.word.eigenschappen import VOORVOEGSEL
from uitvoeringsplan.word.lezer.boom import lees_boom
from uitvoeringsplan.word.terug.uitkomst import Herkomst
from uitvoeringsplan.word.vastetekst import from_properties
from uitvoeringsplan.word.xmlnamen import REL_EIGEN

if TYPE_CHECKING:
    from uitvoeringsplan.word.poortwacht import Doorgelaten
    from uitvoeringsplan.word.terug.vindplaatsen import Namen

_EIGEN = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"
_ANTWOORD, _LEEG = "antwoord.", "leeg."


def lees_herkomst(binnen: Doorgelaten, namen: Namen) -> Herkomst:
    """Return what the properties say; everything is empty in a file that was not made here."""
    waarden: dict[str, str] = {}
    for naam in binnen.delen(REL_EIGEN):
        wortel = lees_boom(binnen.pakket.inhoud(naam), naam, binnen.pakket.pad)
        for eigen in wortel.iter(_EIGEN):
            sleutel = eigen.get("name", "")
            if sleutel.startswith(VOORVOEGSEL):
                waarde = "".join(eigen.itertext()).strip()
                waarden.setdefault(sleutel.removeprefix(VOORVOEGSEL), waarde)
    return Herkomst(
        waarden.get("soort", ""),
        waarden.get("vragenlijst", ""),
        waarden.get("document", ""),
        _per_vraag(waarden, _ANTWOORD, namen),
        _per_vraag(waarden, _LEEG, namen),
        from_properties(waarden),
    )


def _per_vraag(waarden: dict[str, str], begin: str, namen: Namen) -> dict[str, str]:
    """Return the properties of this kind by the id of their question, also of one renamed since."""
    uit: dict[str, str] = {}
    for sleutel, waarde in waarden.items():
        if sleutel.startswith(begin) and (naam := namen.van_id(sleutel.removeprefix(begin))):
            uit.setdefault(naam, waarde)
    return uit
