"""Any text at all: cleaned, saved in a real file, read again by us and by another reader."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from handwritten_plans import vraag
from trials import LASTIG, keren
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PER_BESTAND = 100
AANTAL = keren(10) * PER_BESTAND  # UVP_PROEVEN=100 makes them 100,000
MEGABYTE = 10**6
# Half of the texts go into a field of one line, half into a block; every tenth is patched in.
VELDEN = tuple(vraag(f"f{i}", "regel") for i in range(PER_BESTAND // 2))
VRAGEN = tuple(vraag(f"v{i}", "tekst") for i in range(PER_BESTAND // 2))
LIJST = Vragenlijst("proef", "1", "Proef", "p.docx", VELDEN, (Hoofdstuk("h", "H", vragen=VRAGEN),))
ALLES = VELDEN + VRAGEN

_TEKENS = "\n\n  \t:#-'\"*[]{}&!|>%@`?,\\=~<. ab01"
_STURING = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xA0]))
_BEREIKEN = (
    (0, 0x7F), (0x80, 0x2FF), (0x300, 0x36F), (0x2000, 0x206F), (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF), (0xFFF0, 0xFFFF), (0xAC00, 0xD7A3), (0x1F000, 0x1FAFF), (0, sys.maxunicode),
)  # fmt: skip


def teken(r: random.Random) -> str:
    return chr(r.randint(*r.choice(_BEREIKEN)))


def tekst(r: random.Random) -> str:
    """Return a text that is as unlike an answer as can be, or just like one."""
    match r.randrange(6):
        case 0:
            return "".join(teken(r) for _ in range(r.randint(0, 60)))
        case 1:
            return "".join(r.choices(_TEKENS, k=r.randint(0, 40)))
        case 2:
            return "".join(r.choices(_STURING + "ab \n", k=r.randint(0, 30)))
        case 3:
            return r.choice(LASTIG)
        case 4:
            return "".join(r.choices(LASTIG, k=r.randint(2, 5)))
    return "\n".join(r.choices([*LASTIG, "", " ", "een gewone regel"], k=r.randint(2, 8)))


def reus(r: random.Random) -> str:
    """Return a text of nearly a megabyte on disk, one long line or very many short ones."""
    maat = r.choice([MEGABYTE, r.randint(MEGABYTE // 10, MEGABYTE)])
    stuk = tekst(r) + r.choice(["", "\n", " ", teken(r)]) or "x"
    return stuk * (maat // len(stuk.encode("utf-8", "surrogatepass")))


def bestanden(aantal: int = AANTAL // PER_BESTAND) -> Iterator[list[str]]:
    """Yield the texts per file; in every fifth file one is huge."""
    for zaad in range(aantal):
        r = random.Random(zaad)  # noqa: S311 - a test must be the same every time
        teksten = [tekst(r) for _ in ALLES]
        if zaad % 5 == 0:
            teksten[r.randrange(len(teksten))] = reus(r)
        yield teksten


def bewaard(pad: Path, teksten: list[str]) -> dict[str, str]:
    """Save texts as answers, most in a new plan and the others one by one; return what was set."""
    gezet = {v.id: v.normalise(t) for v, t in zip(ALLES, teksten, strict=True)}
    later = ALLES[::10]
    begin = gezet | {v.id: "" for v in later}
    save_new(new_planbestand(pad, LIJST, begin, begin))
    for v, ruw in zip(later, teksten[::10], strict=True):
        oud = load_plan(pad, LIJST)
        save_plan(oud, oud.with_answer(v, ruw))
    return gezet


@pytest.fixture
def gelezen_door_ander():
    """The texts in a file by their key, as ruamel reads them; it shares no code with our reader."""
    ander = YAML(typ="safe", pure=True)

    def lees(pad: Path) -> dict[str, str]:
        inhoud = ander.load(pad)
        return {**inhoud["gegevens"], **inhoud["antwoorden"]}

    return lees


def test_elke_tekst_staat_na_bewaren_en_lezen_precies_in_het_bestand(tmp_path, gelezen_door_ander):
    fout: list[tuple[int, str, str]] = []
    geteld = 0
    for nummer, teksten in enumerate(bestanden()):
        pad = tmp_path / f"{nummer}.plan.yaml"
        gezet = bewaard(pad, teksten)
        plan = load_plan(pad, LIJST).plan
        ander = gelezen_door_ander(pad)
        for v, ruw in zip(ALLES, teksten, strict=True):
            # What is stored is the cleaned text, to the letter.
            schone = clean(ruw) if v in VRAGEN else one_line(ruw)
            in_yaml = schone + "\n" if v in VRAGEN and schone else schone
            if not schone == gezet[v.id] == plan.tekst(v):
                fout.append((nummer, v.id, "wij"))
            if (ander[v.id] or "") != in_yaml:
                fout.append((nummer, v.id, "ruamel"))
            geteld += 1
        pad.unlink()
    assert geteld == AANTAL
    assert fout == []


def test_de_teksten_zijn_zo_lastig_als_ze_moeten_zijn():
    """All of Unicode, all controls, and texts of nearly a megabyte are among them."""
    alles = [t for teksten in bestanden(10) for t in teksten]
    tekens = set("".join(t[:5000] for t in alles))
    assert set(_STURING) <= tekens
    assert any("\ud800" <= c <= "\udfff" for c in tekens)
    assert {ord(c) >> 16 for c in tekens} == set(range(17))
    assert max(len(t.encode("utf-8", "surrogatepass")) for t in alles) > MEGABYTE * 0.8
    assert len(set(alles)) > len(alles) / 2
