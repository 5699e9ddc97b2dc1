from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handwritten_plans import EVERYTHING, LIJST, VELDEN, WORDS, Handschrift
from trials import trials
from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.plan.planbestand import Planbestand, read_planbestand

KOP = "soort: proef\nvragenlijst: 1\n"
seeds = st.integers(0, 2**32 - 1)
antwoorden = st.sampled_from([*WORDS, ""])


def read(text: str | bytes) -> Planbestand:
    data = text if isinstance(text, bytes) else text.encode()
    return read_planbestand(data, Path("x.plan.yaml"), LIJST)


def zet(text: str, id_: str, antwoord: str) -> str:
    return read(text).with_answer(LIJST.vraag(id_), antwoord).data.decode()


def values(file: Planbestand) -> dict[str, str]:
    return {vraag.id: file.plan.text(vraag) for vraag in EVERYTHING}


def keys(file: Planbestand) -> list[str]:
    """Return the keys of a plan in the order of the file."""
    return [
        name
        for group, (_, node) in file.tree.pairs.items()
        for name in (group, *getattr(node, "pairs", {}))
    ]


def lines_of(file: Planbestand, id_: str) -> tuple[int, int]:
    """Return the lines [from, to) that belong to an answer: its key up to the next key."""
    start = {}
    for name, (key, node) in file.tree.pairs.items():
        start[name] = key.line - 1
        if name in ("gegevens", "antwoorden"):
            start |= {k: s.line - 1 for k, (s, _) in getattr(node, "pairs", {}).items()}
    count = len(file.source.text.split("\n"))
    since = start[id_]
    return since, min((line for line in start.values() if line > since), default=count)


@trials(500)
@given(seeds)
def test_met_de_hand_geschreven_plannen_worden_goed_gelezen(seed):
    hand = Handschrift(seed)
    assert values(read(hand.data)) == {v.id: hand.values.get(v.id, "") for v in EVERYTHING}


@trials(1500)
@given(seeds, st.sampled_from(EVERYTHING), antwoorden)
def test_een_antwoord_verandert_en_verder_niets(seed, vraag, antwoord):
    hand = Handschrift(seed)
    old = read(hand.data)
    new = old.with_answer(vraag, antwoord)
    assert values(new) == values(old) | {vraag.id: vraag.normalise(antwoord)}
    # Every key, in order; a key that was not there yet has a place of its own.
    order = keys(new)
    if (was := keys(old)) != order:
        assert vraag.id not in was
        added = {vraag.id, "gegevens" if vraag in VELDEN else "antwoorden"} - {*was}
        order = [name for name in order if name not in added]
    assert order == was
    # Every comment, in order; every line end; the byte order mark.
    comments = re.findall(r"# opm\d+\.", new.source.text)
    assert comments == re.findall(r"# opm\d+\.", hand.text)
    assert new.data.startswith(b"\xef\xbb\xbf") is hand.bom
    assert (b"\n" in new.data.replace(b"\r\n", b"")) is (not hand.crlf)
    # Saving it again is no change.
    assert new.with_answer(vraag, antwoord) is new


@trials(1000)
@given(seeds, st.sampled_from(EVERYTHING), antwoorden)
def test_alleen_de_regels_van_dat_antwoord_veranderen(seed, vraag, antwoord):
    hand = Handschrift(seed)
    old = read(hand.data)
    new = old.with_answer(vraag, antwoord)
    old_lines, new_lines = old.source.text.split("\n"), new.source.text.split("\n")
    if vraag.id in hand.values:
        since, end = lines_of(old, vraag.id)
        tail = old_lines[end:]
        assert new_lines[:since] == old_lines[:since]
        assert new_lines[len(new_lines) - len(tail) :] == tail
    elif not hand.is_flow:  # a new key: all old lines stand there still, in order
        group = old.tree.pairs.get("gegevens" if vraag in VELDEN else "antwoorden")
        if group:  # `antwoorden: {}` loses its brackets
            del old_lines[group[0].line - 1]
        over = iter(new_lines)
        assert all(line in over for line in old_lines if line.strip()[:1] not in ("", "#"))


