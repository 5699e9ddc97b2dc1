"""Answers that are a table: rows, columns and their order come back as the plan holds them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from returned_documents import Bewerker, deviations, edited, paragraph, run, terug, text_of

from independent_reader import w
from uitvoeringsplan.model.tabel import read_tabel, sorted_rows, write_tabel
from uitvoeringsplan.word.filling.filling import fill

if TYPE_CHECKING:
    from collections.abc import Callable

RIJEN = """\
| Handhaving | later | burgemeester |  | 2028-03-01 |  |  | rust | loopt |
| Lokaal beeld | zonder datum | adviseur |  |  |  |  |  |  |
| Handhaving | eerst | wethouder |  | 2027-01-05 |  |  | a \\| b | klaar |"""
KOPPEN = ["Activiteit", "Actie", "Trekker (functie)", "Start", "Meetpunt", "Stand"]


@pytest.fixture(scope="module")
def plan(plannen):
    old = plannen["oudermeer"]
    return old._replace(antwoorden={**old.antwoorden, "acties": RIJEN})


@pytest.fixture(scope="module")
def vraag(real_lijst):
    return real_lijst.vraag("acties")


@pytest.fixture(scope="module", params=["heel", "zonder tags"])
def made(request, sjabloon, real_lijst, plan):
    data = fill(sjabloon, real_lijst, plan)
    return data if request.param == "heel" else edited(data, Bewerker.without_tags)


def tabel(reviser: Bewerker):
    (found,) = [
        t for t in reviser.document.iter(w("tbl")) if text_of(t).startswith("ActiviteitActie")
    ]
    return found


def rows(reviser: Bewerker) -> list:
    return tabel(reviser).findall(w("tr"))


def cells(row) -> list:
    return row.findall(w("tc"))


def type_in(cell, text: str) -> None:
    """Put another text in a cell; every line is a paragraph."""
    for p in cell.findall(w("p")):
        cell.remove(p)
    cell.extend(paragraph(run(line)) for line in text.split("\n"))


def read(made: bytes, real_lijst, plan, *stappen: Callable[[Bewerker], object]):
    return terug(edited(made, *stappen), real_lijst, plan)


def test_een_ongewijzigde_tabel_komt_in_de_volgorde_van_het_plan(made, real_lijst, plan, vraag):
    """The document sorts the rows and leaves out empty columns; neither is a change."""
    reviser = Bewerker(made)
    assert [text_of(cell) for cell in cells(rows(reviser)[0])] == KOPPEN
    assert [text_of(cells(row)[1]) for row in rows(reviser)[1:]] == [
        "eerst", "later", "zonder datum",
    ]  # fmt: skip
    reading = terug(made, real_lijst, plan)
    assert reading.antwoorden["acties"].text == RIJEN
    assert deviations(real_lijst, plan, reading) == {}
    without = terug(made, real_lijst).antwoorden["acties"]
    assert without.is_unchanged
    assert without.text == write_tabel(sorted_rows(vraag, RIJEN))


def _change(reviser: Bewerker) -> None:
    row = cells(rows(reviser)[2])
    type_in(row[2], "wethouder Zorg")
    type_in(row[3], "1 april 2028")
    type_in(row[5], "KLAAR")


def _added(reviser: Bewerker) -> None:
    new = rows(reviser)[1]
    copy = deepcopy(new)
    new.addnext(copy)
    for cell, text in zip(
        cells(copy), ["Lokaal beeld", "nieuw", "a|b", "–", "", "loopt"], strict=True
    ):
        type_in(cell, text)


def _gone(reviser: Bewerker) -> None:
    tabel(reviser).remove(rows(reviser)[1])


def _kolom_gone(reviser: Bewerker) -> None:
    for row in rows(reviser):
        row.remove(cells(row)[4])


def _kolommen_around(reviser: Bewerker) -> None:
    for row in rows(reviser):
        row.append(cells(row)[0])


def _other_order(reviser: Bewerker) -> None:
    first = rows(reviser)[1]
    tabel(reviser).append(first)


def _empty_rij(reviser: Bewerker) -> None:
    _added(reviser)
    for cell in cells(rows(reviser)[2]):
        type_in(cell, "–")


def lines(*replace: tuple[str, str]) -> str:
    text = RIJEN
    for old, new in replace:
        assert old in text
        text = text.replace(old, new)
    return text


FIRST, MIDDELSTE, LAST = RIJEN.split("\n")
NEW = r"| Lokaal beeld | nieuw | a\|b |  |  |  |  |  | loopt |"
CASES = {
    "veranderde rij": (
        _change,
        lines(
            ("burgemeester", "wethouder Zorg"), ("2028-03-01", "2028-04-01"),
            ("rust | loopt", "rust | klaar"),
        ),
    ),
    "rij erbij": (_added, f"{FIRST}\n{MIDDELSTE}\n{LAST}\n{NEW}"),
    "rij weg": (_gone, f"{FIRST}\n{MIDDELSTE}"),
    "kolom weg": (_kolom_gone, lines(("| rust ", "|  "), (r"| a \| b ", "|  "))),
    "kolommen in een andere volgorde": (_kolommen_around, RIJEN),
    "rijen in een andere volgorde": (_other_order, RIJEN),
    "een lege rij telt niet": (_empty_rij, RIJEN),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_een_bewerkte_tabel(made, real_lijst, plan, vraag, name):
    perform, expected = CASES[name]
    reading = read(made, real_lijst, plan, perform)
    antwoord = reading.antwoorden["acties"]
    assert antwoord.is_certain, reading.doubts
    assert sorted(read_tabel(vraag.kolommen, antwoord.text)) == sorted(
        read_tabel(vraag.kolommen, expected)
    )
    if name != "rijen in een andere volgorde":
        assert antwoord.text == expected
    assert antwoord.is_unchanged is (expected == RIJEN)
    assert deviations(real_lijst, plan, reading, ["acties"]) == {}


def test_een_cel_die_niet_past_houdt_de_andere_niet_tegen(made, real_lijst, plan):
    def perform(reviser: Bewerker) -> None:
        row = cells(rows(reviser)[1])
        type_in(row[3], "ooit")
        type_in(row[5], "bijna klaar")
        type_in(row[2], "wethouder Zorg")

    reading = read(made, real_lijst, plan, perform)
    antwoord = reading.antwoorden["acties"]
    assert (antwoord.is_certain, reading.doubts) == (True, ())
    assert antwoord.fitting == lines(("wethouder |", "wethouder Zorg |"))
    assert antwoord.text == lines(
        ("wethouder |", "wethouder Zorg |"),
        ("2027-01-05", "ooit"),
        ("| klaar |", "| bijna klaar |"),
    )
    row = "rij 1 (“Handhaving”), kolom"
    assert [one[:2] for one in antwoord.refused] == [
        (f"{row} “Start”", "ooit"), (f"{row} “Stand”", "bijna klaar"),
    ]  # fmt: skip
    assert "“ooit” is geen datum" in antwoord.refused[0].message
    assert "“bijna klaar” is geen keuze" in antwoord.refused[1].message


def _vreemde_kolom(reviser: Bewerker) -> None:
    type_in(cells(rows(reviser)[0])[4], "Iets anders")


def _without_kop(reviser: Bewerker) -> None:
    tabel(reviser).remove(rows(reviser)[0])


def _samengevoegd(reviser: Bewerker) -> None:
    first, second = cells(rows(reviser)[1])[:2]
    own = first.find(w("tcPr"))
    own.append(own.makeelement(w("gridSpan"), {w("val"): "2"}))
    second.getparent().remove(second)


@pytest.mark.parametrize(
    ("perform", "word"),
    [
        (_vreemde_kolom, "“Iets anders”"),
        (_without_kop, "kopregel"),
        (_samengevoegd, "samengevoegd"),
    ],
)
def test_wat_niet_te_plaatsen_is_is_een_bedenking(made, real_lijst, plan, perform, word):
    reading = read(made, real_lijst, plan, perform)
    assert not reading.antwoorden["acties"].is_certain
    (doubt,) = reading.doubts
    assert doubt.vraag_id == "acties"
    assert word in doubt.message


def test_tekst_in_plaats_van_de_tabel_is_een_bedenking(made, real_lijst, plan):
    def perform(reviser: Bewerker) -> None:
        old = tabel(reviser)
        old.addnext(paragraph(run("Zie de bijlage.")))
        old.getparent().remove(old)

    reading = read(made, real_lijst, plan, perform)
    antwoord = reading.antwoorden["acties"]
    assert (antwoord.text, antwoord.is_certain) == ("", False)
    assert "Zie de bijlage." in reading.doubts[0].message


def test_de_tabel_weg_in_zijn_invulveld_is_leeggemaakt(sjabloon, real_lijst, plan):
    def perform(reviser: Bewerker) -> None:
        old = tabel(reviser)
        old.getparent().remove(old)

    reading = read(fill(sjabloon, real_lijst, plan), real_lijst, plan, perform)
    antwoord = reading.antwoorden["acties"]
    assert (antwoord.text, antwoord.is_certain, antwoord.is_unchanged) == ("", True, False)


def test_tekst_naast_de_tabel_wordt_gemeld(sjabloon, real_lijst, plan):
    data = fill(sjabloon, real_lijst, plan)
    reading = read(
        data, real_lijst, plan, lambda b: tabel(b).addprevious(paragraph(run("Let op!")))
    )
    assert reading.antwoorden["acties"].text == RIJEN
    assert not reading.antwoorden["acties"].is_certain
    assert "Let op!" in reading.doubts[0].message


def test_meer_regels_in_een_cel_worden_een(made, real_lijst, plan):
    reading = read(
        made, real_lijst, plan, lambda b: type_in(cells(rows(b)[1])[1], "eerst\nen  daarna")
    )
    assert reading.antwoorden["acties"].text == lines(("| eerst |", "| eerst en daarna |"))


def test_een_invulveld_met_alleen_de_tabel(sjabloon, real_lijst, plan):
    """Word wants a paragraph behind a table in a control; other programs leave it out."""

    def only(reviser: Bewerker) -> None:
        (content,) = reviser.control("acties").findall(w("sdtContent"))
        content[:] = [tabel(reviser)]
        type_in(cells(rows(reviser)[1])[1], "anders")

    reading = read(fill(sjabloon, real_lijst, plan), real_lijst, plan, only)
    assert reading.antwoorden["acties"].text == RIJEN.replace("eerst", "anders")
    assert deviations(real_lijst, plan, reading, ["acties"]) == {}


def test_een_rij_die_later_begint_schuift_niet_op(made, real_lijst, plan):
    def spring_in(reviser: Bewerker) -> None:
        row = rows(reviser)[1]
        row.remove(cells(row)[0])
        own = row.find(w("trPr"))
        if own is None:
            own = row.makeelement(w("trPr"))
            row.insert(0, own)
        own.insert(0, row.makeelement(w("gridBefore"), {w("val"): "1"}))

    text = read(made, real_lijst, plan, spring_in).antwoorden["acties"].text
    (last,) = RIJEN.split("\n")[2:]
    assert text.split("\n")[2] == last.replace("| Handhaving |", "|  |")


@pytest.mark.parametrize("how", ["samen", "rij"])
def test_wat_niemand_ziet_komt_niet_in_de_tabel(made, real_lijst, plan, how):
    def verberg(reviser: Bewerker) -> None:
        above, below = rows(reviser)[1:3]
        if how == "rij":
            own = below.makeelement(w("trPr"))
            below.insert(0, own)
            own.append(below.makeelement(w("hidden")))
            return
        for row, kind in ((above, "restart"), (below, "continue")):
            own = cells(row)[4].find(w("tcPr"))
            own.append(row.makeelement(w("vMerge"), {w("val"): kind}))
        type_in(cells(below)[4], "onzichtbaar")

    reading = read(made, real_lijst, plan, verberg)
    zinnen = " ".join(b.message for b in reading.doubts if b.vraag_id == "acties")
    word = "onzichtbaar" if how == "samen" else "later"
    assert word not in reading.antwoorden["acties"].text
    assert "verborgen tekst" in zinnen
    assert word in zinnen
