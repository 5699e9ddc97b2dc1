from __future__ import annotations

import pytest

from uitvoeringsplan.maker.bron import BronError, lees_bron
from uitvoeringsplan.maker.bronblokken import (
    Als,
    Antwoordplek,
    Einde,
    Kop,
    Ligging,
    NieuwePagina,
    Paar,
    Plek,
    Tekst,
    Veld,
    Verwijzing,
)
from uitvoeringsplan.model.opmaak import Stuk

BEGIN = "".join(
    f"{{{{ {deel} }}}}\n" for deel in ("koptekst", "voettekst", "voorblad", "inhoudsopgave")
)


def blokken(tekst: str):
    return lees_bron(f"{BEGIN}{{{{ tekst }}}}\n{tekst}").delen["tekst"]


@pytest.mark.parametrize(
    ("regel", "blok"),
    [
        ("# Inleiding", Kop(1, "Inleiding", genummerd=True, regel=6)),
        ("## Waar gaat dit over?", Kop(2, "Waar gaat dit over?", genummerd=True, regel=6)),
        ("# Bronnen {-}", Kop(1, "Bronnen", genummerd=False, regel=6)),
        ("- een punt", Tekst("punt", (Stuk("een punt"),), 6)),
        ("12. een bron", Tekst("nummer", (Stuk("een bron"),), 6)),
        ("> een citaat", Tekst("citaat", (Stuk("een citaat"),), 6)),
        ("Versie :: {{ versie }}", Paar((Stuk("Versie"),), (Veld("versie"),), 6)),
        ("[[ lokale-ambitie ]]", Antwoordplek("lokale-ambitie", 6)),
        ("{{ tabel: activiteiten }}", Plek("tabel", "activiteiten", 6)),
        ("{{ koppen: activiteiten }}", Plek("koppen", "activiteiten", 6)),
        ("{{ beeld: acties }}", Plek("beeld", "acties", 6)),
        ("{{ nieuwepagina }}", NieuwePagina(6)),
        ("{{ liggend }}", Ligging(liggend=True, regel=6)),
        ("{{ staand }}", Ligging(liggend=False, regel=6)),
        ("{{ gemeente }}", Tekst("alinea", (Veld("gemeente"),), 6)),
    ],
)
def test_elke_soort_regel(regel, blok):
    assert blokken(regel) == (blok,)


def test_een_deel_met_een_voorwaarde_gaat_open_en_dicht():
    regels = "{{ als: status = 'ter bespreking' of (a is leeg en b is leeg) }}\nx\n{{ einde }}"
    assert blokken(regels) == (
        Als("status = 'ter bespreking' of (a is leeg en b is leeg)", 6),
        Tekst("alinea", (Stuk("x"),), 7),
        Einde(8),
    )


def test_delen_kunnen_in_elkaar_staan():
    regels = "{{ als: a is leeg }}\n{{als:b is leeg}}\n# K\n{{ einde }}\n{{einde}}"
    assert [type(blok) for blok in blokken(regels)] == [Als, Als, Kop, Einde, Einde]


def test_een_vraagteken_laat_een_leeg_gegeven_weg():
    """Short for a part around the line: in a concept the place stays, to be filled in."""
    assert blokken("? Versie :: {{ versie }} van {{ datum }}") == (
        Als("versie is ingevuld of concept = ja", 6),
        Paar((Stuk("Versie"),), (Veld("versie"), Stuk(" van "), Veld("datum")), 6),
        Einde(6),
    )


def test_regels_na_elkaar_zijn_een_alinea():
    assert blokken("een\ntwee\n\ndrie") == (
        Tekst("alinea", (Stuk("een twee"),), 6),
        Tekst("alinea", (Stuk("drie"),), 9),
    )


def test_velden_verwijzingen_en_nadruk_in_een_alinea():
    (alinea,) = blokken(
        "In **heel {{ gemeente }}**, zie [bron 1](#bron-1) en [KIS](https://kis.nl)."
    )
    assert alinea.inhoud == (
        Stuk("In "),
        Stuk("heel ", vet=True),
        Veld("gemeente", vet=True),
        Stuk(", zie "),
        Verwijzing("bron 1", "bron-1"),
        Stuk(" en "),
        Stuk("KIS", adres="https://kis.nl"),
        Stuk("."),
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
    with pytest.raises(BronError) as fout:
        lees_bron(f"{BEGIN}{{{{ tekst }}}}\n{tekst}", "plan.md")
    assert f"plan.md, regel {regel}" in str(fout.value)
    assert melding in str(fout.value)


def test_een_deel_loopt_niet_door_in_het_volgende_stuk():
    bron = "{{ koptekst }}\n{{ als: a is leeg }}\nx :: y\n{{ voettekst }}\n{{ einde }}\n"
    with pytest.raises(BronError, match=r"regel 2.*wordt niet afgesloten"):
        lees_bron(bron)


def test_tekst_voor_het_eerste_deel_is_een_fout():
    with pytest.raises(BronError, match="voor het eerste deel"):
        lees_bron("los\n\n" + BEGIN)


def test_ontbrekend_deel_is_een_fout():
    with pytest.raises(BronError, match="“tekst” ontbreekt"):
        lees_bron(BEGIN)
