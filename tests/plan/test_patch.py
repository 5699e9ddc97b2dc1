from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from handwritten_plans import ALLES, LIJST, VELDEN, WOORDEN, Handschrift
from trials import proeven
from uitvoeringsplan.errors import ProjectbestandError
from uitvoeringsplan.plan.planbestand import Planbestand, read_planbestand

KOP = "soort: proef\nvragenlijst: 1\n"
zaden = st.integers(0, 2**32 - 1)
antwoorden = st.sampled_from([*WOORDEN, ""])


def lees(tekst: str | bytes) -> Planbestand:
    data = tekst if isinstance(tekst, bytes) else tekst.encode()
    return read_planbestand(data, Path("x.plan.yaml"), LIJST)


def zet(tekst: str, id_: str, antwoord: str) -> str:
    return lees(tekst).with_answer(LIJST.vraag(id_), antwoord).data.decode()


def waarden(bestand: Planbestand) -> dict[str, str]:
    return {vraag.id: bestand.plan.tekst(vraag) for vraag in ALLES}


def sleutels(bestand: Planbestand) -> list[str]:
    """Return the keys of a plan in the order of the file."""
    return [
        naam
        for groep, (_, knoop) in bestand.boom.paren.items()
        for naam in (groep, *getattr(knoop, "paren", {}))
    ]


def regels_van(bestand: Planbestand, id_: str) -> tuple[int, int]:
    """Return the lines [from, to) that belong to an answer: its key up to the next key."""
    begin = {}
    for naam, (sleutel, knoop) in bestand.boom.paren.items():
        begin[naam] = sleutel.regel - 1
        if naam in ("gegevens", "antwoorden"):
            begin |= {k: s.regel - 1 for k, (s, _) in getattr(knoop, "paren", {}).items()}
    aantal = len(bestand.bron.tekst.split("\n"))
    van = begin[id_]
    return van, min((regel for regel in begin.values() if regel > van), default=aantal)


@proeven(500)
@given(zaden)
def test_met_de_hand_geschreven_plannen_worden_goed_gelezen(zaad):
    hand = Handschrift(zaad)
    assert waarden(lees(hand.data)) == {v.id: hand.waarden.get(v.id, "") for v in ALLES}


@proeven(1500)
@given(zaden, st.sampled_from(ALLES), antwoorden)
def test_een_antwoord_verandert_en_verder_niets(zaad, vraag, antwoord):
    hand = Handschrift(zaad)
    oud = lees(hand.data)
    nieuw = oud.with_answer(vraag, antwoord)
    assert waarden(nieuw) == waarden(oud) | {vraag.id: vraag.normalise(antwoord)}
    # Every key, in order; a key that was not there yet has a place of its own.
    volgorde = sleutels(nieuw)
    if (was := sleutels(oud)) != volgorde:
        assert vraag.id not in was
        erbij = {vraag.id, "gegevens" if vraag in VELDEN else "antwoorden"} - {*was}
        volgorde = [naam for naam in volgorde if naam not in erbij]
    assert volgorde == was
    # Every comment, in order; every line end; the byte order mark.
    opmerkingen = re.findall(r"# opm\d+\.", nieuw.bron.tekst)
    assert opmerkingen == re.findall(r"# opm\d+\.", hand.tekst)
    assert nieuw.data.startswith(b"\xef\xbb\xbf") is hand.bom
    assert (b"\n" in nieuw.data.replace(b"\r\n", b"")) is (not hand.crlf)
    # Saving it again is no change.
    assert nieuw.with_answer(vraag, antwoord) is nieuw


@proeven(1000)
@given(zaden, st.sampled_from(ALLES), antwoorden)
def test_alleen_de_regels_van_dat_antwoord_veranderen(zaad, vraag, antwoord):
    hand = Handschrift(zaad)
    oud = lees(hand.data)
    nieuw = oud.with_answer(vraag, antwoord)
    oude_regels, nieuwe_regels = oud.bron.tekst.split("\n"), nieuw.bron.tekst.split("\n")
    if vraag.id in hand.waarden:
        van, tot = regels_van(oud, vraag.id)
        staart = oude_regels[tot:]
        assert nieuwe_regels[:van] == oude_regels[:van]
        assert nieuwe_regels[len(nieuwe_regels) - len(staart) :] == staart
    elif not hand.is_flow:  # a new key: all old lines stand there still, in order
        groep = oud.boom.paren.get("gegevens" if vraag in VELDEN else "antwoorden")
        if groep:  # `antwoorden: {}` loses its brackets
            del oude_regels[groep[0].regel - 1]
        over = iter(nieuwe_regels)
        assert all(regel in over for regel in oude_regels if regel.strip()[:1] not in ("", "#"))


