from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uitvoeringsplan.model.fingerprint import antwoord_fingerprint, fingerprint
from uitvoeringsplan.model.sentence_merge import merge_markup
from uitvoeringsplan.model.three_way import (
    Oordeel,
    keep_both,
    merge_antwoorden,
    weigh,
)
from uitvoeringsplan.model.types import TYPES
from uitvoeringsplan.model.vraag import Controle, Kolom, Vraag

VRAAG = Vraag(id="doel", label="Doel", vraag="Wat is het doel?")
MET_STANDAARD = Vraag(id="kader", label="Kader", vraag="Welk?", standaard="Gewoon")
TABEL = Vraag(
    id="acties",
    label="Acties",
    vraag="Welke?",
    type=TYPES["tabel"],
    kolommen=(Kolom("actie", "Actie"), Kolom("start", "Start", TYPES["datum"])),
    sorteer="start",
)


def oordeel(plan, word, basis, *, known=True, vraag=VRAAG):
    digest = None if basis is None else antwoord_fingerprint(vraag, basis)
    result = weigh(vraag, plan, word, digest, lambda: basis if known else None)
    return result.oordeel, result.text


@pytest.mark.parametrize(
    ("basis", "plan", "word", "outcome"),
    [
        ("a", "a", "a", (Oordeel.GELIJK, "a")),
        ("a", "b", "b", (Oordeel.GELIJK, "b")),
        ("a", "a", "b", (Oordeel.OVERGENOMEN, "b")),
        ("a", "a", "", (Oordeel.OVERGENOMEN, "")),
        ("", "", "b", (Oordeel.OVERGENOMEN, "b")),
        ("a", "b", "a", (Oordeel.BEHOUDEN, "b")),
        ("a", "", "a", (Oordeel.BEHOUDEN, "")),
        ("a", "b", "c", (Oordeel.BOTSING, "b")),
        ("", "b", "c", (Oordeel.BOTSING, "b")),
        (None, "b", "c", (Oordeel.BOTSING, "b")),
        (None, "", "c", (Oordeel.OVERGENOMEN, "c")),
        (None, "b", "", (Oordeel.BEHOUDEN, "b")),
        ("Een twee. Drie vier.", "EEN twee. Drie vier.", "Een twee. Drie VIER.",
         (Oordeel.SAMENGEVOEGD, "EEN twee. Drie VIER.")),
        ("een twee drie vier", "EEN twee drie vier", "een twee drie VIER",
         (Oordeel.BOTSING, "EEN twee drie vier")),
    ],
)  # fmt: skip
def test_wie_het_veranderde_bepaalt_wat_ermee_gebeurt(basis, plan, word, outcome):
    assert oordeel(plan, word, basis) == outcome


def test_zonder_de_oude_tekst_is_er_niets_samen_te_voegen():
    result = oordeel("EEN twee drie", "een twee DRIE", "een twee drie", known=False)
    assert result == (Oordeel.BOTSING, "EEN twee drie")


@pytest.mark.parametrize(("digest", "marked"), [(None, False), ("0123456789abcdef", True)])
def test_van_een_botsing_is_bekend_of_het_bestand_zegt_wie_veranderde(digest, marked):
    result = weigh(VRAAG, "plan", "word", digest, lambda: None)
    assert (result.oordeel, result.is_marked) == (Oordeel.BOTSING, marked)


def test_een_standaard_die_niemand_invulde_is_geen_antwoord():
    assert oordeel("", "Gewoon", "", vraag=MET_STANDAARD) == (Oordeel.BEHOUDEN, "")
    assert oordeel("", "Anders", "", vraag=MET_STANDAARD) == (Oordeel.OVERGENOMEN, "Anders")


def test_een_andere_volgorde_van_rijen_is_geen_verandering():
    plan = "| b | 2027-02-01 |\n| a | 2027-01-01 |"
    word = "| a | 2027-01-01 |\n| b | 2027-02-01 |"
    assert oordeel(plan, word, plan, vraag=TABEL) == (Oordeel.GELIJK, plan)
    new = word + "\n| c | 2027-03-01 |"
    assert oordeel(plan, new, plan, vraag=TABEL) == (Oordeel.OVERGENOMEN, new)


