from __future__ import annotations

import random
import re
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from handwritten_plans import EVERYTHING, LIJST, VELDEN
from handwritten_punten import DATUMS, Puntenschrift, random_punt, read
from trials import text, trials
from uitvoeringsplan.errors import ProjectbestandError, PuntError
from uitvoeringsplan.model.open_punt import OpenPunt, make_punt
from uitvoeringsplan.plan import planbestand
from uitvoeringsplan.plan.planbestand import Planbestand, new_planbestand
from uitvoeringsplan.plan.punten import MAX_PUNTEN
from uitvoeringsplan.plan.punten_patch import (
    add_punten,
    close_punten,
    without_punten,
)
from uitvoeringsplan.yamltext import yaml_edit

KOP = "soort: proef\nvragenlijst: 1\n"
PUNT = OpenPunt("v1", "Jan", "2027-03-01", "de wijk", "Klopt dit?", sleutel="p1")
seeds = st.integers(0, 2**32 - 1)
ids = st.sampled_from(["", *(vraag.id for vraag in EVERYTHING)])


def values(file: Planbestand) -> dict[str, str]:
    return {vraag.id: file.plan.text(vraag) for vraag in EVERYTHING}


@st.composite
def punten(draw):
    """Any point at all, as it is stored."""
    try:
        return make_punt(
            OpenPunt(
                draw(ids), draw(text), draw(st.sampled_from(DATUMS)), draw(text), draw(text),
                draw(st.sampled_from(DATUMS)),
            )
        )  # fmt: skip
    except PuntError:
        return PUNT


@trials(400)
@given(st.lists(punten(), min_size=1, max_size=5))
def test_elk_punt_staat_na_bewaren_en_lezen_precies_in_het_bestand(lijst):
    empty = new_planbestand(read(KOP).path, LIJST, {"gemeente": "Oudermeer"}, {"v0": "een\n\ntwee"})
    full = add_punten(empty, lijst)
    gewild = {(p.vraag, p.auteur, p.datum, p.citaat, p.tekst, p.klaar) for p in lijst}
    assert {punt[:6] for punt in full.punten} == gewild
    assert len({punt.sleutel for punt in full.punten}) == len(full.punten)
    # Another reader, which shares no code with ours, finds the same.
    other = YAML(typ="safe", pure=True).load(full.data.decode())["punten"]
    # Only a block has a line end at its end, and only one that says something.
    same = [
        punt._replace(
            citaat=punt.citaat and punt.citaat + "\n", tekst=punt.tekst and punt.tekst + "\n"
        )
        for punt in full.punten
    ]
    assert [{n: t or "" for n, t in one.items()} for one in other] == [p._asdict() for p in same]
    assert values(full) == values(empty)
    assert add_punten(full, lijst) is full


@trials(1000)
@given(seeds)
def test_met_de_hand_geschreven_punten_worden_goed_gelezen(seed):
    hand = Puntenschrift(seed)
    assert list(read(hand.data).punten) == hand.punten


def over_de_regels(old: Planbestand, new: Planbestand, hand: Puntenschrift) -> None:
    """What holds of every change of a point: nothing else changes."""
    assert values(new) == values(old)
    comments = re.findall(r"# opm\d+\.", new.source.text)
    assert sorted(comments) == sorted(re.findall(r"# opm\d+\.", hand.text))
    assert new.data.startswith(b"\xef\xbb\xbf") is hand.bom
    assert (b"\n" in new.data.replace(b"\r\n", b"")) is (not hand.crlf)


@trials(1500)
@given(seeds, seeds)
def test_een_punt_komt_erbij_en_verder_verandert_er_niets(seed, other):
    hand = Puntenschrift(seed)
    old = read(hand.data)
    try:
        punt = make_punt(random_punt(random.Random(other)))  # noqa: S311
    except PuntError:
        punt = PUNT
    new = add_punten(old, [punt])
    if new is old:
        assert punt.attribute in {p.attribute for p in old.punten} or punt[:5] in {
            p[:5] for p in old.punten
        }
        return
    (added,) = [i for i, p in enumerate(new.punten) if p.sleutel == punt.attribute]
    assert (*new.punten[:added], *new.punten[added + 1 :]) == old.punten
    over_de_regels(old, new, hand)
    assert add_punten(new, [punt]) is new
    if not hand.is_flow and old.punten:
        # Its own lines and the blank one that sets it apart; all others stand there still.
        old_ones, new_ones = old.source.text.split("\n"), new.source.text.split("\n")
        over = iter(new_ones)
        assert all(line in over for line in old_ones)


