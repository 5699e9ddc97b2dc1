from __future__ import annotations

import re

import pytest

from uitvoeringsplan.document.writers.stylesheet import _ACCENT, stylesheet
from uitvoeringsplan.model.huisstijl import Huisstijl
from uitvoeringsplan.model.kleur import contrast_ratio

BLAD = stylesheet()


def kleuren(deel: str) -> dict[str, str]:
    """Return the colours that a part of the sheet sets, as six digits."""
    gevonden = re.findall(r"--(vlak|inkt|zacht): #([0-9a-f]{3,6});", deel)
    return {naam: "".join(c * (6 // len(k)) for c in k) for naam, k in gevonden}


_LICHT, _, _REST = BLAD.partition("@media (prefers-color-scheme: dark)")
LICHT, DONKER = kleuren(_LICHT), kleuren(_REST[: _REST.index("@media")])
PAPIER = {**LICHT, **kleuren(BLAD[BLAD.index("@media print") :])}


@pytest.mark.parametrize("stand", [LICHT, DONKER, PAPIER], ids=["licht", "donker", "papier"])
@pytest.mark.parametrize("letter", ["inkt", "zacht"])
def test_alle_tekst_is_goed_te_lezen(stand, letter):
    assert set(stand) == {"vlak", "inkt", "zacht"}
    assert contrast_ratio(stand[letter].upper(), stand["vlak"].upper()) >= 4.5


@pytest.mark.parametrize("accent", ["000000", "0B5563", "767676", "0000FF", "B30000"])
def test_elke_huiskleur_is_in_het_donker_goed_te_lezen(accent):
    """Four parts of the colour in six of white, as `color-mix` says."""
    assert "color-mix(in srgb, var(--accent) 40%, #fff)" in BLAD
    delen = (int(accent[i : i + 2], 16) for i in (0, 2, 4))
    gemengd = "".join(f"{round(0.4 * deel + 0.6 * 255):02X}" for deel in delen)
    assert contrast_ratio(gemengd, DONKER["vlak"].upper()) >= 4.5


def test_de_eigen_kleur_is_op_wit_goed_te_lezen():
    assert contrast_ratio(_ACCENT, "FFFFFF") >= 4.5


def test_een_letternaam_kan_het_blad_niet_breken():
    blad = stylesheet(Huisstijl("", letter_tekst='Kwaad"; } body { display: none'))
    assert '--letter: "Kwaad  body  display none", Carlito' in blad
    assert blad.count("{") == blad.count("}")
    assert '--letter: Carlito, "Segoe UI"' in stylesheet(Huisstijl("", letter_tekst='";'))


@pytest.mark.parametrize("kleur", ["rood", "#112233", "12345", "red; }"])
def test_een_kleur_is_zes_cijfers(kleur):
    with pytest.raises(ValueError, match=re.escape(kleur)):
        stylesheet(Huisstijl("", accent=kleur))


def test_het_blad_is_heel():
    assert BLAD.count("{") == BLAD.count("}")
    assert "@@" not in BLAD
    assert set(re.findall(r"var\((--[a-z-]+)", BLAD)) <= set(re.findall(r"(--[a-z-]+):", BLAD))