@trials(150)
@given(seeds, st.randoms(use_true_random=False), st.data())
def test_een_plan_dat_antwoord_voor_antwoord_wordt_gevuld(seed, r, data):
    file = read(Handschrift(seed).data)
    gegeven = {}
    for vraag in r.sample(EVERYTHING, len(EVERYTHING)):
        gegeven[vraag.id] = vraag.normalise(data.draw(antwoorden))
        file = file.with_answer(vraag, gegeven[vraag.id])
    assert values(file) == gegeven


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("  v0: x\n", "  v0: |\n    een\n\n    twee\n", id="kaal"),
        pytest.param("  v0: x # waarom\n", "  v0: | # waarom\n    een\n\n    twee\n", id="achter"),
        pytest.param(
            "  v0: # waarom\n    x\n", "  v0: | # waarom\n    een\n\n    twee\n", id="ertussen"
        ),
        pytest.param(
            "  v0: # een\n    # twee\n    'x' # drie\n",
            "  # een\n  # twee\n  v0: | # drie\n    een\n\n    twee\n",
            id="drie opmerkingen",
        ),
        pytest.param(
            "  v0:\n  - a # een\n  # twee\n  - b\n",
            "  # een\n  v0: | # twee\n    een\n\n    twee\n",
            id="opmerkingen in een lijst",
        ),
        pytest.param("  v0: |- # x\n      a\n", "  v0: | # x\n    een\n\n    twee\n", id="blok"),
        pytest.param("  v0:\n", "  v0: |\n    een\n\n    twee\n", id="leeg"),
        pytest.param("  'v0' : x\n", "  'v0' : |\n    een\n\n    twee\n", id="sleutel tussen ''"),
        pytest.param("    v0: x\n", "    v0: |\n      een\n\n      twee\n", id="diepe inspringing"),
        pytest.param(
            "  ? v0\n  : x\n  ? v1\n  : y\n",
            "  ? v0\n  : |\n      een\n\n      twee\n  ? v1\n  : y\n",
            id="met een vraagteken",
        ),
        pytest.param("  v0: x", "  v0: |\n    een\n\n    twee", id="zonder laatste regeleinde"),
        pytest.param(
            "  v0: x\n     # diep\n   \n  v1: y\n",
            "  v0: |\n    een\n\n    twee\n  # diep\n\n  v1: y\n",
            id="wat volgt wordt geen tekst van het blok",
        ),
    ],
)
def test_vervangen(old, new):
    kop = KOP + "antwoorden:\n"
    assert zet(kop + old, "v0", "een\n\ntwee") == kop + new


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("{v0: x}", '{v0: "a: b"}', id="waarde"),
        pytest.param("{v0}", '{v0: "a: b"}', id="zonder dubbele punt"),
        pytest.param("{v0: , v1: y}", '{v0: "a: b" , v1: y}', id="leeg"),
        pytest.param('{"v0": [x, "y"], v1: z}', '{"v0": "a: b", v1: z}', id="lijst"),
        pytest.param("{v1: y}", '{v1: y, v0: "a: b"}', id="erbij"),
        pytest.param("{v1}", '{v1, v0: "a: b"}', id="erbij na een kale sleutel"),
        pytest.param("{v1: y,}", '{v1: y, v0: "a: b",}', id="komma aan het eind"),
        pytest.param("{ # o\n  v0: # p\n  x}", '{ # o\n  v0: # p\n  "a: b"}', id="opmerkingen"),
    ],
)
def test_tussen_haken(old, new):
    assert zet(f"{KOP}antwoorden: {old}\n", "v0", "a: b") == f"{KOP}antwoorden: {new}\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param('"antwoorden": {}', '"antwoorden": {v1: "x"}', id="lege groep"),
        pytest.param('"gegevens": {}', '"gegevens": {}, antwoorden: {v1: "x"}', id="geen groep"),
    ],
)
def test_een_plan_als_json(old, new):
    kop = '{"soort": "proef", "vragenlijst": "1", '
    assert zet(f"{kop}{old}}}\n", "v1", "x") == f"{kop}{new}}}\n"


