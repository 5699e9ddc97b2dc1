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
FREE = "{id: vrij, label: V, vraag: V?, type: tekst}"


def read(text: str):
    return read_vragenlijst(text.encode(), "vragen.yaml")


def lijst_with(*vragen: str, hoofdstuk: str = "", kop: str = KOP):
    """Read a question set with one chapter that has these questions, and keys of its own."""
    lines = "".join(f"      - {vraag}\n" for vraag in vragen or (FREE,))
    return read(f"{kop}hoofdstukken:\n  - id: h\n    titel: H\n{hoofdstuk}    vragen:\n{lines}")


def error_of(*vragen: str, **more: str) -> VragenlijstError:
    with pytest.raises(VragenlijstError) as error:
        lijst_with(*vragen, **more)
    return error.value


def place(error: VragenlijstError) -> tuple[int, int]:
    return error.place.line, error.place.column


def tabel(kolommen: str, rest: str) -> str:
    parts = ", ".join(f"{{id: {name}, label: {name}}}" for name in kolommen.split())
    return f"{{id: t, label: T, vraag: T?, type: tabel, kolommen: [{parts}], {rest}}}"


def test_sorteer_beeld_en_leeg_worden_gelezen():
    rest = "sorteer: start, beeld: tijdlijn, leeg: 'Niets gepland.'"
    vraag = lijst_with(tabel("actie start gereed stand extra", rest)).vraag("t")
    assert (vraag.sorteer, vraag.beeld, vraag.leeg) == (
        "start", Beeldsoort.TIJDLIJN, "Niets gepland.",
    )  # fmt: skip


def test_een_functie_wordt_gevraagd_van_een_regel_een_lijst_of_een_kolom():
    line, lijst = (
        f"{{id: {kind}, label: F, vraag: F?, type: {kind}, functie: ja}}"
        for kind in ("regel", "lijst")
    )
    who = "{id: t, label: T, vraag: T?, type: tabel, kolommen: [{id: w, label: W, functie: ja}]}"
    reading = lijst_with(line, lijst, who, FREE)
    assert [vraag.is_functie for vraag in reading.vragen] == [True, True, False, False]
    assert reading.vraag("t").kolommen[0].vraag.is_functie


@pytest.mark.parametrize("kind", ["tekst", "getal", "datum"])
def test_een_functie_past_niet_bij_een_ander_soort_antwoord(kind):
    error = error_of(f"{{id: v, label: V, vraag: V?, type: {kind}, functie: ja}}")
    assert "`functie` kan alleen bij het type regel of lijst." in str(error)


def test_zonder_die_sleutels_is_er_niets_van():
    vraag = lijst_with().vraag("vrij")
    assert (vraag.sorteer, vraag.beeld, vraag.leeg) == ("", None, "")


def test_sorteren_op_een_kolom_die_er_niet_is():
    error = error_of(tabel("start gereed", "sorteer: strat"))
    assert error.message == "“strat” is geen kolom van deze tabel. Bedoel je “start”?"
    assert place(error)[0] == 9
    assert error.place.line_text[error.place.column - 1 :].startswith("strat")


def test_alleen_een_tabel_kan_gesorteerd_of_getekend_worden():
    for rest, message in (("sorteer: x", "geen kolom"), ("beeld: tijdlijn", "mist deze tabel")):
        assert message in error_of(FREE.replace("tekst", f"tekst, {rest}")).message


@pytest.mark.parametrize("kind", list(Beeldsoort))
def test_een_tekening_heeft_haar_kolommen_nodig(kind):
    needed = NEEDED_FOR_BEELD[kind]
    assert lijst_with(tabel(" ".join(needed), f"beeld: {kind.value}")).vraag("t").beeld is kind
    for mist in needed:
        over = " ".join(name for name in needed if name != mist)
        error = error_of(tabel(over, f"beeld: {kind.value}"))
        assert error.message == f"voor een {kind.value} mist deze tabel de kolom “{mist}”."
        assert error.place.line_text[error.place.column - 1 :].startswith(kind.value)


def test_een_tekening_die_niet_bestaat():
    error = error_of(tabel("a", "beeld: tijdlyn"))
    assert error.message.startswith(
        "“tijdlyn” kan niet bij `beeld`; kies uit tijdlijn, tegenstellingen."
    )
    assert "Bedoel je “tijdlijn”?" in error.message


