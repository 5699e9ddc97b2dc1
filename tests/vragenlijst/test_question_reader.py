"""What a question set says about documents: sorting, drawings, chapters of choice."""

from __future__ import annotations

import pytest

from uitvoeringsplan.errors import VragenlijstError
from uitvoeringsplan.model.vraag import NEEDED_FOR_BEELD, Beeldsoort, Verplicht
from uitvoeringsplan.vragenlijst.question_set_reader import read_vragenlijst

KOP = """\
soort: proef
versie: 1
titel: Proef
sjabloon: p.docx
"""
INTERN = """\
intern:
  titel: Beeld
  sjabloon: beeld.docx
"""
VRIJ = "{id: vrij, label: V, vraag: V?, type: tekst}"


def lees(tekst: str):
    return read_vragenlijst(tekst.encode(), "vragen.yaml")


def lijst_met(*vragen: str, hoofdstuk: str = "", kop: str = KOP):
    """Read a question set with one chapter that has these questions, and keys of its own."""
    regels = "".join(f"      - {vraag}\n" for vraag in vragen or (VRIJ,))
    return lees(f"{kop}hoofdstukken:\n  - id: h\n    titel: H\n{hoofdstuk}    vragen:\n{regels}")


def fout_van(*vragen: str, **meer: str) -> VragenlijstError:
    with pytest.raises(VragenlijstError) as fout:
        lijst_met(*vragen, **meer)
    return fout.value


def plaats(fout: VragenlijstError) -> tuple[int, int]:
    return fout.plaats.regel, fout.plaats.kolom


def tabel(kolommen: str, rest: str) -> str:
    delen = ", ".join(f"{{id: {naam}, label: {naam}}}" for naam in kolommen.split())
    return f"{{id: t, label: T, vraag: T?, type: tabel, kolommen: [{delen}], {rest}}}"


def test_sorteer_beeld_en_leeg_worden_gelezen():
    rest = "sorteer: start, beeld: tijdlijn, leeg: 'Niets gepland.'"
    vraag = lijst_met(tabel("actie start gereed stand extra", rest)).vraag("t")
    assert (vraag.sorteer, vraag.beeld, vraag.leeg) == (
        "start", Beeldsoort.TIJDLIJN, "Niets gepland.",
    )  # fmt: skip


def test_een_functie_wordt_gevraagd_van_een_regel_een_lijst_of_een_kolom():
    regel, lijst = (
        f"{{id: {soort}, label: F, vraag: F?, type: {soort}, functie: ja}}"
        for soort in ("regel", "lijst")
    )
    wie = "{id: t, label: T, vraag: T?, type: tabel, kolommen: [{id: w, label: W, functie: ja}]}"
    gelezen = lijst_met(regel, lijst, wie, VRIJ)
    assert [vraag.is_functie for vraag in gelezen.vragen] == [True, True, False, False]
    assert gelezen.vraag("t").kolommen[0].vraag.is_functie


@pytest.mark.parametrize("soort", ["tekst", "getal", "datum"])
def test_een_functie_past_niet_bij_een_ander_soort_antwoord(soort):
    fout = fout_van(f"{{id: v, label: V, vraag: V?, type: {soort}, functie: ja}}")
    assert "`functie` kan alleen bij het type regel of lijst." in str(fout)


def test_zonder_die_sleutels_is_er_niets_van():
    vraag = lijst_met().vraag("vrij")
    assert (vraag.sorteer, vraag.beeld, vraag.leeg) == ("", None, "")


def test_sorteren_op_een_kolom_die_er_niet_is():
    fout = fout_van(tabel("start gereed", "sorteer: strat"))
    assert fout.melding == "“strat” is geen kolom van deze tabel. Bedoel je “start”?"
    assert plaats(fout)[0] == 9
    assert fout.plaats.regeltekst[fout.plaats.kolom - 1 :].startswith("strat")


def test_alleen_een_tabel_kan_gesorteerd_of_getekend_worden():
    for rest, melding in (("sorteer: x", "geen kolom"), ("beeld: tijdlijn", "mist deze tabel")):
        assert melding in fout_van(VRIJ.replace("tekst", f"tekst, {rest}")).melding


@pytest.mark.parametrize("soort", list(Beeldsoort))
def test_een_tekening_heeft_haar_kolommen_nodig(soort):
    nodig = NEEDED_FOR_BEELD[soort]
    assert lijst_met(tabel(" ".join(nodig), f"beeld: {soort.value}")).vraag("t").beeld is soort
    for mist in nodig:
        over = " ".join(naam for naam in nodig if naam != mist)
        fout = fout_van(tabel(over, f"beeld: {soort.value}"))
        assert fout.melding == f"voor een {soort.value} mist deze tabel de kolom “{mist}”."
        assert fout.plaats.regeltekst[fout.plaats.kolom - 1 :].startswith(soort.value)


