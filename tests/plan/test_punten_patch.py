from __future__ import annotations

import random
import re
from textwrap import indent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from handwritten_plans import ALLES, LIJST, VELDEN
from handwritten_punten import DATUMS, Puntenschrift, lees, willekeurig_punt
from trials import proeven, tekst
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
zaden = st.integers(0, 2**32 - 1)
ids = st.sampled_from(["", *(vraag.id for vraag in ALLES)])


def waarden(bestand: Planbestand) -> dict[str, str]:
    return {vraag.id: bestand.plan.tekst(vraag) for vraag in ALLES}


@st.composite
def punten(draw):
    """Any point at all, as it is stored."""
    try:
        return make_punt(
            OpenPunt(
                draw(ids), draw(tekst), draw(st.sampled_from(DATUMS)), draw(tekst), draw(tekst),
                draw(st.sampled_from(DATUMS)),
            )
        )  # fmt: skip
    except PuntError:
        return PUNT


@proeven(400)
@given(st.lists(punten(), min_size=1, max_size=5))
def test_elk_punt_staat_na_bewaren_en_lezen_precies_in_het_bestand(lijst):
    leeg = new_planbestand(lees(KOP).pad, LIJST, {"gemeente": "Oudermeer"}, {"v0": "een\n\ntwee"})
    vol = add_punten(leeg, lijst)
    gewild = {(p.vraag, p.auteur, p.datum, p.citaat, p.tekst, p.klaar) for p in lijst}
    assert {punt[:6] for punt in vol.punten} == gewild
    assert len({punt.sleutel for punt in vol.punten}) == len(vol.punten)
    # Another reader, which shares no code with ours, finds the same.
    ander = YAML(typ="safe", pure=True).load(vol.data.decode())["punten"]
    # Only a block has a line end at its end, and only one that says something.
    zelfde = [
        punt._replace(
            citaat=punt.citaat and punt.citaat + "\n", tekst=punt.tekst and punt.tekst + "\n"
        )
        for punt in vol.punten
    ]
    assert [{n: t or "" for n, t in een.items()} for een in ander] == [p._asdict() for p in zelfde]
    assert waarden(vol) == waarden(leeg)
    assert add_punten(vol, lijst) is vol


@proeven(1000)
@given(zaden)
def test_met_de_hand_geschreven_punten_worden_goed_gelezen(zaad):
    hand = Puntenschrift(zaad)
    assert list(lees(hand.data).punten) == hand.punten


def over_de_regels(oud: Planbestand, nieuw: Planbestand, hand: Puntenschrift) -> None:
    """What holds of every change of a point: nothing else changes."""
    assert waarden(nieuw) == waarden(oud)
    opmerkingen = re.findall(r"# opm\d+\.", nieuw.bron.tekst)
    assert sorted(opmerkingen) == sorted(re.findall(r"# opm\d+\.", hand.tekst))
    assert nieuw.data.startswith(b"\xef\xbb\xbf") is hand.bom
    assert (b"\n" in nieuw.data.replace(b"\r\n", b"")) is (not hand.crlf)


@proeven(1500)
@given(zaden, zaden)
def test_een_punt_komt_erbij_en_verder_verandert_er_niets(zaad, ander):
    hand = Puntenschrift(zaad)
    oud = lees(hand.data)
    try:
        punt = make_punt(willekeurig_punt(random.Random(ander)))  # noqa: S311
    except PuntError:
        punt = PUNT
    nieuw = add_punten(oud, [punt])
    if nieuw is oud:
        assert punt.kenmerk in {p.kenmerk for p in oud.punten} or punt[:5] in {
            p[:5] for p in oud.punten
        }
        return
    (erbij,) = [i for i, p in enumerate(nieuw.punten) if p.sleutel == punt.kenmerk]
    assert (*nieuw.punten[:erbij], *nieuw.punten[erbij + 1 :]) == oud.punten
    over_de_regels(oud, nieuw, hand)
    assert add_punten(nieuw, [punt]) is nieuw
    if not hand.is_flow and oud.punten:
        # Its own lines and the blank one that sets it apart; all others stand there still.
        oude, nieuwe = oud.bron.tekst.split("\n"), nieuw.bron.tekst.split("\n")
        over = iter(nieuwe)
        assert all(regel in over for regel in oude)


