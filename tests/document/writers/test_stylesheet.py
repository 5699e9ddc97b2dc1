from __future__ import annotations

import re

import pytest

from uitvoeringsplan.document.writers.stylesheet import _ACCENT, stylesheet
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.model.kleur import contrast_ratio

SHEET = stylesheet()


def kleuren(part: str) -> dict[str, str]:
    """Return the colours that a part of the sheet sets, as six digits."""
    found = re.findall(r"--(vlak|inkt|zacht): #([0-9a-f]{3,6});", part)
    return {name: "".join(c * (6 // len(k)) for c in k) for name, k in found}


_LIGHT, _, _REST = SHEET.partition("@media (prefers-color-scheme: dark)")
LIGHT, DARK = kleuren(_LIGHT), kleuren(_REST[: _REST.index("@media")])
PAPIER = {**LIGHT, **kleuren(SHEET[SHEET.index("@media print") :])}


@pytest.mark.parametrize("stand", [LIGHT, DARK, PAPIER], ids=["licht", "donker", "papier"])
@pytest.mark.parametrize("letter", ["inkt", "zacht"])
def test_alle_tekst_is_goed_te_lezen(stand, letter):
    assert set(stand) == {"vlak", "inkt", "zacht"}
    assert contrast_ratio(stand[letter].upper(), stand["vlak"].upper()) >= 4.5


@pytest.mark.parametrize("accent", ["000000", "0B5563", "767676", "0000FF", "B30000"])
def test_elke_huiskleur_is_in_het_donker_goed_te_lezen(accent):
    """Four parts of the colour in six of white, as `color-mix` says."""
    assert "color-mix(in srgb, var(--accent) 40%, #fff)" in SHEET
    parts = (int(accent[i : i + 2], 16) for i in (0, 2, 4))
    gemengd = "".join(f"{round(0.4 * part + 0.6 * 255):02X}" for part in parts)
    assert contrast_ratio(gemengd, DARK["vlak"].upper()) >= 4.5


def test_de_eigen_kleur_is_op_wit_goed_te_lezen():
    assert contrast_ratio(_ACCENT, "FFFFFF") >= 4.5


def test_een_letternaam_kan_het_blad_niet_breken():
    sheet = stylesheet(Huisstijl("", letter_tekst='Kwaad"; } body { display: none'))
    assert '--letter: "Kwaad  body  display none", Carlito' in sheet
    assert sheet.count("{") == sheet.count("}")
    assert '--letter: Carlito, "Segoe UI"' in stylesheet(Huisstijl("", letter_tekst='";'))


@pytest.mark.parametrize("kleur", ["rood", "#112233", "12345", "red; }"])
def test_een_kleur_is_zes_cijfers(kleur):
    with pytest.raises(ValueError, match=re.escape(kleur)):
        stylesheet(Huisstijl("", accent=kleur))


def test_het_blad_is_heel():
    assert SHEET.count("{") == SHEET.count("}")
    assert "@@" not in SHEET
    assert set(re.findall(r"var\((--[a-z-]+)", SHEET)) <= set(re.findall(r"(--[a-z-]+):", SHEET))
