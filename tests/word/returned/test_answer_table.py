"""Answers that are a table: rows, columns and their order come back as the plan holds them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from returned_documents import Bewerker, afwijkingen, alinea, bewerkt, run, tekst_van, terug

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
    oud = plannen["oudermeer"]
    return oud._replace(antwoorden={**oud.antwoorden, "acties": RIJEN})


@pytest.fixture(scope="module")
def vraag(echte_lijst):
    return echte_lijst.vraag("acties")


@pytest.fixture(scope="module", params=["heel", "zonder tags"])
def gemaakt(request, sjabloon, echte_lijst, plan):
    data = fill(sjabloon, echte_lijst, plan)
    return data if request.param == "heel" else bewerkt(data, Bewerker.zonder_tags)


def tabel(bewerker: Bewerker):
    (gevonden,) = [
        t for t in bewerker.document.iter(w("tbl")) if tekst_van(t).startswith("ActiviteitActie")
    ]
    return gevonden


def rijen(bewerker: Bewerker) -> list:
    return tabel(bewerker).findall(w("tr"))


def cellen(rij) -> list:
    return rij.findall(w("tc"))


def typ(cel, tekst: str) -> None:
    """Put another text in a cell; every line is a paragraph."""
    for p in cel.findall(w("p")):
        cel.remove(p)
    cel.extend(alinea(run(regel)) for regel in tekst.split("\n"))


def lees(gemaakt: bytes, echte_lijst, plan, *stappen: Callable[[Bewerker], object]):
    return terug(bewerkt(gemaakt, *stappen), echte_lijst, plan)


def test_een_ongewijzigde_tabel_komt_in_de_volgorde_van_het_plan(gemaakt, echte_lijst, plan, vraag):
    """The document sorts the rows and leaves out empty columns; neither is a change."""
    bewerker = Bewerker(gemaakt)
    assert [tekst_van(cel) for cel in cellen(rijen(bewerker)[0])] == KOPPEN
    assert [tekst_van(cellen(rij)[1]) for rij in rijen(bewerker)[1:]] == [
        "eerst", "later", "zonder datum",
    ]  # fmt: skip
    gelezen = terug(gemaakt, echte_lijst, plan)
    assert gelezen.antwoorden["acties"].tekst == RIJEN
    assert afwijkingen(echte_lijst, plan, gelezen) == {}
    zonder = terug(gemaakt, echte_lijst).antwoorden["acties"]
    assert zonder.is_ongewijzigd
    assert zonder.tekst == write_tabel(sorted_rows(vraag, RIJEN))


def _verander(bewerker: Bewerker) -> None:
    rij = cellen(rijen(bewerker)[2])
    typ(rij[2], "wethouder Zorg")
    typ(rij[3], "1 april 2028")
    typ(rij[5], "KLAAR")


def _erbij(bewerker: Bewerker) -> None:
    nieuw = rijen(bewerker)[1]
    kopie = deepcopy(nieuw)
    nieuw.addnext(kopie)
    for cel, tekst in zip(
        cellen(kopie), ["Lokaal beeld", "nieuw", "a|b", "–", "", "loopt"], strict=True
    ):
        typ(cel, tekst)


def _weg(bewerker: Bewerker) -> None:
    tabel(bewerker).remove(rijen(bewerker)[1])


def _kolom_weg(bewerker: Bewerker) -> None:
    for rij in rijen(bewerker):
        rij.remove(cellen(rij)[4])


def _kolommen_om(bewerker: Bewerker) -> None:
    for rij in rijen(bewerker):
        rij.append(cellen(rij)[0])


def _andere_volgorde(bewerker: Bewerker) -> None:
    eerste = rijen(bewerker)[1]
    tabel(bewerker).append(eerste)


def _lege_rij(bewerker: Bewerker) -> None:
    _erbij(bewerker)
    for cel in cellen(rijen(bewerker)[2]):
        typ(cel, "–")


def regels(*vervang: tuple[str, str]) -> str:
    tekst = RIJEN
    for oud, nieuw in vervang:
        assert oud in tekst
        tekst = tekst.replace(oud, nieuw)
    return tekst


EERSTE, MIDDELSTE, LAATSTE = RIJEN.split("\n")
NIEUW = r"| Lokaal beeld | nieuw | a\|b |  |  |  |  |  | loopt |"
GEVALLEN = {
    "veranderde rij": (
        _verander,
        regels(
            ("burgemeester", "wethouder Zorg"), ("2028-03-01", "2028-04-01"),
            ("rust | loopt", "rust | klaar"),
        ),
    ),
    "rij erbij": (_erbij, f"{EERSTE}\n{MIDDELSTE}\n{LAATSTE}\n{NIEUW}"),
    "rij weg": (_weg, f"{EERSTE}\n{MIDDELSTE}"),
    "kolom weg": (_kolom_weg, regels(("| rust ", "|  "), (r"| a \| b ", "|  "))),
    "kolommen in een andere volgorde": (_kolommen_om, RIJEN),
    "rijen in een andere volgorde": (_andere_volgorde, RIJEN),
    "een lege rij telt niet": (_lege_rij, RIJEN),
}  # fmt: skip


@pytest.mark.parametrize("naam", GEVALLEN)
def test_een_bewerkte_tabel(gemaakt, echte_lijst, plan, vraag, naam):
    doe, verwacht = GEVALLEN[naam]
    gelezen = lees(gemaakt, echte_lijst, plan, doe)
    antwoord = gelezen.antwoorden["acties"]
    assert antwoord.is_zeker, gelezen.bedenkingen
    assert sorted(read_tabel(vraag.kolommen, antwoord.tekst)) == sorted(
        read_tabel(vraag.kolommen, verwacht)
    )
    if naam != "rijen in een andere volgorde":
        assert antwoord.tekst == verwacht
    assert antwoord.is_ongewijzigd is (verwacht == RIJEN)
    assert afwijkingen(echte_lijst, plan, gelezen, ["acties"]) == {}


def test_een_cel_die_niet_past_houdt_de_andere_niet_tegen(gemaakt, echte_lijst, plan):
    def doe(bewerker: Bewerker) -> None:
        rij = cellen(rijen(bewerker)[1])
        typ(rij[3], "ooit")
        typ(rij[5], "bijna klaar")
        typ(rij[2], "wethouder Zorg")

    gelezen = lees(gemaakt, echte_lijst, plan, doe)
    antwoord = gelezen.antwoorden["acties"]
    assert (antwoord.is_zeker, gelezen.bedenkingen) == (True, ())
    assert antwoord.passend == regels(("wethouder |", "wethouder Zorg |"))
    assert antwoord.tekst == regels(
        ("wethouder |", "wethouder Zorg |"),
        ("2027-01-05", "ooit"),
        ("| klaar |", "| bijna klaar |"),
    )
    rij = "rij 1 (“Handhaving”), kolom"
    assert [een[:2] for een in antwoord.geweigerd] == [
        (f"{rij} “Start”", "ooit"), (f"{rij} “Stand”", "bijna klaar"),
    ]  # fmt: skip
    assert "“ooit” is geen datum" in antwoord.geweigerd[0].melding
    assert "“bijna klaar” is geen keuze" in antwoord.geweigerd[1].melding


def _vreemde_kolom(bewerker: Bewerker) -> None:
    typ(cellen(rijen(bewerker)[0])[4], "Iets anders")


def _zonder_kop(bewerker: Bewerker) -> None:
    tabel(bewerker).remove(rijen(bewerker)[0])


def _samengevoegd(bewerker: Bewerker) -> None:
    eerste, tweede = cellen(rijen(bewerker)[1])[:2]
    eigen = eerste.find(w("tcPr"))
    eigen.append(eigen.makeelement(w("gridSpan"), {w("val"): "2"}))
    tweede.getparent().remove(tweede)


@pytest.mark.parametrize(
    ("doe", "woord"),
    [
        (_vreemde_kolom, "“Iets anders”"),
        (_zonder_kop, "kopregel"),
        (_samengevoegd, "samengevoegd"),
    ],
)
def test_wat_niet_te_plaatsen_is_is_een_bedenking(gemaakt, echte_lijst, plan, doe, woord):
    gelezen = lees(gemaakt, echte_lijst, plan, doe)
    assert not gelezen.antwoorden["acties"].is_zeker
    (bedenking,) = gelezen.bedenkingen
    assert bedenking.vraag_id == "acties"
    assert woord in bedenking.melding


def test_tekst_in_plaats_van_de_tabel_is_een_bedenking(gemaakt, echte_lijst, plan):
    def doe(bewerker: Bewerker) -> None:
        oud = tabel(bewerker)
        oud.addnext(alinea(run("Zie de bijlage.")))
        oud.getparent().remove(oud)

    gelezen = lees(gemaakt, echte_lijst, plan, doe)
    antwoord = gelezen.antwoorden["acties"]
    assert (antwoord.tekst, antwoord.is_zeker) == ("", False)
    assert "Zie de bijlage." in gelezen.bedenkingen[0].melding


def test_de_tabel_weg_in_zijn_invulveld_is_leeggemaakt(sjabloon, echte_lijst, plan):
    def doe(bewerker: Bewerker) -> None:
        oud = tabel(bewerker)
        oud.getparent().remove(oud)

    gelezen = lees(fill(sjabloon, echte_lijst, plan), echte_lijst, plan, doe)
    antwoord = gelezen.antwoorden["acties"]
    assert (antwoord.tekst, antwoord.is_zeker, antwoord.is_ongewijzigd) == ("", True, False)


def test_tekst_naast_de_tabel_wordt_gemeld(sjabloon, echte_lijst, plan):
    data = fill(sjabloon, echte_lijst, plan)
    gelezen = lees(data, echte_lijst, plan, lambda b: tabel(b).addprevious(alinea(run("Let op!"))))
    assert gelezen.antwoorden["acties"].tekst == RIJEN
    assert not gelezen.antwoorden["acties"].is_zeker
    assert "Let op!" in gelezen.bedenkingen[0].melding


def test_meer_regels_in_een_cel_worden_een(gemaakt, echte_lijst, plan):
    gelezen = lees(
        gemaakt, echte_lijst, plan, lambda b: typ(cellen(rijen(b)[1])[1], "eerst\nen  daarna")
    )
    assert gelezen.antwoorden["acties"].tekst == regels(("| eerst |", "| eerst en daarna |"))


def test_een_invulveld_met_alleen_de_tabel(sjabloon, echte_lijst, plan):
    """Word wants a paragraph behind a table in a control; other programs leave it out."""

    def alleen(bewerker: Bewerker) -> None:
        (inhoud,) = bewerker.besturing("acties").findall(w("sdtContent"))
        inhoud[:] = [tabel(bewerker)]
        typ(cellen(rijen(bewerker)[1])[1], "anders")

    gelezen = lees(fill(sjabloon, echte_lijst, plan), echte_lijst, plan, alleen)
    assert gelezen.antwoorden["acties"].tekst == RIJEN.replace("eerst", "anders")
    assert afwijkingen(echte_lijst, plan, gelezen, ["acties"]) == {}


def test_een_rij_die_later_begint_schuift_niet_op(gemaakt, echte_lijst, plan):
    def spring_in(bewerker: Bewerker) -> None:
        rij = rijen(bewerker)[1]
        rij.remove(cellen(rij)[0])
        eigen = rij.find(w("trPr"))
        if eigen is None:
            eigen = rij.makeelement(w("trPr"))
            rij.insert(0, eigen)
        eigen.insert(0, rij.makeelement(w("gridBefore"), {w("val"): "1"}))

    tekst = lees(gemaakt, echte_lijst, plan, spring_in).antwoorden["acties"].tekst
    (laatste,) = RIJEN.split("\n")[2:]
    assert tekst.split("\n")[2] == laatste.replace("| Handhaving |", "|  |")


@pytest.mark.parametrize("hoe", ["samen", "rij"])
def test_wat_niemand_ziet_komt_niet_in_de_tabel(gemaakt, echte_lijst, plan, hoe):
    def verberg(bewerker: Bewerker) -> None:
        boven, onder = rijen(bewerker)[1:3]
        if hoe == "rij":
            eigen = onder.makeelement(w("trPr"))
            onder.insert(0, eigen)
            eigen.append(onder.makeelement(w("hidden")))
            return
        for rij, soort in ((boven, "restart"), (onder, "continue")):
            eigen = cellen(rij)[4].find(w("tcPr"))
            eigen.append(rij.makeelement(w("vMerge"), {w("val"): soort}))
        typ(cellen(onder)[4], "onzichtbaar")

    gelezen = lees(gemaakt, echte_lijst, plan, verberg)
    zinnen = " ".join(b.melding for b in gelezen.bedenkingen if b.vraag_id == "acties")
    woord = "onzichtbaar" if hoe == "samen" else "later"
    assert woord not in gelezen.antwoorden["acties"].tekst
    assert "verborgen tekst" in zinnen
    assert woord in zinnen
