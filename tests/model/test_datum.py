"""Every way in which people here write a date is the same day."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import text, trials
from uitvoeringsplan.model.datum import MONTHS, WEEKDAYS, datum_in_words, other_weekday, read_datum

ONE = dt.date(2027, 1, 31)


@pytest.mark.parametrize(
    "typed",
    [
        "2027-01-31", " 2027-01-31 ", "31-01-2027", "31-1-2027", "31/01/2027", "31.1.2027",
        "31 1 2027", "31 januari 2027", "31 Januari 2027", "31 JAN 2027", "31 jan. 2027",
        "31  januari\t2027", "31-jan-2027",
    ],
)  # fmt: skip
def test_dezelfde_dag_op_veel_manieren(typed):
    assert read_datum(typed) == ONE


@pytest.mark.parametrize("short", ["mrt", "mrt.", "maa", "maart"])
def test_maart(short):
    assert read_datum(f"3 {short} 2027") == dt.date(2027, 3, 3)


@pytest.mark.parametrize(
    "typed",
    [
        "", "morgen", "31", "2027", "31 februari 2027", "32-1-2027", "1-13-2027", "29-2-2027",
        "1 ma 2027", "1 j 2027", "1 ju 2027", "1 xyz 2027", "2027-1-31-", "1-1-0000", "1-1-17",
        "1 maart 2027 om 12:00",
    ],
)  # fmt: skip
def test_geen_datum(typed):
    assert read_datum(typed) is None


def test_schrikkeldag():
    assert read_datum("29-2-2028") == dt.date(2028, 2, 29)


@pytest.mark.parametrize("month", MONTHS)
def test_elke_maand_aan_haar_eerste_drie_letters(month):
    expected = MONTHS.index(month) + 1
    datum = read_datum(f"1 {month[:3]}. 2027")
    assert datum is not None
    assert datum.month == expected


@trials(100)
@given(st.dates(min_value=dt.date(1000, 1, 1)))
def test_in_woorden_en_terug(datum):
    assert read_datum(datum_in_words(datum.isoformat())) == datum


def test_in_woorden_laat_andere_tekst_staan():
    assert datum_in_words("2027-01-31") == "31 januari 2027"
    assert datum_in_words("voorjaar 2027") == "voorjaar 2027"


@trials(300)
@given(text)
def test_elke_tekst_is_een_datum_of_niet(typed):
    datum = read_datum(typed)
    assert datum is None or read_datum(datum.isoformat()) == datum


THREE_MAART = dt.date(2027, 3, 3)
days = st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31))


def forms(day: dt.date) -> dict[str, str]:
    month, weekday = MONTHS[day.month - 1], WEEKDAYS[day.weekday()]
    short = "mrt" if day.month == 3 else month[:3]
    d, m, j = day.day, day.month, day.year
    return {
        "iso": day.isoformat(),
        "iso zonder nullen": f"{j}-{m}-{d}",
        "streepjes": f"{d}-{m}-{j}",
        "streepjes met nullen": f"{d:02}-{m:02}-{j}",
        "schuine strepen": f"{d}/{m}/{j}",
        "punten": f"{d:02}.{m:02}.{j}",
        "lange strepen": f"{d}\u2013{m}\u2013{j}",
        "woorden": f"{d} {month} {j}",
        "hoofdletter": f"{d} {month.title()} {j}",
        "hoofdletters": f"{d} {month.upper()} {j}",
        "kort": f"{d} {short} {j}",
        "kort met punt": f"{d} {short}. {j}",
        "kort met streepjes": f"{d:02}-{short}-{j}",
        "harde spaties": f"{d}\u00a0{month}\u00a0{j}",
        "punt erachter": f"{d} {month} {j}.",
        "rangtelwoord": f"{d}e {month} {j}",
        "weekdag": f"{weekday} {d} {month} {j}",
        "weekdag met komma": f"{weekday.title()}, {d} {month} {j}",
        "korte weekdag": f"{weekday[:2]}. {d} {short}. {j}",
        "weekdag en cijfers": f"{weekday[:2]} {d}-{m}-{j}",
    }


@trials(300)
@given(days, st.sampled_from(sorted(forms(THREE_MAART))))
def test_elke_dag_in_elke_vorm(day, form):
    assert read_datum(forms(day)[form]) == day


@trials(200)
@given(st.dates(dt.date(2020, 1, 1), dt.date(2099, 12, 31)))
def test_twee_cijfers_zijn_een_jaar_van_deze_eeuw(day):
    year = f"{day.year % 100:02}"
    month = MONTHS[day.month - 1]
    for typed in (
        f"{day.day}-{day.month}-{year}",
        f"{day.day}/{day.month}/{year}",
        f"{day.day} {month} {year}",
        f"{day.day} {month} '{year}",
        f"{day.day} {month} \u2019{year}.",
    ):
        assert read_datum(typed) == day


@pytest.mark.parametrize("typed", ["27-03-03", "3-3-19", "3 maart '00"])
def test_een_laag_kort_jaar_kan_een_dag_zijn(typed):
    assert read_datum(typed) is None


@pytest.mark.parametrize(
    "typed",
    [
        "vandaag", "morgen", "maart 2027", "3 maart", "3-3-'027", "3 maart 2027 en verder",
        "maandag", "vrijdag 2027", "d 3 maart 2027", "xx 3 maart 2027", "2027-3/3", "3 3 3 2027",
    ],
)  # fmt: skip
def test_wat_geen_dag_noemt_is_geen_datum(typed):
    assert read_datum(typed) is None
    assert other_weekday(typed) == ""


@trials(200)
@given(days, st.sampled_from(WEEKDAYS))
def test_een_weekdag_die_niet_klopt_geeft_geen_datum_maar_de_goede_dag(day, weekday):
    typed = f"{weekday} {day.day}-{day.month}-{day.year}"
    real = WEEKDAYS[day.weekday()]
    assert (read_datum(typed), other_weekday(typed)) == (
        (day, "") if weekday == real else (None, real)
    )


@trials(300)
@given(st.dates())
def test_wat_getoond_wordt_is_dezelfde_dag(day):
    assert read_datum(datum_in_words(day.isoformat())) == day