@proeven(1500)
@given(zaden, st.integers(0, 9), st.sampled_from(["", "2027-06-01", "1 juni 2027"]))
def test_een_punt_gaat_dicht_of_open_en_verder_verandert_er_niets(zaad, welk, datum):
    hand = Puntenschrift(zaad)
    oud = lees(hand.data)
    if not oud.punten:
        return
    i = welk % len(oud.punten)
    nieuw = close_punten(oud, {i: datum})
    dag = datum and "2027-06-01"
    gewild = oud.punten[i]._replace(klaar=dag)
    assert nieuw.punten == (*oud.punten[:i], gewild, *oud.punten[i + 1 :])
    over_de_regels(oud, nieuw, hand)
    assert close_punten(nieuw, {i: datum}) is nieuw
    if oud.punten[i].klaar == dag:
        assert nieuw is oud


@proeven(600)
@given(zaden, zaden)
def test_wat_erbij_kwam_kan_er_weer_uit(zaad, ander):
    """Taking points out gives the file as it was, but for blank lines that others left."""
    hand = Puntenschrift(zaad)
    oud = lees(hand.data)
    if hand.is_flow:
        return
    r = random.Random(ander)  # noqa: S311
    ruw = [willekeurig_punt(r)._replace(tekst=f"punt {i}") for i in range(r.randint(1, 4))]
    vol = add_punten(oud, ruw)
    erbij = {p.kenmerk for p in vol.punten} - {p.kenmerk for p in oud.punten}
    weer = without_punten(vol, erbij)
    assert weer.punten == oud.punten
    over_de_regels(oud, weer, hand)
    kaal = [[r.strip() for r in b.bron.tekst.split("\n") if r.strip()] for b in (oud, weer)]
    if oud.punten or "punten" not in oud.boom.paren:
        assert kaal[0] == kaal[1]


def test_een_plan_van_het_programma_is_er_na_weer_precies_hetzelfde():
    oud = new_planbestand(lees(KOP).pad, LIJST, {}, {"v0": "een"})
    vol = add_punten(oud, [PUNT, PUNT._replace(vraag="", sleutel="p2")])
    assert without_punten(vol, {"p1", "p2"}).data == oud.data
    een = add_punten(oud, [PUNT])
    assert without_punten(add_punten(een, [PUNT._replace(sleutel="p2")]), {"p2"}) == een


