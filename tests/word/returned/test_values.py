"""What does not fit is set apart; what stood in its place stays, and nothing is made up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Kolom, Vraag
from uitvoeringsplan.word.returned.answer_table import MAX_CEL, RowCheck, TableRow
from uitvoeringsplan.word.returned.values import check_choices

KOLOMMEN = (
    Kolom("wat", "Wat", verplicht=True),
    Kolom("wie", "Wie"),
    Kolom("start", "Start", TYPES["datum"]),
    Kolom("stand", "Stand", TYPES["keuze"], ("loopt", "klaar")),
)
TABEL = Vraag(id="t", label="T", vraag="T", type=TYPES["tabel"], kolommen=KOLOMMEN)
KEUZES = Vraag(
    id="k", label="K", vraag="K", type=TYPES["meerkeuze"], keuzes=("een", "twee", "drie")
)
A = ("avond", "Jan", "2027-01-05", "loopt")
B = ("boek", "Piet", "2027-02-05", "loopt")
C = ("cursus", "Kees", "", "klaar")


def met(row, **otherwise):
    return tuple(otherwise.get(column.id, cell) for column, cell in zip(KOLOMMEN, row, strict=True))


def keur(old, new):
    return RowCheck(TABEL, [TableRow(i, row) for i, row in enumerate(new, 1)], old).check()


def places(keuring):
    return [(one.place, one.words) for one in keuring.refused]


def test_wat_past_blijft_zoals_het_is():
    assert keur([A], [B, C]) == ((B, C), ())


@pytest.mark.parametrize(
    ("column", "words"), [("start", "ooit"), ("stand", "half"), ("wie", "x" * (MAX_CEL + 1))]
)
def test_een_cel_die_niet_past_houdt_wat_er_stond(column, words):
    otherwise = "Nel" if column != "wie" else B[1]
    edited = met(B, **({"wie": otherwise} | {column: words}))
    keuring = keur([A, B, C], [A, edited, C])
    assert keuring.rijen == (A, met(B, wie=otherwise), C)
    ((place, said),) = places(keuring)
    assert place.startswith("rij 2 (“boek”), kolom “")
    assert said == words


def test_een_verplichte_cel_die_leeg_is_houdt_wat_er_stond():
    keuring = keur([A, B], [A, met(B, wat="", wie="Nel")])
    assert keuring.rijen == (A, met(B, wie="Nel"))
    assert places(keuring) == [("rij 2 (“Nel”), kolom “Wat”", "")]


def test_een_nieuwe_rij_krijgt_niets_van_een_andere():
    """Between the old rows one is new; its date must not become that of a neighbour."""
    new = ("lezing", "Nel", "ooit", "loopt")
    keuring = keur([A, B], [A, new, B])
    assert keuring.rijen == (A, met(new, start=""), B)
    assert places(keuring) == [("rij 2 (“lezing”), kolom “Start”", "ooit")]


def test_een_rij_weg_en_een_rij_erbij_zijn_niet_dezelfde():
    new = ("lezing", "Nel", "2027-04-01", "klaar")
    keuring = keur([A, B], [met(B, start="ooit"), new])
    assert keuring.rijen == (B, new)


def test_twee_rijen_die_even_goed_passen_geven_niets():
    one, two = ("avond", "Jan", "2027-01-05", "loopt"), ("avond", "Jan", "2027-09-09", "loopt")
    new = met(one, start="ooit")
    keuring = keur([one, two], [new])
    assert keuring.rijen == (met(one, start=""),)
    assert places(keuring) == [("rij 1 (“avond”), kolom “Start”", "ooit")]


def test_een_nieuwe_rij_zonder_wat_verplicht_is_gaat_heel_opzij():
    keuring = keur([A], [A, ("", "Nel", "ooit", "klaar")])
    assert keuring.rijen == (A,)
    assert places(keuring) == [("rij 2", "Nel | ooit | klaar")]


cells = st.tuples(
    st.sampled_from(("avond", "boek", "cursus", "")),
    st.sampled_from(("Jan", "Piet", "")),
    st.sampled_from(("2027-01-05", "2027-02-05", "ooit", "")),
    st.sampled_from(("loopt", "klaar", "half", "")),
).filter(any)
old = cells.filter(lambda row: row[0] and row[2] != "ooit" and row[3] != "half")


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(old, max_size=5), st.lists(cells, max_size=6))
def test_elk_woord_komt_mee_of_is_genoemd_en_niets_is_verzonnen(old, new):
    keuring = keur(old, new)
    TABEL.normalise("\n".join(f"| {' | '.join(row)} |" for row in keuring.rijen))
    named = [one.words for one in keuring.refused]
    over = list(keuring.rijen)
    for number, row in enumerate(new, 1):
        own = [
            one
            for one in keuring.refused
            if one.place.split(" (")[0].split(",")[0] == f"rij {number}"
        ]
        if any(one.place == f"rij {number}" for one in own):
            assert " | ".join(filter(None, row)) in named
            continue
        received = over.pop(0)
        for was, werd in zip(row, received, strict=True):
            if was != werd:
                assert was in [one.words for one in own]
                assert not werd or any(werd in other for other in old)
    assert over == []


@pytest.mark.parametrize(
    ("old", "new", "fitting", "apart"),
    [
        ("- een\n- twee", "- een\n- tien", "- een\n- twee", ["tien"]),
        ("- een", "- een\n- tien\n- drie", "- een\n- drie", ["tien"]),
        ("", "- tien\n- drie", "- drie", ["tien"]),
        ("- een\n- twee\n- drie", "- tien\n- drie", "- een\n- twee\n- drie", ["tien"]),
    ],
)
def test_een_onbekende_keuze_houdt_de_andere_niet_tegen(old, new, fitting, apart):
    received, refused = check_choices(KEUZES, new, old)
    assert received == fitting
    assert [one.words for one in refused] == apart
    assert all("is geen keuze" in one.message for one in refused)
