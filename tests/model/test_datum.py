"""Every way in which people here write a date is the same day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import proeven, tekst
from uitvoeringsplan.model.datum import MONTHS, WEEKDAYS, datum_in_words, other_weekday, read_datum

EEN = dt.date(2027, 1, 31)


@pytest.mark.parametrize(
    "getypt",
    [
        "2027-01-31", " 2027-01-31 ", "31-01-2027", "31-1-2027", "31/01/2027", "31.1.2027",
        "31 1 2027", "31 januari 2027", "31 Januari 2027", "31 JAN 2027", "31 jan. 2027",
        "31  januari\t2027", "31-jan-2027",
    ],
)  # fmt: skip
def test_dezelfde_dag_op_veel_manieren(getypt):
    assert read_datum(getypt) == EEN


@pytest.mark.parametrize("kort", ["mrt", "mrt.", "maa", "maart"])
def test_maart(kort):
    assert read_datum(f"3 {kort} 2027") == dt.date(2027, 3, 3)


@pytest.mark.parametrize(
    "getypt",
    [
        "", "morgen", "31", "2027", "31 februari 2027", "32-1-2027", "1-13-2027", "29-2-2027",
        "1 ma 2027", "1 j 2027", "1 ju 2027", "1 xyz 2027", "2027-1-31-", "1-1-0000", "1-1-17",
        "1 maart 2027 om 12:00",
    ],
)  # fmt: skip
def test_geen_datum(getypt):
    assert read_datum(getypt) is None


def test_schrikkeldag():
    assert read_datum("29-2-2028") == dt.date(2028, 2, 29)


@pytest.mark.parametrize("maand", MONTHS)
def test_elke_maand_aan_haar_eerste_drie_letters(maand):
    verwacht = MONTHS.index(maand) + 1
    datum = read_datum(f"1 {maand[:3]}. 2027")
    assert datum is not None
    assert datum.month == verwacht


@proeven(100)
@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_in_woorden_en_terug(datum):
    assert read_datum(datum_in_words(datum.isoformat())) == datum


def test_in_woorden_laat_andere_tekst_staan():
    assert datum_in_words("2027-01-31") == "31 januari 2027"
    assert datum_in_words("voorjaar 2027") == "voorjaar 2027"


@proeven(300)
@given(tekst)
def test_elke_tekst_is_een_datum_of_niet(getypt):
    datum = read_datum(getypt)
    assert datum is None or read_datum(datum.isoformat()) == datum


DRIE_MAART = dt.date(2027, 3, 3)
dagen = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def vormen(dag: dt.date) -> dict[str, str]:
    maand, weekdag = MONTHS[dag.month - 1], WEEKDAYS[dag.weekday()]
    kort = "mrt" if dag.month == 3 else maand[:3]
    d, m, j = dag.day, dag.month, dag.year
    return {
        "iso": dag.isoformat(),
        "iso zonder nullen": f"{j}-{m}-{d}",
        "streepjes": f"{d}-{m}-{j}",
        "streepjes met nullen": f"{d:02}-{m:02}-{j}",
        "schuine strepen": f"{d}/{m}/{j}",
        "punten": f"{d:02}.{m:02}.{j}",
        "lange strepen": f"{d}\u2013{m}\u2013{j}",
        "woorden": f"{d} {maand} {j}",
        "hoofdletter": f"{d} {maand.title()} {j}",
        "hoofdletters": f"{d} {maand.upper()} {j}",
        "kort": f"{d} {kort} {j}",
        "kort met punt": f"{d} {kort}. {j}",
        "kort met streepjes": f"{d:02}-{kort}-{j}",
        "harde spaties": f"{d}\u00a0{maand}\u00a0{j}",
        "punt erachter": f"{d} {maand} {j}.",
        "rangtelwoord": f"{d}e {maand} {j}",
        "weekdag": f"{weekdag} {d} {maand} {j}",
        "weekdag met komma": f"{weekdag.title()}, {d} {maand} {j}",
        "korte weekdag": f"{weekdag[:2]}. {d} {kort}. {j}",
        "weekdag en cijfers": f"{weekdag[:2]} {d}-{m}-{j}",
    }


@proeven(300)
@given(dagen, st.sampled_from(sorted(vormen(DRIE_MAART))))
def test_elke_dag_in_elke_vorm(dag, vorm):
    assert read_datum(vormen(dag)[vorm]) == dag


@proeven(200)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2099, 12, 31)))
def test_twee_cijfers_zijn_een_jaar_van_deze_eeuw(dag):
    jaar = f"{dag.year % 100:02}"
    maand = MONTHS[dag.month - 1]
    for getypt in (
        f"{dag.day}-{dag.month}-{jaar}",
        f"{dag.day}/{dag.month}/{jaar}",
        f"{dag.day} {maand} {jaar}",
        f"{dag.day} {maand} '{jaar}",
        f"{dag.day} {maand} \u2019{jaar}.",
    ):
        assert read_datum(getypt) == dag


@pytest.mark.parametrize("getypt", ["27-03-03", "3-3-19", "3 maart '00"])
def test_een_laag_kort_jaar_kan_een_dag_zijn(getypt):
    assert read_datum(getypt) is None


@pytest.mark.parametrize(
    "getypt",
    [
        "vandaag", "morgen", "maart 2027", "3 maart", "3-3-'027", "3 maart 2027 en verder",
        "maandag", "vrijdag 2027", "d 3 maart 2027", "xx 3 maart 2027", "2027-3/3", "3 3 3 2027",
    ],
)  # fmt: skip
def test_wat_geen_dag_noemt_is_geen_datum(getypt):
    assert read_datum(getypt) is None
    assert other_weekday(getypt) == ""


@proeven(200)
@given(dagen, st.sampled_from(WEEKDAYS))
def test_een_weekdag_die_niet_klopt_geeft_geen_datum_maar_de_goede_dag(dag, weekdag):
    getypt = f"{weekdag} {dag.day}-{dag.month}-{dag.year}"
    echt = WEEKDAYS[dag.weekday()]
    assert (read_datum(getypt), other_weekday(getypt)) == (
        (dag, "") if weekdag == echt else (None, echt)
    )


@proeven(300)
@given(st.dates())
def test_wat_getoond_wordt_is_dezelfde_dag(dag):
    assert read_datum(datum_in_words(dag.isoformat())) == dag
