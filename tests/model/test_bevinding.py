"""One kind of finding: a rule puts its name and its source under what its function found."""

from __future__ import annotations

from uitvoeringsplan.model.bevinding import OWN, Bevinding, Bron, Ernst, Rule
from uitvoeringsplan.model.vraag import Vraag

VRAAG = Vraag(id="stand", label="Stand", vraag="Wat is de stand?")


def _even(getallen: list[int]) -> list[Bevinding]:
    return [
        Bevinding(Ernst.FOUT, f"{getal} is oneven.", place=f"plaats {place}")
        for place, getal in enumerate(getallen)
        if getal % 2
    ]


def test_een_regel_zet_zijn_naam_en_bron_bij_wat_hij_vindt():
    wet = Bron("Wet van de even getallen", "https://voorbeeld.nl/wet")
    line = Rule("even", "Alles is even", "Elk getal hoort even te zijn.", Ernst.FOUT, _even, wet)
    assert list(line.check([2, 3])) == [
        Bevinding(Ernst.FOUT, "3 is oneven.", place="plaats 1", rule_id="even", source=wet)
    ]
    assert list(line.check([2, 4])) == []


def test_een_bevinding_is_er_een_van_het_hele_plan_of_van_een_vraag():
    assert Bevinding(Ernst.OPMERKING, "iets").label == ""
    bevinding = Bevinding(Ernst.OPMERKING, "iets", VRAAG)
    assert (bevinding.label, bevinding.source, bevinding.line) == ("Stand", OWN, None)


def test_de_zwaarste_staat_vooraan():
    assert list(Ernst) == [Ernst.FOUT, Ernst.WAARSCHUWING, Ernst.OPMERKING]