# Chapters.


@pytest.mark.parametrize(
    ("keys", "kop", "counts", "optioneel", "intern"),
    [
        ("", KOP, True, False, False),
        ("    optioneel: nee\n    intern: nee\n", KOP, True, False, False),
        ("    optioneel: ja\n", KOP, False, True, False),
        ("    intern: ja\n", KOP + INTERN, False, False, True),
        ("    optioneel: ja\n    intern: ja\n", KOP + INTERN, False, True, True),
    ],
)
def test_hoofdstukken_naar_keuze_en_intern(keys, kop, counts, optioneel, intern):
    lijst = lijst_with(hoofdstuk=keys, kop=kop)
    (hoofdstuk,) = lijst.hoofdstukken
    assert (hoofdstuk.counts, hoofdstuk.is_optioneel, hoofdstuk.is_intern) == (
        counts, optioneel, intern,
    )  # fmt: skip
    assert [v.id for v in lijst.fixed_vragen] == ["vrij"] * counts
    assert [v.id for v in lijst.vragen] == ["vrij"]
    assert lijst.intern == (("Beeld", "beeld.docx") if intern else None)


@pytest.mark.parametrize("key", ["optioneel", "intern"])
def test_optioneel_en_intern_zijn_ja_of_nee(key):
    error = error_of(hoofdstuk=f"    {key}: soms\n")
    assert error.message.startswith(f"“soms” kan niet bij `{key}`; kies uit ja, nee.")
    assert place(error) == (8, 7 + len(key))


@pytest.mark.parametrize("key", ["optioneel", "intern"])
@pytest.mark.parametrize("when", [v.value for v in Verplicht if v is not Verplicht.NEE])
def test_in_een_hoofdstuk_naar_keuze_is_niets_verplicht(key, when):
    vraag = FREE.replace("tekst", f"tekst, verplicht: {when}")
    status = KOP + "gegevens: [{id: status, label: S, vraag: S?, type: regel}]\n"
    assert lijst_with(vraag, kop=status).vraag("vrij").verplicht.value == when
    error = error_of(vraag, hoofdstuk=f"    {key}: ja\n", kop=KOP + INTERN)
    assert error.message == (
        "in een hoofdstuk naar keuze is niets verplicht; haal `verplicht` weg bij “vrij”."
    )


def test_ook_in_een_rij_van_een_hoofdstuk_naar_keuze_is_niets_verplicht():
    rij = "    rijen:\n      - {id: r, titel: R, vragen: [{id: x, label: X, vraag: X?, type: regel"
    for rest, allowed in (("}]}", True), (", verplicht: altijd}]}", False)):
        hoofdstuk = f"    optioneel: ja\n{rij}{rest}\n"
        if allowed:
            assert lijst_with(hoofdstuk=hoofdstuk).fixed_vragen == ()
        else:
            assert "weg bij “x”" in error_of(hoofdstuk=hoofdstuk).message


# The internal document.


def test_interne_hoofdstukken_zonder_document():
    error = error_of(hoofdstuk="    intern: ja\n")
    assert "`intern` bovenaan (titel en sjabloon) hoort bij hoofdstukken" in error.message


def test_een_intern_document_zonder_hoofdstukken():
    error = error_of(kop=KOP + INTERN)
    assert "hoort bij hoofdstukken met `intern: ja`, en alleen daarbij" in error.message
    assert place(error) == (6, 3)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("  titel: Beeld\n", "", "hier ontbreekt de sleutel “titel”"),
        ("  sjabloon: beeld.docx\n", "", "hier ontbreekt de sleutel “sjabloon”"),
        ("titel: Beeld", "naam: Beeld", "de sleutel “naam” bestaat hier niet"),
        ("beeld.docx", "map/beeld.docx", "zonder map ervoor"),
        ("beeld.docx", "../beeld.docx", "zonder map ervoor"),
    ],
)
def test_het_interne_document_heeft_een_titel_en_een_sjabloon(old, new, message):
    error = error_of(kop=KOP + INTERN.replace(old, new), hoofdstuk="    intern: ja\n")
    assert message in error.message


def test_intern_bovenaan_is_een_groep():
    error = error_of(kop=KOP + "intern: ja\n", hoofdstuk="    intern: ja\n")
    assert "hier hoort een groep van sleutels" in error.message
