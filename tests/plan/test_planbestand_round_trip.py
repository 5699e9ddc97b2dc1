"""Any text at all: cleaned, saved in a real file, read again by us and by another reader."""

from __future__ import annotations

import random
import sys
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from handwritten_plans import vraag
from trials import AWKWARD, times
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.vragenlijst import Hoofdstuk, Vragenlijst
from uitvoeringsplan.plan.planbestand import load_plan, new_planbestand
from uitvoeringsplan.plan.saving import save_new, save_plan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PER_FILE = 100
COUNT = times(10) * PER_FILE  # UVP_PROEVEN=100 makes them 100,000
MEGABYTE = 10**6
# Half of the texts go into a field of one line, half into a block; every tenth is patched in.
VELDEN = tuple(vraag(f"f{i}", "regel") for i in range(PER_FILE // 2))
VRAGEN = tuple(vraag(f"v{i}", "tekst") for i in range(PER_FILE // 2))
LIJST = Vragenlijst("proef", "1", "Proef", "p.docx", VELDEN, (Hoofdstuk("h", "H", vragen=VRAGEN),))
EVERYTHING = VELDEN + VRAGEN

_SIGNS = "\n\n  \t:#-'\"*[]{}&!|>%@`?,\\=~<. ab01"
_STURING = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0), 0x2028, 0x2029, 0xFEFF, 0xA0]))
_BEREIKEN = (
    (0, 0x7F), (0x80, 0x2FF), (0x300, 0x36F), (0x2000, 0x206F), (0xD800, 0xDFFF),
    (0xFDD0, 0xFDEF), (0xFFF0, 0xFFFF), (0xAC00, 0xD7A3), (0x1F000, 0x1FAFF), (0, sys.maxunicode),
)  # fmt: skip


def sign(r: random.Random) -> str:
    return chr(r.randint(*r.choice(_BEREIKEN)))


def text(r: random.Random) -> str:
    """Return a text that is as unlike an answer as can be, or just like one."""
    match r.randrange(6):
        case 0:
            return "".join(sign(r) for _ in range(r.randint(0, 60)))
        case 1:
            return "".join(r.choices(_SIGNS, k=r.randint(0, 40)))
        case 2:
            return "".join(r.choices(_STURING + "ab \n", k=r.randint(0, 30)))
        case 3:
            return r.choice(AWKWARD)
        case 4:
            return "".join(r.choices(AWKWARD, k=r.randint(2, 5)))
    return "\n".join(r.choices([*AWKWARD, "", " ", "een gewone regel"], k=r.randint(2, 8)))


def reus(r: random.Random) -> str:
    """Return a text of nearly a megabyte on disk, one long line or very many short ones."""
    size = r.choice([MEGABYTE, r.randint(MEGABYTE // 10, MEGABYTE)])
    run = text(r) + r.choice(["", "\n", " ", sign(r)]) or "x"
    return run * (size // len(run.encode("utf-8", "surrogatepass")))


def files(count: int = COUNT // PER_FILE) -> Iterator[list[str]]:
    """Yield the texts per file; in every fifth file one is huge."""
    for seed in range(count):
        r = random.Random(seed)  # noqa: S311 - a test must be the same every time
        texts = [text(r) for _ in EVERYTHING]
        if seed % 5 == 0:
            texts[r.randrange(len(texts))] = reus(r)
        yield texts


def saved(path: Path, texts: list[str]) -> dict[str, str]:
    """Save texts as answers, most in a new plan and the others one by one; return what was set."""
    put = {v.id: v.normalise(t) for v, t in zip(EVERYTHING, texts, strict=True)}
    later = EVERYTHING[::10]
    start = put | {v.id: "" for v in later}
    save_new(new_planbestand(path, LIJST, start, start))
    for v, raw in zip(later, texts[::10], strict=True):
        old = load_plan(path, LIJST)
        save_plan(old, old.with_answer(v, raw))
    return put


@pytest.fixture
def gelezen_door_ander():
    """The texts in a file by their key, as ruamel reads them; it shares no code with our reader."""
    other = YAML(typ="safe", pure=True)

    def read(path: Path) -> dict[str, str]:
        content = other.load(path)
        return {**content["gegevens"], **content["antwoorden"]}

    return read


def test_elke_tekst_staat_na_bewaren_en_lezen_precies_in_het_bestand(tmp_path, gelezen_door_ander):
    error: list[tuple[int, str, str]] = []
    counted = 0
    for number, texts in enumerate(files()):
        path = tmp_path / f"{number}.plan.yaml"
        put = saved(path, texts)
        plan = load_plan(path, LIJST).plan
        other = gelezen_door_ander(path)
        for v, raw in zip(EVERYTHING, texts, strict=True):
            # What is stored is the cleaned text, to the letter.
            cleaned = clean(raw) if v in VRAGEN else one_line(raw)
            in_yaml = cleaned + "\n" if v in VRAGEN and cleaned else cleaned
            if not cleaned == put[v.id] == plan.text(v):
                error.append((number, v.id, "wij"))
            if (other[v.id] or "") != in_yaml:
                error.append((number, v.id, "ruamel"))
            counted += 1
        path.unlink()
    assert counted == COUNT
    assert error == []


def test_de_teksten_zijn_zo_lastig_als_ze_moeten_zijn():
    """All of Unicode, all controls, and texts of nearly a megabyte are among them."""
    everything = [t for texts in files(10) for t in texts]
    signs = set("".join(t[:5000] for t in everything))
    assert set(_STURING) <= signs
    assert any("\ud800" <= c <= "\udfff" for c in signs)
    assert {ord(c) >> 16 for c in signs} == set(range(17))
    assert max(len(t.encode("utf-8", "surrogatepass")) for t in everything) > MEGABYTE * 0.8
    assert len(set(everything)) > len(everything) / 2
