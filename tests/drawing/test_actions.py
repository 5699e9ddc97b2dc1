from __future__ import annotations

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.drawing.actions import NAMELESS, Actie, Tijdlijn
from uitvoeringsplan.drawing.alternative_text import MAX_LENGTH
from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.vraag import Kolom

KOLOMMEN = tuple(Kolom(name, name) for name in ("actie", "start", "gereed", "stand"))
CEL = text.map(one_line)
DATUM = st.just("") | st.dates().map(dt.date.isoformat) | CEL
RIJ = st.tuples(CEL, DATUM, DATUM, st.sampled_from(["", "klaar", "loopt"]) | CEL)


def stroke(*rijen: tuple[str, ...]) -> Tijdlijn:
    return Tijdlijn.from_tabel(KOLOMMEN, rijen)


def test_de_acties_staan_op_datum():
    result = stroke(
        ("laat", "2027-05-01", "2027-06-01", "loopt"),
        ("kort", "2027-01-01", "2027-02-01", ""),
        ("lang", "2027-01-01", "2027-09-01", ""),
        ("mijlpaal", "", "2027-03-01", "klaar"),
        ("ooit", "", "", ""),
    )
    assert [actie.name for actie in result.acties] == ["kort", "lang", "mijlpaal", "laat"]
    assert [actie.name for actie in result.without_datum] == ["ooit"]
    assert result.days == (dt.date(2027, 1, 1), dt.date(2027, 9, 1))


def test_een_actie_kent_haar_dagen():
    one, other = dt.date(2027, 3, 1), dt.date(2027, 5, 1)
    assert Actie("a", one, other).days == (one, other)
    assert Actie("a", other, one).days == (one, other)
    assert Actie("a", gereed=other).days == (other, other)
    assert Actie("a").days == ()
    assert [Actie("a", *days).is_mijlpaal for days in ((one, other), (one, None), ())] == [
        False,
        True,
        False,
    ]
    assert Actie("a", other, one).is_reversed
    assert not Actie("a", one, one).is_reversed


def test_een_rij_zonder_naam_en_een_lege_rij():
    result = stroke(("", "2027-01-01", "", ""), ("", "", "", "klaar"), ("", "", "", ""))
    assert [actie.name for actie in result.acties] == [NAMELESS]
    assert result.without_datum == ()


def test_een_tabel_zonder_stand():
    result = Tijdlijn.from_tabel(KOLOMMEN[:3], [("a", "2027-01-01", "2027-01-02")])
    assert result.acties == (Actie("a", dt.date(2027, 1, 1), dt.date(2027, 1, 2)),)


def test_het_alternatief_zegt_wat_de_tekening_zegt():
    result = stroke(
        ("Netwerk", "2027-02-01", "2028-03-31", "loopt"),
        ("Training.", "2027-01-04", "2027-01-08", "klaar"),
        ("Quiz", "2027-05-01", "", ""),
        ("Evaluatie", "", "2027-06-30", "nog niet begonnen"),
        ("Andersom", "2027-09-01", "2027-08-01", "vervallen"),
        ("Ooit", "", "", ""),
        ("Later", "", "", "loopt"),
    )
    assert result.alternatief() == (
        "Planning in de tijd: 5 acties, 4 januari 2027 tot en met 31 maart 2028."
        " Begin in het eerste kwartaal van 2027: Training. (4 januari tot en met 8 januari 2027,"
        " klaar); Netwerk (1 februari 2027 tot en met 31 maart 2028, loopt)."
        " Begin in het tweede kwartaal van 2027: Quiz (start 1 mei 2027); Evaluatie"
        " (gereed 30 juni 2027, nog niet begonnen)."
        " Begin in het derde kwartaal van 2027: Andersom (1 september tot en met 1 augustus 2027,"
        " let op: gereed ligt vóór start, vervallen)."
        " Zonder datum, en daarom niet getekend: Ooit; Later (loopt)."
    )


def test_over_vele_jaren_gaat_het_per_jaar():
    result = stroke(("a", "1990-01-01", "2100-12-31", ""), ("b", "2000-07-01", "2000-07-01", ""))
    assert result.alternatief(2, 3) == (
        "Planning in de tijd, deel 2 van 3: 2 acties, 1 januari 1990 tot en met 31 december 2100."
        " Begin in 1990: a (1 januari 1990 tot en met 31 december 2100)."
        " Begin in 2000: b (1 juli 2000)."
    )


def test_zonder_acties_zijn_er_geen_woorden():
    assert stroke(("Ooit", "", "", "")).alternatief() == ""
    assert stroke().days == ()


@trials(200)
@given(st.lists(RIJ, max_size=60))
def test_elke_actie_staat_in_de_woorden_of_is_geteld(rijen):
    result = stroke(*rijen)
    words = result.alternatief()
    if not result.acties:
        assert words == ""
        return
    assert len(words) <= MAX_LENGTH
    assert "\n" not in words
    counted = sum(int(count) for count in re.findall(r"En nog (\d+) acties?; zie", words))
    every = [actie.in_words for actie in (*result.acties, *result.without_datum)]
    named = sum(name in words for name in every)
    assert counted <= len(every)
    assert named + counted >= len(every)
