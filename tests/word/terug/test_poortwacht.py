"""Files from outside: read, or refused with one sentence, in no time and in little memory."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aanvallen import AANVALLEN, GELEZEN
from bouwdoos import Bouwdoos
from wordbouw import GOED, delen, docx, zip_

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.word.invullen import vul_in
from uitvoeringsplan.word.poortwacht import MAX_GELEZEN, laat_binnen
from uitvoeringsplan.word.xmlnamen import REL_STIJLEN

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDEN = 1.0
MEGABYTES = 300
LEIDER = Path(__file__).with_name("proefleider.py")


def _lees(map_: Path, namen: Mapping[str, str]) -> dict[str, dict]:
    """Return what came of each attack, read in a process of its own."""
    args = [arg for naam, bestand in namen.items() for arg in (naam, str(map_ / bestand))]
    uitkomst = subprocess.run(
        [sys.executable, str(LEIDER), *args],
        capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert uitkomst.returncode == 0, uitkomst.stderr
    return {regel["naam"]: regel for regel in map(json.loads, uitkomst.stdout.splitlines())}


@pytest.fixture(scope="module")
def uitkomsten(tmp_path_factory) -> dict[str, dict]:
    map_ = tmp_path_factory.mktemp("aanvallen")
    namen = {}
    for i, (naam, (maak, _)) in enumerate(AANVALLEN.items()):
        namen[naam] = f"{i}.docx"
        (map_ / namen[naam]).write_bytes(maak())
    gelezen = _lees(map_, namen)
    # On a busy machine one may seem slow; a file that really is, is so every time.
    traag = {naam: namen[naam] for naam, u in gelezen.items() if u["duur"] >= SECONDEN}
    for _ in range(2):
        if traag:
            opnieuw = _lees(map_, traag)
            gelezen |= {n: u for n, u in opnieuw.items() if u["duur"] < gelezen[n]["duur"]}
            traag = {n: b for n, b in traag.items() if gelezen[n]["duur"] >= SECONDEN}
    return gelezen


def test_er_zijn_genoeg_aanvallen():
    assert len(AANVALLEN) >= 30


@pytest.mark.parametrize("naam", AANVALLEN)
def test_elke_aanval_is_gelezen_of_met_een_zin_geweigerd(uitkomsten, naam):
    woord = AANVALLEN[naam][1]
    uitkomst = uitkomsten[naam]
    if woord == GELEZEN:
        assert "gelezen" in uitkomst, uitkomst
        return
    zin = uitkomst["geweigerd"]
    assert woord in zin
    assert zin.startswith("terug.docx: ")
    assert zin.endswith(".")
    assert zin.isprintable()  # one line, and nothing in it that a terminal obeys
    assert len(zin) < 250


@pytest.mark.parametrize("naam", AANVALLEN)
def test_elke_aanval_kost_weinig(uitkomsten, naam):
    assert uitkomsten[naam]["duur"] < SECONDEN
    assert uitkomsten[naam]["piek"] < MEGABYTES


def test_dubbele_tekst_is_een_keer_gelezen(uitkomsten):
    assert uitkomsten["dubbele tekst"]["gelezen"] == {"lokale-ambitie": "één keer"}
    assert uitkomsten["utf-16"]["gelezen"] == {"lokale-ambitie": "Het antwoord."}
    assert uitkomsten["bijna te veel elementen"]["gelezen"] == {"lokale-ambitie": "Het antwoord."}


@pytest.mark.parametrize("bestand", ["openbaar", "intern"])
def test_onze_eigen_documenten_mogen_naar_binnen(
    sjabloon, echte_lijst, intern_sjabloon, interne_lijst, plannen, bestand
):
    if bestand == "openbaar":
        data = vul_in(sjabloon, echte_lijst, plannen["vol"])
    else:
        data = vul_in(intern_sjabloon, interne_lijst, plannen.intern("vol"))
    binnen = laat_binnen(data, "x.docx")
    assert binnen.document == "word/document.xml"
    assert binnen.delen(REL_STIJLEN) == ["word/styles.xml"]
    assert binnen.pakket.inhoud("word/document.xml").startswith(b"<?xml")


def test_een_deel_in_utf_16_is_daarna_utf_8():
    data = docx(document=GOED.replace("UTF-8", "UTF-16").encode("utf-16"))
    binnen = laat_binnen(data, "x.docx")
    assert binnen.pakket.inhoud("word/document.xml").decode() == GOED.partition("?>")[2]


def test_een_relatie_naar_buiten_is_geen_deel():
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{REL_STIJLEN}" Target="https://x.nl/styles.xml"'
        ' TargetMode="External"/><Relationship Id="b" Type="x" Target="weg.xml"/></Relationships>'
    )
    leden = {**delen(), "word/_rels/document.xml.rels": rels.encode()}
    assert laat_binnen(zip_(leden), "x.docx").delen(REL_STIJLEN, "x") == []


def test_alles_samen_heeft_een_grens():
    randen = {f"word/kop{i}.xml": b"<a>" + b"x" * 15_000_000 + b"</a>" for i in range(4)}
    rels = "".join(
        f'<Relationship Id="r{i}" Target="kop{i}.xml" Type="{REL_STIJLEN[:-6]}header"/>'
        for i in range(4)
    )
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f"{rels}</Relationships>"
    )
    leden = {**delen(), **randen, "word/_rels/document.xml.rels": rels.encode()}
    with pytest.raises(SjabloonError, match=f"groter dan {MAX_GELEZEN // 2**20} MB"):
        laat_binnen(zip_(leden), "x.docx")


def test_een_gewoon_bestand_van_een_ander_mag_naar_binnen():
    assert laat_binnen(Bouwdoos.docx(), "x.docx").document == "word/document.xml"
