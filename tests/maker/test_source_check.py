"""The source text against the question set: every question one place, every name known."""

from __future__ import annotations

import pytest

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.maker.source import SourceError, read_source
from uitvoeringsplan.maker.source_check import check_source


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("[[ lokale-ambitie ]]", "", "“lokale-ambitie” moet één plaats hebben, en heeft er 0"),
        ("[[ lokale-ambitie ]]", "[[ borgen-budget ]]", "“lokale-ambitie” moet één plaats hebben"),
        ("[[ lokale-ambitie ]]", "[[ lokale-ambities ]]", "Bedoel je “lokale-ambitie”?"),
        ("? Kenmerk :: {{ kenmerk }}", "", "Het gegeven “kenmerk” komt nergens voor"),
        ("Kenmerk :: {{ kenmerk }}", "Kenmerk :: {{ kenmark }}", "Bedoel je “kenmerk”"),
        ("[bron 2](#bron-2)", "[bron 3](#bron-3)", "Er is geen “#bron-3”"),
        ("{{ tabel: activiteiten }}", "{{ tabel: acties }}", "geen hoofdstuk met rijen"),
        (
            "{{ gemeente }} lokaal aan:",
            "aan:\n\n- een",
            r"Boven \[\[ lokale-doelstellingen \]\] hoort een zin die het inleidt",
        ),
        ("{{ beeld: acties }}", "{{ beeld: akties }}", "Bedoel je “acties”?"),
        (
            "De tijdlijn laat de acties met een datum zien. Wat erin staat, staat ook in de tabel.",
            "",
            "Boven een beeld hoort een zin",
        ),
        ("{{ beeld: logo }}", "{{ beeld: acties }}", "geen beeld voor het voorblad"),
        (
            "{{ als: planning is ingevuld }}",
            "{{ als: planning is ingevuld of planning is ingevuld of planning is leeg }}",
            "langer dan de 59 tekens van Word",
        ),
        ("{{ koppen: activiteiten }}", "{{ koppen: planning }}", "geen hoofdstuk met rijen"),
        (
            "{{ koppen: activiteiten }}",
            "{{ koppen: activiteiten }}\n\n{{ koppen: activiteiten }}",
            "“borgen-afdelingen” moet één plaats hebben",
        ),
        (
            "{{ tabel: activiteiten }}",
            "{{ tabel: activiteiten }}\n\n{{ tabel: activiteiten }}",
            "“borgen-afdelingen” moet één plaats hebben, en heeft er 2",
        ),
        ("{{ als: volgen is ingevuld }}", "{{ als: volgen is vol }}", "Deze voorwaarde klopt niet"),
        ("{{ als: volgen is ingevuld }}", "{{ als: folgen is leeg }}", "Bedoel je “volgen”?"),
    ],
)
def test_bron_die_niet_past_is_een_fout_met_bestand_en_regel(
    vragenlijst, source_text, old, new, message
):
    head, _, text = source_text.partition("-->")
    assert old in text
    broken = f"{head}-->{text.replace(old, new)}"
    with pytest.raises(SourceError, match=message) as error:
        build_sjabloon(vragenlijst, broken, name="plan.md")
    assert str(error.value).startswith("plan.md, regel ")


def test_een_vraag_twee_keer_is_een_fout(vragenlijst, source_text):
    double = source_text.replace(
        "[[ lokale-ambitie ]]", "[[ lokale-ambitie ]]\n\nNog eens:\n\n[[ lokale-ambitie ]]"
    )
    with pytest.raises(SourceError, match="heeft er 2"):
        build_sjabloon(vragenlijst, double)


def test_een_document_naast_het_plan_hoeft_niet_elk_gegeven_te_noemen(vragenlijst, source_text):
    without = source_text.replace("? Kenmerk :: {{ kenmerk }}", "")
    source = read_source(without, "plan.md")
    with pytest.raises(SourceError, match="“kenmerk” komt nergens voor"):
        check_source(source, vragenlijst)
    hoofdstukken = tuple(h._replace(is_optioneel=True) for h in vragenlijst.hoofdstukken)
    check_source(source, vragenlijst._replace(hoofdstukken=hoofdstukken))


def test_een_bron_die_past_is_goed(vragenlijst, source_text):
    """Also with a page number, a source and a condition on a field that stands nowhere else."""
    check_source(read_source(source_text, "plan.md"), vragenlijst)