@trials(1500)
@given(seeds, st.integers(0, 9), st.sampled_from(["", "2027-06-01", "1 juni 2027"]))
def test_een_punt_gaat_dicht_of_open_en_verder_verandert_er_niets(seed, welk, datum):
    hand = Puntenschrift(seed)
    old = read(hand.data)
    if not old.punten:
        return
    i = welk % len(old.punten)
    new = close_punten(old, {i: datum})
    day = datum and "2027-06-01"
    gewild = old.punten[i]._replace(klaar=day)
    assert new.punten == (*old.punten[:i], gewild, *old.punten[i + 1 :])
    over_de_regels(old, new, hand)
    assert close_punten(new, {i: datum}) is new
    if old.punten[i].klaar == day:
        assert new is old


@trials(600)
@given(seeds, seeds)
def test_wat_erbij_kwam_kan_er_weer_uit(seed, other):
    """Taking points out gives the file as it was, but for blank lines that others left."""
    hand = Puntenschrift(seed)
    old = read(hand.data)
    if hand.is_flow:
        return
    r = random.Random(other)  # noqa: S311
    raw = [random_punt(r)._replace(tekst=f"punt {i}") for i in range(r.randint(1, 4))]
    full = add_punten(old, raw)
    added = {p.attribute for p in full.punten} - {p.attribute for p in old.punten}
    weer = without_punten(full, added)
    assert weer.punten == old.punten
    over_de_regels(old, weer, hand)
    bare = [[r.strip() for r in b.source.text.split("\n") if r.strip()] for b in (old, weer)]
    if old.punten or "punten" not in old.tree.pairs:
        assert bare[0] == bare[1]


def test_een_plan_van_het_programma_is_er_na_weer_precies_hetzelfde():
    old = new_planbestand(read(KOP).path, LIJST, {}, {"v0": "een"})
    full = add_punten(old, [PUNT, PUNT._replace(vraag="", sleutel="p2")])
    assert without_punten(full, {"p1", "p2"}).data == old.data
    one = add_punten(old, [PUNT])
    assert without_punten(add_punten(one, [PUNT._replace(sleutel="p2")]), {"p2"}) == one


FULL = """
punten:
  - vraag: v1
    auteur: Jan
    datum: '2027-03-01'
    citaat: |
      de wijk
    tekst: |
      Klopt dit?
    klaar:
    sleutel: p1
"""


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("", FULL, id="nieuwe lijst"),
        pytest.param("antwoorden:\n  v0: a", "antwoorden:\n  v0: a\n" + FULL, id="geen regeleinde"),
        pytest.param("punten: # o\n", FULL[1:].replace(":\n", ": # o\n", 1), id="lege lijst"),
        pytest.param("punten: []\n", FULL[1:], id="lege haken"),
        pytest.param("# eind\n...\n", f"# eind\n{FULL}...\n", id="einde van het document"),
        pytest.param(
            "punten:\n- tekst: x\n  vraag: v4\n",
            FULL[1:].replace("\n  ", "\n") + "\n- tekst: x\n  vraag: v4\n",
            id="ervoor, zonder inspringing",
        ),
        pytest.param(
            "punten:\n    - tekst: |\n        x\n    # diep\n",
            "punten:\n    - tekst: |\n        x\n\n" + indent(FULL[9:], "  ") + "    # diep\n",
            id="erachter, na een blok",
        ),
        pytest.param(
            'punten: [{tekst: "x"}]\n',
            'punten: [{tekst: "x"}, {vraag: "v1", auteur: "Jan", datum: "2027-03-01",'
            ' citaat: "de wijk", tekst: "Klopt dit?", klaar: "", sleutel: "p1"}]\n',
            id="in haken",
        ),
    ],
)
def test_waar_een_punt_komt(old, new):
    assert add_punten(read(KOP + old), [PUNT]).data.decode() == KOP + new


def test_een_plan_als_json():
    kop = '{"soort": "proef", "vragenlijst": "1"'
    one = add_punten(read(f"{kop}}}\n"), [PUNT])
    assert one.data.decode().startswith(f'{kop}, punten: [{{vraag: "v1"')
    empty = add_punten(read(f'{kop}, "punten": []}}\n'), [PUNT])
    assert empty.punten == one.punten
    two = add_punten(one, [PUNT._replace(vraag="", sleutel="p2")])
    assert [p.sleutel for p in two.punten] == ["p2", "p1"]
    assert close_punten(two, {1: "2027-01-01"}).punten[1].klaar == "2027-01-01"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("    klaar:\n", "    klaar: '2027-06-01'\n", id="leeg"),
        pytest.param("    klaar: ''  # o\n", "    klaar: '2027-06-01' # o\n", id="met opmerking"),
        pytest.param("    klaar: 2026-01-01\n", "    klaar: '2027-06-01'\n", id="andere datum"),
        pytest.param("", "    klaar: '2027-06-01'\n", id="geen sleutel"),
    ],
)
def test_dicht_doen_verandert_een_regel(old, new):
    kop = f"{KOP}punten:\n  - vraag: v1\n    tekst: |\n      x\n"
    tail = "\n  - tekst: y\n"
    assert close_punten(read(kop + old + tail), {0: "2027-06-01"}).data.decode() == kop + new + tail