def test_van_tabellen_worden_geen_woorden_samengevoegd():
    plan, word = "| A | 2027-01-01 |", "| a | 2027-01-02 |"
    assert oordeel(plan, word, "| a | 2027-01-01 |", vraag=TABEL)[0] is Oordeel.BOTSING


def test_de_oude_tekst_wordt_alleen_gevraagd_als_beide_veranderden():
    def basis():
        raise AssertionError

    assert weigh(VRAAG, "a", "b", fingerprint("a"), basis).oordeel is Oordeel.OVERGENOMEN


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        ("Een kat loopt op straat.", "Een hond loopt in de straat.", None),
        ("Een kat loopt op straat.", "Een muis loopt op straat.", None),
        ("Een grote hond loopt op straat.", "Een hond loopt op straat.", None),
        ("Een hond loopt.", "Een hond loopt op straat!", None),
        ("Een hond loopt op straat.\n\n- punt", "De hond loopt op straat.",
         "De hond loopt op straat.\n\n- punt"),
        ("Een hond loopt op straat.", "Een hond loopt op straat.", "Een hond loopt op straat."),
    ],
)  # fmt: skip
def test_woorden_samenvoegen(one, other, together):
    basis = "Een hond loopt op straat."
    if one.startswith("Een grote"):
        other = "Een kleine hond loopt op straat."
    assert merge_markup(basis, one, other) == together
    assert merge_markup(basis, other, one) == together


WORDS = st.lists(st.sampled_from(["een", "twee", "- drie", "vier.", "**vijf**"]), max_size=8)
TEXT = WORDS.map(" ".join)


@given(basis=TEXT, one=TEXT)
def test_wie_alleen_verandert_krijgt_zijn_tekst(basis, one):
    assert merge_markup(basis, one, basis) == one
    assert merge_markup(basis, basis, one) == one


@given(basis=TEXT, one=TEXT, other=TEXT)
def test_een_woord_dat_beide_lieten_staan_gaat_nooit_verloren(basis, one, other):
    together = merge_markup(basis, one, other)
    if together is None:
        return
    for word in set(basis.split()) & set(one.split()) & set(other.split()):
        assert word.strip(".*-") in together
    for text, others in ((one, other), (other, one)):
        for word in set(text.split()) - set(basis.split()) - set(others.split()):
            assert word.strip(".*-") in together, "een nieuw woord raakte kwijt"


@pytest.mark.parametrize(
    ("kind", "basis", "plan", "word"),
    [
        (TYPES["datum"], "2027-03-12", "2028-03-12", "2027-04-12"),
        (TYPES["getal"], "10500", "12500", "10700"),
        (TYPES["keuze"], "in het begin", "in het midden", "aan het begin"),
        (TYPES["meerkeuze"], "- a\n- b\n- c", "- a\n- b", "- b\n- c"),
        (TYPES["regel"], "Team noord en west", "Team zuid en west", "Team noord en oost"),
        (TYPES["regel"], "Eén zin. Nog een.", "Een zin. Nog een.", "Eén zin. Nog een, dus."),
    ],
)
def test_een_waarde_wordt_nooit_uit_twee_waarden_gemaakt(kind, basis, plan, word):
    vraag = VRAAG._replace(type=kind, keuzes=(basis, plan, word, "a", "b", "c"))
    assert oordeel(plan, word, basis, vraag=vraag) == (Oordeel.BOTSING, plan)


def test_een_regel_die_alles_van_de_ander_al_heeft_botst_niet():
    line = VRAAG._replace(type=TYPES["regel"])
    assert oordeel("Team Noord, nieuw", "Team Noord", "Team noord", vraag=line)[0] is (
        Oordeel.BOTSING
    ), "“Noord,” is een ander stuk dan “Noord”"
    assert oordeel("team Zuid en nu ook West", "team Zuid en West", "team Noord en West",
                   vraag=line) == (Oordeel.BEHOUDEN, "team Zuid en nu ook West")  # fmt: skip


def test_wat_samen_te_lang_is_botst():
    basis, plan, word = "De een. De ander.", "De een hier. De ander.", "De een. De ander daar."
    assert oordeel(plan, word, basis)[0] is Oordeel.SAMENGEVOEGD
    short = VRAAG._replace(controle=Controle(max=len(plan)))
    assert oordeel(plan, word, basis, vraag=short) == (Oordeel.BOTSING, plan)


