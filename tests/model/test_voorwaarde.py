from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.errors import VoorwaardeError
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.voorwaarde import MAX_DEPTH, read_voorwaarde

ANTWOORDEN = {
    "status": "Vastgesteld",
    "vorm": "Nieuwe aanpak",
    "leeg": "",
    "doelen": "- Rust\n- Meer contact",
    "code": "en",
}


def geldt(voorwaarde: str, antwoorden=ANTWOORDEN) -> bool:
    return read_voorwaarde(voorwaarde).holds(lambda id_: antwoorden[id_])


@pytest.mark.parametrize(
    ("voorwaarde", "expected"),
    [
        ("status = vastgesteld", True),
        ("status=VASTGESTELD", True),
        ("status = concept", False),
        ("status != concept", True),
        ("status!=vastgesteld", False),
        ('vorm = "nieuwe aanpak"', True),
        ("vorm = 'Nieuwe  aanpak'", True),
        ("vorm = “nieuwe aanpak”", True),
        ("vorm = nieuwe", False),
        ("code = 'en'", True),
        ("status is ingevuld", True),
        ("status IS Leeg", False),
        ("leeg is ingevuld", False),
        ("leeg is leeg", True),
        ("leeg = iets", False),
        ("leeg != iets", True),
        ("doelen = rust", True),
        ("doelen = 'meer contact'", True),
        ("doelen = contact", False),
        ("niet leeg is leeg", False),
        ("niet niet leeg is leeg", True),
        ("niet status = concept en leeg is leeg", True),
        ("status is leeg en leeg is leeg of code is ingevuld", True),
        ("status is leeg en (leeg is leeg of code is ingevuld)", False),
        ("code is ingevuld of status is leeg en leeg is ingevuld", True),
        ("niet (status is leeg of leeg is ingevuld)", True),
        ("(status is ingevuld)en(leeg is leeg)", True),
        ("  ( ( status = vastgesteld ) )\n  en leeg is leeg  ", True),
    ],
)
def test_geldt(voorwaarde, expected):
    assert geldt(voorwaarde) is expected


def test_de_vragen_en_de_plaatsen():
    reading = read_voorwaarde("a = x en (niet b is leeg of a != 'y')")
    assert reading.ids == ("a", "b")
    assert [(b.id, b.value, b.place) for b in reading.statements] == [
        ("a", "x", 0),
        ("b", None, 15),
        ("a", "y", 28),
    ]
    assert [reading.text[b.value_place] for b in reading.statements if b.value] == ["x", "'"]


@pytest.mark.parametrize(
    ("voorwaarde", "place", "message"),
    [
        ("", 0, "hoort de id van een vraag of gegeven, maar de tekst houdt op"),
        ("status", 6, "na een id hoort"),
        ("status =", 8, "hier hoort een waarde"),
        ("status == x", 8, "maar er staat “=”"),
        ("status = en", 9, "hier hoort een waarde"),
        ("status = ''", 9, "gebruik `is leeg`"),
        ("status = ter bespreking", 13, "van meer woorden tussen aanhalingstekens"),
        ("status is", 9, "hoort `ingevuld` of `leeg`"),
        ("status is vol", 10, "maar er staat “vol”"),
        ("status is 'leeg'", 10, "hoort `ingevuld` of `leeg`"),
        ("status is niet leeg", 10, "maar er staat “niet”"),
        ("'status' = x", 0, "hoort de id"),
        ("a = b en", 8, "hoort de id"),
        ("a = b c = d", 6, "van meer woorden tussen aanhalingstekens"),
        ("a is leeg b is leeg", 10, "hier hoort `en`, `of` of het einde"),
        ("(a = b", 6, "een haakje )"),
        ("a = b)", 5, "hier hoort `en`, `of` of het einde"),
        ("()", 1, "hoort de id"),
        ("a ! b", 2, "het teken “!” kan hier niet"),
        ("a = 'b", 4, "aanhalingsteken wordt niet gesloten"),
        ('a =  "b', 5, "aanhalingsteken wordt niet gesloten"),
        ("(" * 11 + "a = b" + ")" * 11, 10, "haakjes binnen elkaar"),
    ],
)
def test_een_fout_wijst_de_plaats(voorwaarde, place, message):
    with pytest.raises(VoorwaardeError) as error:
        read_voorwaarde(voorwaarde)
    assert message in error.value.message
    assert error.value.place == place
    assert str(error.value).startswith(f"teken {place + 1}: ")


def test_haakjes_naast_elkaar_zijn_niet_diep():
    deep = "(" * MAX_DEPTH + "status = vastgesteld" + ")" * MAX_DEPTH
    assert geldt(" en ".join([deep] * 50))
    assert not geldt("niet " * 4001 + "status = vastgesteld")


# Every tree that can be said: as a text, and what it must come to, worked out another way.
NAMES = st.sampled_from("abc")
SHEET = st.one_of(
    st.builds(lambda n, w: (f"{n} = {w}", f"w[{n!r}] == {w!r}"), NAMES, st.sampled_from("xy")),
    st.builds(lambda n, w: (f"{n}!={w}", f"w[{n!r}] != {w!r}"), NAMES, st.sampled_from("xy")),
    NAMES.map(lambda n: (f"{n} is ingevuld", f"w[{n!r}] != ''")),
    NAMES.map(lambda n: (f"{n} is leeg", f"w[{n!r}] == ''")),
)
TREE = st.recursive(
    SHEET,
    lambda part: st.one_of(
        part.map(lambda d: (f"niet ({d[0]})", f"not ({d[1]})")),
        st.tuples(part, part).map(
            lambda d: (f"({d[0][0]}) en {d[1][0]}", f"({d[0][1]}) and {d[1][1]}")
        ),
        st.tuples(part, part).map(lambda d: (f"{d[0][0]} of {d[1][0]}", f"{d[0][1]} or {d[1][1]}")),
    ),
    max_leaves=6,
)


@trials(300)
@given(tree=TREE, values=st.fixed_dictionaries(dict.fromkeys("abc", st.sampled_from(["", *"xy"]))))
def test_de_volgorde_is_die_van_not_and_or(tree, values):
    voorwaarde, python = tree
    assert geldt(voorwaarde, values) is eval(python, {"w": values})  # noqa: S307 - made here


@trials(300)
@given(rubbish=text | st.lists(st.sampled_from(
    ["a", " ", "=", "!=", "is", "leeg", "en", "niet", "(", ")", "'", '"', "“", "”", "\n", "\u2003"]
)).map("".join))  # fmt: skip
def test_elke_tekst_is_een_voorwaarde_of_een_fout_op_een_plek(rubbish):
    place = 0
    try:
        place = read_voorwaarde(rubbish).statements[0].place
    except VoorwaardeError as error:
        place = error.place
    assert 0 <= place <= len(rubbish)


@trials(200)
@given(value=text.map(one_line).filter(lambda w: w and '"' not in w))
def test_elke_waarde_zonder_aanhalingsteken_kan_tussen_aanhalingstekens(value):
    assert geldt(f'a = "{value}"', {"a": value})
    assert not geldt(f'a != "{value}"', {"a": value})
