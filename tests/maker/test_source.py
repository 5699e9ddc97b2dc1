from __future__ import annotations

import pytest

from uitvoeringsplan.maker.source import (
    AnswerPlace,
    ConditionEnd,
    ConditionStart,
    Heading,
    Orientation,
    PageBreak,
    Pair,
    Reference,
    SourceError,
    SourceField,
    SourcePlace,
    SourceText,
    read_source,
)
from uitvoeringsplan.model.answer_markup import Run

BEGIN = "".join(
    f"{{{{ {deel} }}}}\n" for deel in ("koptekst", "voettekst", "voorblad", "inhoudsopgave")
)


def blokken(tekst: str):
    return read_source(f"{BEGIN}{{{{ tekst }}}}\n{tekst}").delen["tekst"]


@pytest.mark.parametrize(
    ("regel", "blok"),
    [
        ("# Inleiding", Heading(1, "Inleiding", genummerd=True, regel=6)),
        ("## Waar gaat dit over?", Heading(2, "Waar gaat dit over?", genummerd=True, regel=6)),
        ("# Bronnen {-}", Heading(1, "Bronnen", genummerd=False, regel=6)),
        ("- een punt", SourceText("punt", (Run("een punt"),), 6)),
        ("12. een bron", SourceText("nummer", (Run("een bron"),), 6)),
        ("> een citaat", SourceText("citaat", (Run("een citaat"),), 6)),
        ("Versie :: {{ versie }}", Pair((Run("Versie"),), (SourceField("versie"),), 6)),
        ("[[ lokale-ambitie ]]", AnswerPlace("lokale-ambitie", 6)),
        ("{{ tabel: activiteiten }}", SourcePlace("tabel", "activiteiten", 6)),
        ("{{ koppen: activiteiten }}", SourcePlace("koppen", "activiteiten", 6)),
        ("{{ beeld: acties }}", SourcePlace("beeld", "acties", 6)),
        ("{{ nieuwepagina }}", PageBreak(6)),
        ("{{ liggend }}", Orientation(liggend=True, regel=6)),
        ("{{ staand }}", Orientation(liggend=False, regel=6)),
        ("{{ gemeente }}", SourceText("alinea", (SourceField("gemeente"),), 6)),
    ],
)
def test_elke_soort_regel(regel, blok):
    assert blokken(regel) == (blok,)


def test_een_deel_met_een_voorwaarde_gaat_open_en_dicht():
    regels = "{{ als: status = 'ter bespreking' of (a is leeg en b is leeg) }}\nx\n{{ einde }}"
    assert blokken(regels) == (
        ConditionStart("status = 'ter bespreking' of (a is leeg en b is leeg)", 6),
        SourceText("alinea", (Run("x"),), 7),
        ConditionEnd(8),
    )


def test_delen_kunnen_in_elkaar_staan():
    regels = "{{ als: a is leeg }}\n{{als:b is leeg}}\n# K\n{{ einde }}\n{{einde}}"
    assert [type(blok) for blok in blokken(regels)] == [
        ConditionStart,
        ConditionStart,
        Heading,
        ConditionEnd,
        ConditionEnd,
    ]


def test_een_vraagteken_laat_een_leeg_gegeven_weg():
    """Short for a part around the line: in a concept the place stays, to be filled in."""
    assert blokken("? Versie :: {{ versie }} van {{ datum }}") == (
        ConditionStart("versie is ingevuld of concept = ja", 6),
        Pair((Run("Versie"),), (SourceField("versie"), Run(" van "), SourceField("datum")), 6),
        ConditionEnd(6),
    )


def test_regels_na_elkaar_zijn_een_alinea():
    assert blokken("een\ntwee\n\ndrie") == (
        SourceText("alinea", (Run("een twee"),), 6),
        SourceText("alinea", (Run("drie"),), 9),
    )


def test_velden_verwijzingen_en_nadruk_in_een_alinea():
    (alinea,) = blokken(
        "In **heel {{ gemeente }}**, zie [bron 1](#bron-1) en [KIS](https://kis.nl)."
    )
    assert alinea.inhoud == (
        Run("In "),
        Run("heel ", vet=True),
        SourceField("gemeente", Run("", vet=True)),
        Run(", zie "),
        Reference("bron 1", "bron-1"),
        Run(" en "),
        Run("KIS", adres="https://kis.nl"),
        Run("."),
    )


@pytest.mark.parametrize(
    ("tekst", "regel", "melding"),
    [
        ("<!-- twee\nregels -->\n\nkapot {{ Gemeente", 9, "losse “{{”"),
        ("kapot [[ id", 6, "losse “[[”"),
        ("[een](htp://x)", 6, "losse “](”"),
        ("{{ tabl: activiteiten }}", 6, "Bedoel je “tabel”?"),
        ("### te diep", 6, "twee niveaus"),
        ("{{ voorblad }}", 6, "twee keer"),
        ("{{ einde }}", 6, "geen {{ als: … }} om af te sluiten"),
        ("{{ als: a is leeg }}\nx", 6, "{{ als: … }} wordt niet afgesloten"),
        ("{{ als: a is leeg }}\n{{ als: b is leeg }}\n{{ einde }}", 6, "wordt niet afgesloten"),
        ("? een alinea", 6, "Achter een vraagteken hoort"),
        ("? Naam :: zonder gegeven", 6, "Achter een vraagteken hoort"),
        ("{{ kop: x }}", 6, "“kop” is geen opdracht"),
    ],
)
def test_fout_noemt_bestand_en_regel(tekst, regel, melding):
    with pytest.raises(SourceError) as fout:
        read_source(f"{BEGIN}{{{{ tekst }}}}\n{tekst}", "plan.md")
    assert f"plan.md, regel {regel}" in str(fout.value)
    assert melding in str(fout.value)


def test_een_deel_loopt_niet_door_in_het_volgende_stuk():
    bron = "{{ koptekst }}\n{{ als: a is leeg }}\nx :: y\n{{ voettekst }}\n{{ einde }}\n"
    with pytest.raises(SourceError, match=r"regel 2.*wordt niet afgesloten"):
        read_source(bron)


def test_tekst_voor_het_eerste_deel_is_een_fout():
    with pytest.raises(SourceError, match="voor het eerste deel"):
        read_source("los\n\n" + BEGIN)


def test_ontbrekend_deel_is_een_fout():
    with pytest.raises(SourceError, match="“tekst” ontbreekt"):
        read_source(BEGIN)