TABLE_ROWS = ["| a | 2027-01-01 |", "| b | 2027-02-01 |", "| c | 2027-03-01 |", "| d |  |"]


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        # An untouched row between them, or not; the same row; a row that both moved.
        (["| A | 2027-01-01 |", *TABLE_ROWS[1:]], [*TABLE_ROWS[:3], "| D |  |"],
         ["| A | 2027-01-01 |", *TABLE_ROWS[1:3], "| D |  |"]),
        (["| A | 2027-01-01 |", *TABLE_ROWS[1:]], [TABLE_ROWS[0], "| B |  |", *TABLE_ROWS[2:]],
         None),
        (["| A | 2027-01-01 |", *TABLE_ROWS[1:]], ["| a | 2028-01-01 |", *TABLE_ROWS[1:]], None),
        ([*TABLE_ROWS[1:], TABLE_ROWS[0]], [*TABLE_ROWS[1:3], TABLE_ROWS[0], *TABLE_ROWS[3:]],
         None),
        (TABLE_ROWS[:3], TABLE_ROWS[:3], TABLE_ROWS[:3]),
    ],
)  # fmt: skip
def test_rijen_gaan_alleen_heel_samen(one, other, together):
    versies = ["\n".join(rijen) for rijen in (TABLE_ROWS, one, other)]
    result = None if together is None else "\n".join(together)
    assert merge_antwoorden(TABEL, *versies) == result
    assert merge_antwoorden(TABEL, versies[0], versies[2], versies[1]) == result


def test_een_tabel_met_andere_kolommen_gaat_niet_samen():
    assert merge_antwoorden(TABEL, "| a |", "| b | |", "| c | |") is None


LIJSTVRAAG = Vraag(id="team", label="Team", vraag="Wie?", type=TYPES["lijst"])


@pytest.mark.parametrize(
    ("vraag", "one", "other", "together"),
    [
        (VRAAG, "a\n\nb\n\nd", "a\n\nc\n\nd", "a\n\nb\n\nc\n\nd"),
        (VRAAG, "- a\n- b", "- a\n- c", "- a\n- b\n\n- a\n- c"),
        (VRAAG, "", "c", "c"),
        (LIJSTVRAAG, "- a\n- b", "- a\n- c", "- a\n- b\n- c"),
        (TABEL, "| a | |\n| b | |", "| b | |\n| c | |", "| a | |\n| b | |\n| c | |"),
    ],
)
def test_twee_antwoorden_onder_elkaar(vraag, one, other, together):
    assert keep_both(vraag, one, other) == together


PARAGRAPHS = st.lists(st.sampled_from(["een", "- twee\n- drie", "vier."]), max_size=5).map(
    "\n\n".join
)


@given(one=PARAGRAPHS, other=PARAGRAPHS)
def test_onder_elkaar_houdt_beide_antwoorden_en_herhaalt_niet_wat_gelijk_is(one, other):
    together = keep_both(VRAAG, one, other).split("\n\n")
    for text in (one, other):
        rest = iter(together)
        assert all(part in rest for part in text.split("\n\n") if part), "in volgorde"
    assert keep_both(VRAAG, one, one) == one


def test_wat_het_plan_al_heeft_botst_niet_nog_een_keer():
    """Another answer of the file clashed, or the file is read once more."""
    basis, plan = "de wijk groeit snel, vindt men", "de Zeilwijk groeit snel, vindt men nu"
    assert oordeel(plan, "de Zeilwijk groeit snel, vindt men", basis) == (Oordeel.BEHOUDEN, plan)


@pytest.mark.parametrize(
    ("basis", "plan", "word"),
    [
        ("a b c", "a B c", "a x c"),  # other words in the same place
        ("a b c", "a b c d", "a c"),  # Word dropped what the plan still has
        ("a b c", "a c", "a b x c"),  # the plan dropped what Word changed
        # Words that stand there more than once, so that texts line up in more than one way.
        ("met de wijk de het jaar elk met", "met de wijk de het jaar nu elk met",
         "met de wijk het jaar elk met"),
        ("b b d d b a a b", "b b d d b d a b", "b b d b a a b"),
    ],
)  # fmt: skip
def test_wat_het_plan_nog_niet_heeft_wordt_niet_stil_behouden(basis, plan, word):
    assert oordeel(plan, word, basis)[0] is not Oordeel.BEHOUDEN
