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


def met(rij, **anders):
    return tuple(anders.get(kolom.id, cel) for kolom, cel in zip(KOLOMMEN, rij, strict=True))


def keur(oud, nieuw):
    return RowCheck(TABEL, [TableRow(i, rij) for i, rij in enumerate(nieuw, 1)], oud).check()


def plekken(keuring):
    return [(een.plek, een.woorden) for een in keuring.geweigerd]


def test_wat_past_blijft_zoals_het_is():
    assert keur([A], [B, C]) == ((B, C), ())


@pytest.mark.parametrize(
    ("kolom", "woorden"), [("start", "ooit"), ("stand", "half"), ("wie", "x" * (MAX_CEL + 1))]
)
def test_een_cel_die_niet_past_houdt_wat_er_stond(kolom, woorden):
    anders = "Nel" if kolom != "wie" else B[1]
    bewerkt = met(B, **({"wie": anders} | {kolom: woorden}))
    keuring = keur([A, B, C], [A, bewerkt, C])
    assert keuring.rijen == (A, met(B, wie=anders), C)
    ((plek, gezegd),) = plekken(keuring)
    assert plek.startswith("rij 2 (“boek”), kolom “")
    assert gezegd == woorden


def test_een_verplichte_cel_die_leeg_is_houdt_wat_er_stond():
    keuring = keur([A, B], [A, met(B, wat="", wie="Nel")])
    assert keuring.rijen == (A, met(B, wie="Nel"))
    assert plekken(keuring) == [("rij 2 (“Nel”), kolom “Wat”", "")]


def test_een_nieuwe_rij_krijgt_niets_van_een_andere():
    """Between the old rows one is new; its date must not become that of a neighbour."""
    nieuw = ("lezing", "Nel", "ooit", "loopt")
    keuring = keur([A, B], [A, nieuw, B])
    assert keuring.rijen == (A, met(nieuw, start=""), B)
    assert plekken(keuring) == [("rij 2 (“lezing”), kolom “Start”", "ooit")]


def test_een_rij_weg_en_een_rij_erbij_zijn_niet_dezelfde():
    nieuw = ("lezing", "Nel", "2027-04-01", "klaar")
    keuring = keur([A, B], [met(B, start="ooit"), nieuw])
    assert keuring.rijen == (B, nieuw)


def test_twee_rijen_die_even_goed_passen_geven_niets():
    een, twee = ("avond", "Jan", "2027-01-05", "loopt"), ("avond", "Jan", "2027-09-09", "loopt")
    nieuw = met(een, start="ooit")
    keuring = keur([een, twee], [nieuw])
    assert keuring.rijen == (met(een, start=""),)
    assert plekken(keuring) == [("rij 1 (“avond”), kolom “Start”", "ooit")]


def test_een_nieuwe_rij_zonder_wat_verplicht_is_gaat_heel_opzij():
    keuring = keur([A], [A, ("", "Nel", "ooit", "klaar")])
    assert keuring.rijen == (A,)
    assert plekken(keuring) == [("rij 2", "Nel | ooit | klaar")]


cellen = st.tuples(
    st.sampled_from(("avond", "boek", "cursus", "")),
    st.sampled_from(("Jan", "Piet", "")),
    st.sampled_from(("2027-01-05", "2027-02-05", "ooit", "")),
    st.sampled_from(("loopt", "klaar", "half", "")),
).filter(any)
oude = cellen.filter(lambda rij: rij[0] and rij[2] != "ooit" and rij[3] != "half")


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.lists(oude, max_size=5), st.lists(cellen, max_size=6))
def test_elk_woord_komt_mee_of_is_genoemd_en_niets_is_verzonnen(oud, nieuw):
    keuring = keur(oud, nieuw)
    TABEL.normalise("\n".join(f"| {' | '.join(rij)} |" for rij in keuring.rijen))
    genoemd = [een.woorden for een in keuring.geweigerd]
    over = list(keuring.rijen)
    for nummer, rij in enumerate(nieuw, 1):
        eigen = [
            een
            for een in keuring.geweigerd
            if een.plek.split(" (")[0].split(",")[0] == f"rij {nummer}"
        ]
        if any(een.plek == f"rij {nummer}" for een in eigen):
            assert " | ".join(filter(None, rij)) in genoemd
            continue
        gekregen = over.pop(0)
        for was, werd in zip(rij, gekregen, strict=True):
            if was != werd:
                assert was in [een.woorden for een in eigen]
                assert not werd or any(werd in ander for ander in oud)
    assert over == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "passend", "apart"),
    [
        ("- een\n- twee", "- een\n- tien", "- een\n- twee", ["tien"]),
        ("- een", "- een\n- tien\n- drie", "- een\n- drie", ["tien"]),
        ("", "- tien\n- drie", "- drie", ["tien"]),
        ("- een\n- twee\n- drie", "- tien\n- drie", "- een\n- twee\n- drie", ["tien"]),
    ],
)
def test_een_onbekende_keuze_houdt_de_andere_niet_tegen(oud, nieuw, passend, apart):
    gekregen, geweigerd = check_choices(KEUZES, nieuw, oud)
    assert gekregen == passend
    assert [een.woorden for een in geweigerd] == apart
    assert all("is geen keuze" in een.melding for een in geweigerd)
