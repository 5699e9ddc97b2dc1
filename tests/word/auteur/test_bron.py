from __future__ import annotations

import pytest

from uitvoeringsplan.model.opmaak import Stuk
from uitvoeringsplan.word.auteur.bron import (
    Antwoordplek,
    BronError,
    Kop,
    Ligging,
    Paar,
    Tabel,
    Tekst,
    Veld,
    Verwijzing,
    lees_bron,
)

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
        ("{{ tabel: activiteiten }}", Tabel("activiteiten", 6)),
        ("{{ liggend }}", Ligging(liggend=True, regel=6)),
        ("{{ staand }}", Ligging(liggend=False, regel=6)),
        ("{{ gemeente }}", Tekst("alinea", (Veld("gemeente"),), 6)),
    ],
)
def test_elke_soort_regel(regel, blok):
    assert blokken(regel) == (blok,)


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
    ],
)
def test_fout_noemt_bestand_en_regel(tekst, regel, melding):
    with pytest.raises(BronError) as fout:
        lees_bron(f"{BEGIN}{{{{ tekst }}}}\n{tekst}", "plan.md")
    assert f"plan.md, regel {regel}" in str(fout.value)
    assert melding in str(fout.value)


def test_tekst_voor_het_eerste_deel_is_een_fout():
    with pytest.raises(BronError, match="voor het eerste deel"):
        lees_bron("los\n\n" + BEGIN)


def test_ontbrekend_deel_is_een_fout():
    with pytest.raises(BronError, match="“tekst” ontbreekt"):
        lees_bron(BEGIN)