@proeven(150)
@given(zaden, st.randoms(use_true_random=False), st.data())
def test_een_plan_dat_antwoord_voor_antwoord_wordt_gevuld(zaad, r, data):
    bestand = lees(Handschrift(zaad).data)
    gegeven = {}
    for vraag in r.sample(ALLES, len(ALLES)):
        gegeven[vraag.id] = vraag.normalise(data.draw(antwoorden))
        bestand = bestand.with_answer(vraag, gegeven[vraag.id])
    assert waarden(bestand) == gegeven


@pytest.mark.parametrize(
    ("oud", "nieuw"),
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
def test_vervangen(oud, nieuw):
    kop = KOP + "antwoorden:\n"
    assert zet(kop + oud, "v0", "een\n\ntwee") == kop + nieuw


@pytest.mark.parametrize(
    ("oud", "nieuw"),
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
def test_tussen_haken(oud, nieuw):
    assert zet(f"{KOP}antwoorden: {oud}\n", "v0", "a: b") == f"{KOP}antwoorden: {nieuw}\n"


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        pytest.param('"antwoorden": {}', '"antwoorden": {v1: "x"}', id="lege groep"),
        pytest.param('"gegevens": {}', '"gegevens": {}, antwoorden: {v1: "x"}', id="geen groep"),
    ],
)
def test_een_plan_als_json(oud, nieuw):
    kop = '{"soort": "proef", "vragenlijst": "1", '
    assert zet(f"{kop}{oud}}}\n", "v1", "x") == f"{kop}{nieuw}}}\n"


VRAAG = "  # V1: Wat is v1?\n  v1: x\n"


@pytest.mark.parametrize(
    ("oud", "nieuw"),
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
def test_een_sleutel_die_er_nog_niet_was(oud, nieuw):
    assert zet(KOP + oud, "v1", "x") == KOP + nieuw


def test_een_plan_dat_in_zijn_geheel_is_ingesprongen():
    assert zet("  soort: proef\n  vragenlijst: 1\n", "v1", "x").endswith(
        "  antwoorden:\n    # V1: Wat is v1?\n    v1: x\n"
    )


@pytest.mark.parametrize(
    "oud",
    [
        pytest.param("antwoorden:\n  ? v0\n", id="sleutel zonder waarde"),
        pytest.param("antwoorden:\n  ? v0 # o: p\n  : x\n", id="opmerking voor de dubbele punt"),
        pytest.param('antwoorden: {v0: ["a", # o\n "b"]}\n', id="opmerking in een lijst in haken"),
    ],
)
def test_wat_niet_veilig_kan_wordt_geweigerd(oud):
    with pytest.raises(ProjectbestandError, match="Er is niets veranderd"):
        zet(KOP + oud, "v0", "een\ntwee")


@pytest.mark.parametrize(
    ("oud", "nieuw"),
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
def test_regeleinden(oud, nieuw):
    kop = KOP.replace("\n", "\r\n").encode()
    assert lees(kop + oud).with_answer(LIJST.vraag("v1"), "x").data == kop + nieuw


@proeven(200)
@given(st.text(st.sampled_from("ab \n:#-'\"{}[]|>&*!%@`?,"), max_size=25), antwoorden)
@example("antwoorden: {v0: ,", "x")
def test_elke_tekst_wordt_goed_veranderd_of_geweigerd(staart, antwoord):
    """Whatever stands in the file: the change is right, or there is a Dutch error and no change."""
    for groep in ("antwoorden:\n  v1: ", "antwoorden: {v1: "):
        try:
            oud = lees(KOP + groep + staart)
            nieuw = oud.with_answer(LIJST.vraag("v0"), antwoord)
        except ProjectbestandError:
            continue
        assert waarden(nieuw) == waarden(oud) | {"v0": LIJST.vraag("v0").normalise(antwoord)}
