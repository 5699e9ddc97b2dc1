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

START = "".join(
    f"{{{{ {part} }}}}\n" for part in ("koptekst", "voettekst", "voorblad", "inhoudsopgave")
)


def blocks(text: str):
    return read_source(f"{START}{{{{ tekst }}}}\n{text}").parts["tekst"]


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("# Inleiding", Heading(1, "Inleiding", numbered=True, line=6)),
        ("## Waar gaat dit over?", Heading(2, "Waar gaat dit over?", numbered=True, line=6)),
        ("# Bronnen {-}", Heading(1, "Bronnen", numbered=False, line=6)),
        ("- een punt", SourceText("punt", (Run("een punt"),), 6)),
        ("12. een bron", SourceText("nummer", (Run("een bron"),), 6)),
        ("> een citaat", SourceText("citaat", (Run("een citaat"),), 6)),
        ("Versie :: {{ versie }}", Pair((Run("Versie"),), (SourceField("versie"),), 6)),
        ("[[ lokale-ambitie ]]", AnswerPlace("lokale-ambitie", 6)),
        ("{{ tabel: activiteiten }}", SourcePlace("tabel", "activiteiten", 6)),
        ("{{ koppen: activiteiten }}", SourcePlace("koppen", "activiteiten", 6)),
        ("{{ beeld: acties }}", SourcePlace("beeld", "acties", 6)),
        ("{{ nieuwepagina }}", PageBreak(6)),
        ("{{ liggend }}", Orientation(landscape=True, line=6)),
        ("{{ staand }}", Orientation(landscape=False, line=6)),
        ("{{ gemeente }}", SourceText("alinea", (SourceField("gemeente"),), 6)),
    ],
)
def test_elke_soort_regel(line, block):
    assert blocks(line) == (block,)


def test_een_deel_met_een_voorwaarde_gaat_open_en_dicht():
    lines = "{{ als: status = 'ter bespreking' of (a is leeg en b is leeg) }}\nx\n{{ einde }}"
    assert blocks(lines) == (
        ConditionStart("status = 'ter bespreking' of (a is leeg en b is leeg)", 6),
        SourceText("alinea", (Run("x"),), 7),
        ConditionEnd(8),
    )


def test_delen_kunnen_in_elkaar_staan():
    lines = "{{ als: a is leeg }}\n{{als:b is leeg}}\n# K\n{{ einde }}\n{{einde}}"
    assert [type(block) for block in blocks(lines)] == [
        ConditionStart,
        ConditionStart,
        Heading,
        ConditionEnd,
        ConditionEnd,
    ]


def test_een_vraagteken_laat_een_leeg_gegeven_weg():
    """Short for a part around the line: in a concept the place stays, to be filled in."""
    assert blocks("? Versie :: {{ versie }} van {{ datum }}") == (
        ConditionStart("versie is ingevuld of concept = ja", 6),
        Pair((Run("Versie"),), (SourceField("versie"), Run(" van "), SourceField("datum")), 6),
        ConditionEnd(6),
    )


def test_regels_na_elkaar_zijn_een_alinea():
    assert blocks("een\ntwee\n\ndrie") == (
        SourceText("alinea", (Run("een twee"),), 6),
        SourceText("alinea", (Run("drie"),), 9),
    )


def test_velden_verwijzingen_en_nadruk_in_een_alinea():
    (paragraph,) = blocks(
        "In **heel {{ gemeente }}**, zie [bron 1](#bron-1) en [KIS](https://kis.nl)."
    )
    assert paragraph.content == (
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
    ("text", "line", "message"),
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
def test_fout_noemt_bestand_en_regel(text, line, message):
    with pytest.raises(SourceError) as error:
        read_source(f"{START}{{{{ tekst }}}}\n{text}", "plan.md")
    assert f"plan.md, regel {line}" in str(error.value)
    assert message in str(error.value)


def test_een_deel_loopt_niet_door_in_het_volgende_stuk():
    source = "{{ koptekst }}\n{{ als: a is leeg }}\nx :: y\n{{ voettekst }}\n{{ einde }}\n"
    with pytest.raises(SourceError, match=r"regel 2.*wordt niet afgesloten"):
        read_source(source)


def test_tekst_voor_het_eerste_deel_is_een_fout():
    with pytest.raises(SourceError, match="voor het eerste deel"):
        read_source("los\n\n" + START)


def test_ontbrekend_deel_is_een_fout():
    with pytest.raises(SourceError, match="“tekst” ontbreekt"):
        read_source(START)