VOL = """
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
    ("oud", "nieuw"),
    [
        pytest.param("", VOL, id="nieuwe lijst"),
        pytest.param("antwoorden:\n  v0: a", "antwoorden:\n  v0: a\n" + VOL, id="geen regeleinde"),
        pytest.param("punten: # o\n", VOL[1:].replace(":\n", ": # o\n", 1), id="lege lijst"),
        pytest.param("punten: []\n", VOL[1:], id="lege haken"),
        pytest.param("# eind\n...\n", f"# eind\n{VOL}...\n", id="einde van het document"),
        pytest.param(
            "punten:\n- tekst: x\n  vraag: v4\n",
            VOL[1:].replace("\n  ", "\n") + "\n- tekst: x\n  vraag: v4\n",
            id="ervoor, zonder inspringing",
        ),
        pytest.param(
            "punten:\n    - tekst: |\n        x\n    # diep\n",
            "punten:\n    - tekst: |\n        x\n\n" + indent(VOL[9:], "  ") + "    # diep\n",
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
def test_waar_een_punt_komt(oud, nieuw):
    assert add_punten(lees(KOP + oud), [PUNT]).data.decode() == KOP + nieuw


def test_een_plan_als_json():
    kop = '{"soort": "proef", "vragenlijst": "1"'
    een = add_punten(lees(f"{kop}}}\n"), [PUNT])
    assert een.data.decode().startswith(f'{kop}, punten: [{{vraag: "v1"')
    leeg = add_punten(lees(f'{kop}, "punten": []}}\n'), [PUNT])
    assert leeg.punten == een.punten
    twee = add_punten(een, [PUNT._replace(vraag="", sleutel="p2")])
    assert [p.sleutel for p in twee.punten] == ["p2", "p1"]
    assert close_punten(twee, {1: "2027-01-01"}).punten[1].klaar == "2027-01-01"


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        pytest.param("    klaar:\n", "    klaar: '2027-06-01'\n", id="leeg"),
        pytest.param("    klaar: ''  # o\n", "    klaar: '2027-06-01' # o\n", id="met opmerking"),
        pytest.param("    klaar: 2026-01-01\n", "    klaar: '2027-06-01'\n", id="andere datum"),
        pytest.param("", "    klaar: '2027-06-01'\n", id="geen sleutel"),
    ],
)
def test_dicht_doen_verandert_een_regel(oud, nieuw):
    kop = f"{KOP}punten:\n  - vraag: v1\n    tekst: |\n      x\n"
    staart = "\n  - tekst: y\n"
    assert (
        close_punten(lees(kop + oud + staart), {0: "2027-06-01"}).data.decode()
        == kop + nieuw + staart
    )


def test_volgorde_van_de_vragen_en_dan_de_datum():
    losse = [
        OpenPunt(vraag, datum=datum, tekst=f"{vraag or 'plan'} {datum}")
        for vraag in ("v3", "", VELDEN[0].id, "v0")
        for datum in ("2027-02-01", "2026-01-01")
    ]
    vol = add_punten(lees(KOP), losse)
    assert [p.tekst for p in vol.punten] == [
        "plan 2026-01-01", "plan 2027-02-01",
        "gemeente 2026-01-01", "gemeente 2027-02-01",
        "v0 2026-01-01", "v0 2027-02-01", "v3 2026-01-01", "v3 2027-02-01",
    ]  # fmt: skip
    assert add_punten(add_punten(lees(KOP), losse[3:]), losse[:3]).data == vol.data


def test_wat_niet_in_de_vorm_past_wordt_geweigerd():
    kop = f"{KOP}punten:\n  - ? klaar # a: b\n    : x\n"
    with pytest.raises(ProjectbestandError, match="geen datum"):
        lees(kop)
    oud = lees(f"{KOP}punten:\n  - ? klaar # a: b\n    :\n    tekst: x\n")
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        close_punten(oud, {0: "2027-01-01"})
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        without_punten(lees(f"{KOP}punten: [{{tekst: x, sleutel: p1}}]\n"), {"p1"})
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        without_punten(lees(f"{KOP}punten:\n  - sleutel: p1 # o\n    tekst: x\n"), {"p1"})


def test_een_punt_dat_niets_zegt_wordt_niet_bewaard():
    with pytest.raises(PuntError, match="zegt niets"):
        add_punten(lees(KOP), [OpenPunt("v1", tekst=" \n ")])
    with pytest.raises(PuntError, match="geen datum"):
        close_punten(add_punten(lees(KOP), [PUNT]), {0: "gisteren"})


def test_er_is_een_grens_aan_het_aantal():
    veel = "".join(f"  - {{tekst: x, sleutel: s{i}}}\n" for i in range(MAX_PUNTEN))
    vol = lees(f"{KOP}punten:\n{veel}")
    with pytest.raises(ProjectbestandError, match="meer dan 1000 punten"):
        add_punten(vol, [PUNT])


@proeven(300)
@given(st.text(st.sampled_from("ab -\n:#'\"{}[]|>&*!%@`?,"), max_size=25), st.booleans())
def test_elke_vorm_wordt_goed_veranderd_of_geweigerd(staart, dicht):
    """Whatever stands in the file: the change is right, or there is a Dutch error and no change."""
    for kop in ("punten:\n  - tekst: ", "punten: [{tekst: ", "punten:\n- {tekst: a}\n- tekst: "):
        try:
            oud = lees(KOP + kop + staart)
            if dicht and not oud.punten:
                continue
            laatste = len(oud.punten) - 1
            nieuw = close_punten(oud, {laatste: "2027-01-01"}) if dicht else add_punten(oud, [PUNT])
        except ProjectbestandError:
            continue
        gelijk = zip(oud.punten, nieuw.punten[-len(oud.punten) :], strict=True)
        if not dicht:
            assert PUNT in nieuw.punten
            assert tuple(p for p in nieuw.punten if p != PUNT) == oud.punten
        else:
            assert [n._replace(klaar=o.klaar) for o, n in gelijk] == list(oud.punten)
            assert nieuw.punten[-1].klaar == "2027-01-01"


def test_veel_punten_vragen_niet_meer_lezingen_dan_een(monkeypatch):
    """A document decides how many comments there are, so no step may read the plan for each."""
    gelezen = []
    for module, naam in ((planbestand, "_read_tree"), (yaml_edit, "read_yaml")):
        echt = getattr(module, naam)
        monkeypatch.setattr(
            module, naam, lambda bron, echt=echt: gelezen.append(bron) or echt(bron)
        )

    def lezingen(aantal: int) -> list[int]:
        uit = []
        bestand = lees(KOP)
        punten = [PUNT._replace(tekst=f"Punt {i}", sleutel="") for i in range(aantal)]
        for stap in (
            lambda was: add_punten(was, punten),
            lambda was: close_punten(was, dict.fromkeys(range(aantal), "2027-01-01")),
            lambda was: without_punten(was, {punt.kenmerk for punt in was.punten}),
        ):
            gelezen.clear()
            bestand = stap(bestand)
            uit.append(len(gelezen))
        assert bestand.punten == ()
        return uit

    assert lezingen(1) == lezingen(40)
