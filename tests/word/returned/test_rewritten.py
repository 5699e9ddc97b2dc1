"""What a program did to an answer of which it left out the control."""

from __future__ import annotations

import pytest

from uitvoeringsplan.word.returned.rewritten import (
    describe_loss,
    describe_recovered,
    is_habit,
    is_only_beginning,
    recover,
)

OLD = "- **Jeugd:** de [jongerenraad](https://x.nl/raad) denkt mee.\n- Een punt 🙂 erbij.\n\nSlot."


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        (OLD.replace(":**", ":").replace("mee.", "mee.**"), ("vet of cursief",)),
        (OLD.replace("[jongerenraad](https://x.nl/raad)", "jongerenraad"), ("links",)),
        (OLD.replace("🙂", "\uf642"), ("tekens",)),
        (OLD.replace("- **", "4. **").replace("🙂", "□"), ("lijsten", "nummers", "tekens")),
    ],
)
def test_met_gelijke_woorden_is_het_antwoord_zoals_het_was(text, lost):
    found = recover(text, ["iets anders", OLD])
    assert found is not None
    assert (found.text, found.lost, found.is_edited, found.is_certain) == (OLD, lost, False, True)


def test_zonder_verlies_is_er_niets_terug_te_halen():
    assert recover(OLD, [OLD]) is None
    assert recover("", [OLD]) is None
    assert recover(OLD, [""]) is None
    assert recover("Heel iets anders.", [OLD]) is None


def test_alleen_wat_iemand_typte_is_anders():
    text = (
        "- **Jeugd: de jongerenraad denkt soms mee.**\n- Een punt \uf642 erbij.\n"
        "- [Nieuw](https://x.nl/nieuw) punt.\n\nSlot."
    )
    found = recover(text, [OLD])
    assert found is not None
    assert found.is_edited
    # As many paragraphs as there were: the link is where it was.
    assert recover(text.replace("- [Nieuw](https://x.nl/nieuw) punt.\n", ""), [OLD]).text == (
        OLD.replace("denkt mee", "denkt soms mee")
    )
    # With a point more nobody knows which was which; what is equal comes back as it was.
    assert "Een punt 🙂 erbij." in found.text
    assert "[Nieuw](https://x.nl/nieuw)" in found.text


def test_een_heel_andere_alinea_blijft_zoals_ze_is():
    found = recover(
        "- **Vet** dat iemand zelf schreef.\n\n**Slot.**", ["Een alinea erboven.\n\nSlot."]
    )
    assert found.text == "- **Vet** dat iemand zelf schreef.\n\nSlot."


def test_een_nieuwe_link_en_een_gewijzigd_nummer():
    old = "1. een\n2. twee\n3. drie"
    found = recover("4. een\n5. [twee](https://x.nl/)\n6. drie", [old])
    assert (found.text, found.lost) == (old, ("links", "nummers"))
    found = recover("4. een\n5. [twee](https://x.nl/) wel\n6. drie", [old])
    assert found.text == "1. een\n2. [twee](https://x.nl/) wel\n3. drie"
    found = recover("4. een\n5. twee\n6. drie", [old])
    assert found.has_only_other_numbers
    assert not is_habit([found] * 9)


def test_een_regeleinde_dat_weg_is_uit_gewijzigde_woorden_is_een_twijfel():
    old = "Een regel\nnog een regel"
    same = recover("Een regelnog een regel", [old])
    assert (same.text, same.lost, same.is_certain) == (old, ("regeleinden",), True)
    assert recover("Een regelnog **drie** regels", [old]).text == "Een regel\nnog drie regels"
    assert not recover("Een regelsnog een regel", [old]).is_certain
    assert recover("Een **regel**\nnog drie regels", [old]).text == "Een regel\nnog drie regels"


def test_een_of_twee_antwoorden_is_geen_gewoonte():
    one = recover("**vet**", ["vet"])
    assert [is_habit([one] * count) for count in (0, 2, 3)] == [False, False, True]
    edited = one._replace(is_edited=True)
    assert not is_habit([edited] * 5)


def test_de_zin_noemt_programma_verlies_en_vragen():
    one = recover("**vet**", ["vet"])
    found = {"Budget": one, "Acties": one._replace(is_edited=True, lost=("links",))}
    sentence = describe_recovered("Proef/1", found)
    assert sentence.startswith(
        "Een programma (Proef/1) heeft opmaak veranderd: vet of cursief, links."
    )
    assert "houdt het plan zijn opmaak: “Budget”." in sentence
    assert "in de opmaak van het plan: “Acties”." in sentence
    assert describe_recovered("", {"Budget": one}).startswith("Een programma heeft")
    assert "uit Word" not in describe_recovered("", {"Budget": one})


def test_van_een_antwoord_is_gezegd_wat_eraan_ontbreekt():
    assert describe_loss(OLD, [OLD]) == ""
    assert "alleen de opmaak" in describe_loss(OLD.replace("**", ""), [OLD])
    first = OLD.split("\n", maxsplit=1)[0]
    assert is_only_beginning(first, [OLD])
    assert "het begin" in describe_loss(first, [OLD])
    assert describe_loss("Heel iets anders.", [OLD]) == ""