def test_volgorde_van_de_vragen_en_dan_de_datum():
    loose = [
        OpenPunt(vraag, datum=datum, tekst=f"{vraag or 'plan'} {datum}")
        for vraag in ("v3", "", VELDEN[0].id, "v0")
        for datum in ("2027-02-01", "2026-01-01")
    ]
    full = add_punten(read(KOP), loose)
    assert [p.tekst for p in full.punten] == [
        "plan 2026-01-01", "plan 2027-02-01",
        "gemeente 2026-01-01", "gemeente 2027-02-01",
        "v0 2026-01-01", "v0 2027-02-01", "v3 2026-01-01", "v3 2027-02-01",
    ]  # fmt: skip
    assert add_punten(add_punten(read(KOP), loose[3:]), loose[:3]).data == full.data


def test_wat_niet_in_de_vorm_past_wordt_geweigerd():
    kop = f"{KOP}punten:\n  - ? klaar # a: b\n    : x\n"
    with pytest.raises(ProjectbestandError, match="geen datum"):
        read(kop)
    old = read(f"{KOP}punten:\n  - ? klaar # a: b\n    :\n    tekst: x\n")
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        close_punten(old, {0: "2027-01-01"})
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        without_punten(read(f"{KOP}punten: [{{tekst: x, sleutel: p1}}]\n"), {"p1"})
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        without_punten(read(f"{KOP}punten:\n  - sleutel: p1 # o\n    tekst: x\n"), {"p1"})


def test_een_punt_dat_niets_zegt_wordt_niet_bewaard():
    with pytest.raises(PuntError, match="zegt niets"):
        add_punten(read(KOP), [OpenPunt("v1", tekst=" \n ")])
    with pytest.raises(PuntError, match="geen datum"):
        close_punten(add_punten(read(KOP), [PUNT]), {0: "gisteren"})


def test_er_is_een_grens_aan_het_aantal():
    veel = "".join(f"  - {{tekst: x, sleutel: s{i}}}\n" for i in range(MAX_PUNTEN))
    full = read(f"{KOP}punten:\n{veel}")
    with pytest.raises(ProjectbestandError, match="meer dan 1000 punten"):
        add_punten(full, [PUNT])


@trials(300)
@given(st.text(st.sampled_from("ab -\n:#'\"{}[]|>&*!%@`?,"), max_size=25), st.booleans())
def test_elke_vorm_wordt_goed_veranderd_of_geweigerd(tail, closed):
    """Whatever stands in the file: the change is right, or there is a Dutch error and no change."""
    for kop in ("punten:\n  - tekst: ", "punten: [{tekst: ", "punten:\n- {tekst: a}\n- tekst: "):
        try:
            old = read(KOP + kop + tail)
            if closed and not old.punten:
                continue
            last = len(old.punten) - 1
            new = close_punten(old, {last: "2027-01-01"}) if closed else add_punten(old, [PUNT])
        except ProjectbestandError:
            continue
        equal = zip(old.punten, new.punten[-len(old.punten) :], strict=True)
        if not closed:
            assert PUNT in new.punten
            assert tuple(p for p in new.punten if p != PUNT) == old.punten
        else:
            assert [n._replace(klaar=o.klaar) for o, n in equal] == list(old.punten)
            assert new.punten[-1].klaar == "2027-01-01"


def test_veel_punten_vragen_niet_meer_lezingen_dan_een(monkeypatch):
    """A document decides how many comments there are, so no step may read the plan for each."""
    reading = []
    for module, name in ((planbestand, "_read_tree"), (yaml_edit, "read_yaml")):
        real = getattr(module, name)
        monkeypatch.setattr(
            module, name, lambda source, real=real: reading.append(source) or real(source)
        )

    def lezingen(count: int) -> list[int]:
        result = []
        file = read(KOP)
        punten = [PUNT._replace(tekst=f"Punt {i}", sleutel="") for i in range(count)]
        for stap in (
            lambda was: add_punten(was, punten),
            lambda was: close_punten(was, dict.fromkeys(range(count), "2027-01-01")),
            lambda was: without_punten(was, {punt.attribute for punt in was.punten}),
        ):
            reading.clear()
            file = stap(file)
            result.append(len(reading))
        assert file.punten == ()
        return result

    assert lezingen(1) == lezingen(40)