VRAAG = "  # V1: Wat is v1?\n  v1: x\n"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("", f"\nantwoorden:\n{VRAAG}", id="geen groep"),
        pytest.param("antwoorden:\n", f"antwoorden:\n{VRAAG}", id="lege groep"),
        pytest.param("antwoorden: {} # o\n", f"antwoorden: # o\n{VRAAG}", id="lege haken"),
        pytest.param("antwoorden: |\n\n", f"antwoorden:\n{VRAAG}\n", id="leeg blok als groep"),
        pytest.param(
            "antwoorden:\n  v0: a\n  v2: b\n",
            f"antwoorden:\n  v0: a\n\n{VRAAG}  v2: b\n",
            id="tussen twee vragen",
        ),
        pytest.param(
            "antwoorden:\n  v0: |+\n    a\n\n\n  v2: b\n",
            f"antwoorden:\n  v0: |+\n    a\n\n{VRAAG}\n\n  v2: b\n",
            id="na een blok dat zijn lege regels houdt",
        ),
        pytest.param(
            "antwoorden:\n  v0: a", f"antwoorden:\n  v0: a\n\n{VRAAG}", id="zonder regeleinde"
        ),
        pytest.param("# eind\n...\n", f"# eind\n\nantwoorden:\n{VRAAG}...\n", id="einde document"),
    ],
)
def test_een_sleutel_die_er_nog_niet_was(old, new):
    assert zet(KOP + old, "v1", "x") == KOP + new


def test_een_plan_dat_in_zijn_geheel_is_ingesprongen():
    assert zet("  soort: proef\n  vragenlijst: 1\n", "v1", "x").endswith(
        "  antwoorden:\n    # V1: Wat is v1?\n    v1: x\n"
    )


@pytest.mark.parametrize(
    "old",
    [
        pytest.param("antwoorden:\n  ? v0\n", id="sleutel zonder waarde"),
        pytest.param("antwoorden:\n  ? v0 # o: p\n  : x\n", id="opmerking voor de dubbele punt"),
        pytest.param('antwoorden: {v0: ["a", # o\n "b"]}\n', id="opmerking in een lijst in haken"),
    ],
)
def test_wat_niet_veilig_kan_wordt_geweigerd(old):
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        zet(KOP + old, "v0", "een\ntwee")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            b"antwoorden:\r\n  v1: a\n  v4: b\r\n",
            b"antwoorden:\r\n  v1: x\r\n  v4: b\r\n",
            id="gemengde regeleinden blijven, de nieuwe regel volgt het bestand",
        ),
        pytest.param(
            b"antwoorden:\n  v1: a\r\n  v4: b\n",
            b"antwoorden:\n  v1: x\r\n  v4: b\n",
            id="oude lf blijft lf",
        ),
        pytest.param(
            b"antwoorden:\r\n  v0: a",
            b"antwoorden:\r\n  v0: a\r\n\r\n  # V1: Wat is v1?\r\n  v1: x\r\n",
            id="zonder laatste regeleinde",
        ),
    ],
)
def test_regeleinden(old, new):
    kop = KOP.replace("\n", "\r\n").encode()
    assert read(kop + old).with_answer(LIJST.vraag("v1"), "x").data == kop + new


@trials(200)
@given(st.text(st.sampled_from("ab \n:#-'\"{}[]|>&*!%@`?,"), max_size=25), antwoorden)
@example("antwoorden: {v0: ,", "x")
def test_elke_tekst_wordt_goed_veranderd_of_geweigerd(tail, antwoord):
    """Whatever stands in the file: the change is right, or there is a Dutch error and no change."""
    for group in ("antwoorden:\n  v1: ", "antwoorden: {v1: "):
        try:
            old = read(KOP + group + tail)
            new = old.with_answer(LIJST.vraag("v0"), antwoord)
        except ProjectbestandError:
            continue
        assert values(new) == values(old) | {"v0": LIJST.vraag("v0").normalise(antwoord)}