def test_een_tekening_die_niet_bestaat():
    fout = fout_van(tabel("a", "beeld: tijdlyn"))
    assert fout.melding.startswith(
        "“tijdlyn” kan niet bij `beeld`; kies uit tijdlijn, tegenstellingen."
    )
    assert "Bedoel je “tijdlijn”?" in fout.melding


# Chapters.


@pytest.mark.parametrize(
    ("sleutels", "kop", "telt", "optioneel", "intern"),
    [
        ("", KOP, True, False, False),
        ("    optioneel: nee\n    intern: nee\n", KOP, True, False, False),
        ("    optioneel: ja\n", KOP, False, True, False),
        ("    intern: ja\n", KOP + INTERN, False, False, True),
        ("    optioneel: ja\n    intern: ja\n", KOP + INTERN, False, True, True),
    ],
)
def test_hoofdstukken_naar_keuze_en_intern(sleutels, kop, telt, optioneel, intern):
    lijst = lijst_met(hoofdstuk=sleutels, kop=kop)
    (hoofdstuk,) = lijst.hoofdstukken
    assert (hoofdstuk.counts, hoofdstuk.is_optioneel, hoofdstuk.is_intern) == (
        telt, optioneel, intern,
    )  # fmt: skip
    assert [v.id for v in lijst.vaste_vragen] == ["vrij"] * telt
    assert [v.id for v in lijst.vragen] == ["vrij"]
    assert lijst.intern == (("Beeld", "beeld.docx") if intern else None)


@pytest.mark.parametrize("sleutel", ["optioneel", "intern"])
def test_optioneel_en_intern_zijn_ja_of_nee(sleutel):
    fout = fout_van(hoofdstuk=f"    {sleutel}: soms\n")
    assert fout.melding.startswith(f"“soms” kan niet bij `{sleutel}`; kies uit ja, nee.")
    assert plaats(fout) == (8, 7 + len(sleutel))


@pytest.mark.parametrize("sleutel", ["optioneel", "intern"])
@pytest.mark.parametrize("wanneer", [v.value for v in Verplicht if v is not Verplicht.NEE])
def test_in_een_hoofdstuk_naar_keuze_is_niets_verplicht(sleutel, wanneer):
    vraag = VRIJ.replace("tekst", f"tekst, verplicht: {wanneer}")
    status = KOP + "gegevens: [{id: status, label: S, vraag: S?, type: regel}]\n"
    assert lijst_met(vraag, kop=status).vraag("vrij").verplicht.value == wanneer
    fout = fout_van(vraag, hoofdstuk=f"    {sleutel}: ja\n", kop=KOP + INTERN)
    assert fout.melding == (
        "in een hoofdstuk naar keuze is niets verplicht; haal `verplicht` weg bij “vrij”."
    )


def test_ook_in_een_rij_van_een_hoofdstuk_naar_keuze_is_niets_verplicht():
    rij = "    rijen:\n      - {id: r, titel: R, vragen: [{id: x, label: X, vraag: X?, type: regel"
    for rest, mag in (("}]}", True), (", verplicht: altijd}]}", False)):
        hoofdstuk = f"    optioneel: ja\n{rij}{rest}\n"
        if mag:
            assert lijst_met(hoofdstuk=hoofdstuk).vaste_vragen == ()
        else:
            assert "weg bij “x”" in fout_van(hoofdstuk=hoofdstuk).melding


# The internal document.


def test_interne_hoofdstukken_zonder_document():
    fout = fout_van(hoofdstuk="    intern: ja\n")
    assert "`intern` bovenaan (titel en sjabloon) hoort bij hoofdstukken" in fout.melding


def test_een_intern_document_zonder_hoofdstukken():
    fout = fout_van(kop=KOP + INTERN)
    assert "hoort bij hoofdstukken met `intern: ja`, en alleen daarbij" in fout.melding
    assert plaats(fout) == (6, 3)


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("  titel: Beeld\n", "", "hier ontbreekt de sleutel “titel”"),
        ("  sjabloon: beeld.docx\n", "", "hier ontbreekt de sleutel “sjabloon”"),
        ("titel: Beeld", "naam: Beeld", "de sleutel “naam” bestaat hier niet"),
        ("beeld.docx", "map/beeld.docx", "zonder map ervoor"),
        ("beeld.docx", "../beeld.docx", "zonder map ervoor"),
    ],
)
def test_het_interne_document_heeft_een_titel_en_een_sjabloon(oud, nieuw, melding):
    fout = fout_van(kop=KOP + INTERN.replace(oud, nieuw), hoofdstuk="    intern: ja\n")
    assert melding in fout.melding


def test_intern_bovenaan_is_een_groep():
    fout = fout_van(kop=KOP + "intern: ja\n", hoofdstuk="    intern: ja\n")
    assert "hier hoort een groep van sleutels" in fout.melding
