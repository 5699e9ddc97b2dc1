from __future__ import annotations

import pytest

from uitvoeringsplan.errors import OnbekendeVraagError
from uitvoeringsplan.model.vraag import Vraag
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Rij, Vragenlijst


def vraag(id_: str) -> Vraag:
    return Vraag(id=id_, label=id_.title(), vraag=f"{id_}?")


RIJ = Rij("rij-een", "Rij 1", vragen=(vraag("drie"), vraag("vier")))
BARE = Rij("rij-kaal", "Rij zonder", lokaal="Vast.")
FIRST = Hoofdstuk("h1", "Eerste", vragen=(vraag("een"), vraag("twee")))
SECOND = Hoofdstuk("h2", "Tweede", rijen=(RIJ, BARE))
EMPTY = Hoofdstuk("h3", "Alleen tekst", inleiding="Tekst.")
BOTH = Hoofdstuk(
    "h4", "Beide", vragen=(vraag("vijf"),), rijen=(Rij("r", "R", vragen=(vraag("zes"),)),)
)
LIJST = Vragenlijst(
    "proef", "1", "Proef", "proef.docx", (vraag("gemeente"),), (FIRST, SECOND, EMPTY, BOTH)
)


def test_vragen_staan_in_de_volgorde_van_het_document():
    assert [v.id for v in LIJST.vragen] == ["een", "twee", "drie", "vier", "vijf", "zes"]


def test_onderdelen_zijn_hoofdstukken_en_rijen_met_vragen():
    assert [(o.id, o.titel, o.hoofdstuk.id) for o in LIJST.onderdelen] == [
        ("h1", "Eerste", "h1"),
        ("rij-een", "Rij 1", "h2"),
        ("h4", "Beide", "h4"),
        ("r", "R", "h4"),
    ]


def test_een_veld_en_een_vraag_zijn_op_id_te_vinden():
    assert LIJST.vraag("gemeente") is LIJST.gegevens[0]
    assert LIJST.vraag("vier") is RIJ.vragen[1]
    assert LIJST.veld_ids == {"gemeente"}


def test_een_onbekend_id_noemt_het_naaste():
    with pytest.raises(OnbekendeVraagError, match="Bedoel je “gemeente”") as error:
        LIJST.vraag("gemente")
    assert error.value.vraag_id == "gemente"
