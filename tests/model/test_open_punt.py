from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import LASTIG, proeven
from uitvoeringsplan.errors import PuntError
from uitvoeringsplan.model.cleaning import clean, one_line
from uitvoeringsplan.model.open_punt import (
    OpenPunt,
    find_punt,
    key_of,
    make_punt,
    names_of,
    new_punten,
    place_new,
    recognise,
    with_keys,
)

PUNT = OpenPunt("v1", "Jan", "2027-03-01", "de wijk", "Klopt dit?")
teksten = st.sampled_from(LASTIG)


@proeven(500)
@given(teksten, teksten, teksten, teksten)
def test_een_punt_is_opgeschoond_en_blijft_daarna_zo(vraag, auteur, citaat, tekst):
    ruw = OpenPunt(vraag, auteur, "", citaat, tekst)
    if not clean(tekst) and not clean(citaat):
        with pytest.raises(PuntError, match="zegt niets"):
            make_punt(ruw)
        return
    punt = make_punt(ruw)
    assert (punt.vraag, punt.auteur) == (one_line(vraag), one_line(auteur))
    assert (punt.citaat, punt.tekst) == (clean(citaat), clean(tekst))
    assert make_punt(punt) == punt


@pytest.mark.parametrize(
    ("ruw", "dag"),
    [
        ("", ""),
        ("2027-03-01", "2027-03-01"),
        ("1-3-2027", "2027-03-01"),
        ("1 maart 2027", "2027-03-01"),
        ("2027-03-01T23:59:59Z", "2027-03-01"),
        ("2027-03-01T00:00:00+02:00", "2027-03-01"),
    ],
)
def test_datums(ruw, dag):
    assert make_punt(PUNT._replace(datum=ruw, klaar=ruw))[2:6:3] == (dag, dag)
    assert make_punt(PUNT._replace(klaar=ruw)).is_open == (not dag)


@pytest.mark.parametrize("veld", ["datum", "klaar"])
@pytest.mark.parametrize("ruw", ["gisteren", "2027-02-30", "2027-13-01T00:00", "T", "31-1"])
def test_wat_geen_datum_is(veld, ruw):
    with pytest.raises(PuntError, match="is geen datum") as fout:
        make_punt(PUNT._replace(**{veld: ruw}))
    assert fout.value.veld == veld
    assert str(fout.value)[0] == "“"


def test_de_sleutel_hangt_niet_van_het_citaat_af_en_verder_van_alles():
    sleutel = key_of(PUNT)
    assert sleutel == "p" + sleutel[1:] == key_of(PUNT._replace(citaat="x", klaar="2027-01-01"))
    assert len(sleutel) == 16
    anders = [PUNT._replace(**{v: "x"}) for v in ("vraag", "auteur", "datum", "tekst")]
    # Parts that run into each other are other parts.
    anders.append(PUNT._replace(vraag="v", auteur="1Jan"))
    sleutels = {key_of(punt) for punt in anders} | {sleutel, key_of(PUNT, 2)}
    assert len(sleutels) == len(anders) + 2
    assert key_of(OpenPunt(citaat="a")) != key_of(OpenPunt(citaat="b"))


def test_gelijke_opmerkingen_van_een_bron_blijven_er_twee():
    een = with_keys([PUNT, PUNT, PUNT._replace(tekst="x"), PUNT])
    assert len({punt.sleutel for punt in een}) == 4
    assert with_keys([PUNT, PUNT])[1].sleutel == een[1].sleutel
    assert with_keys(een) == een


@proeven(300)
@given(st.integers(0, 2**32), st.integers(0, 6), st.integers(0, 6))
def test_twee_keer_inlezen_voegt_niets_toe(zaad, eerst, daarna):
    r = random.Random(zaad)  # noqa: S311

    def uit_word() -> OpenPunt:
        return OpenPunt(
            r.choice(["", "v1"]), r.choice(["A", "B"]), tekst=r.choice(["Akkoord", "Eens"])
        )

    bron = [uit_word() for _ in range(eerst)]
    plan = new_punten((), bron)
    assert len(plan) == eerst
    dicht = tuple(punt._replace(klaar="2027-01-01") for punt in plan)
    assert new_punten(dicht, bron) == ()
    # More of the same source: only what it has more.
    meer = [*bron, *(uit_word() for _ in range(daarna))]
    assert len(new_punten(dicht, meer)) == daarna
    assert new_punten((*dicht, *new_punten(dicht, meer)), meer) == ()


def test_een_punt_dat_als_opmerking_terugkomt_is_er_al():
    """A comment made from a point has another key when it is read again."""
    plan = (PUNT._replace(sleutel="van-word", tekst="Klopt\ndit?"), PUNT._replace(sleutel="p2"))
    terug = PUNT._replace(sleutel="anders", citaat="")
    assert new_punten(plan, [terug]) == ()
    assert new_punten(plan, [terug, terug._replace(sleutel="nog")]) == ()
    drie = [terug, terug._replace(sleutel="nog"), terug._replace(sleutel="en")]
    assert [punt.sleutel for punt in new_punten(plan, drie)] == ["en"]
    # One that is recognised by its key leaves the other for what is really new.
    assert [p.sleutel for p in new_punten(plan[:1], [plan[0], terug])] == ["anders"]
    assert new_punten(plan, [terug._replace(vraag="v2")]) != ()


@pytest.mark.parametrize(
    ("er", "komt", "nieuw"),
    [
        # The place of a comment may have been read otherwise; that it says the same is enough.
        (["budget"], [""], []),
        ([""], ["budget"], []),
        # Only once, and not from one question to another.
        (["budget"], ["", ""], [""]),
        (["budget"], ["ambitie"], ["ambitie"]),
        # The same question comes first.
        (["", "budget"], ["budget", "ambitie"], []),
        (["budget", ""], ["ambitie", "budget", "doel"], ["doel"]),
    ],
)
def test_een_opmerking_die_elders_terugkomt(er, komt, nieuw):
    def met(vragen: list[str], bron: str) -> list[OpenPunt]:
        return [
            OpenPunt(vraag, "An", "2027-01-31", tekst="Klopt dit?", sleutel=f"{bron}{i:05}")
            for i, vraag in enumerate(vragen)
        ]

    paren = recognise(met(er, "a"), met(komt, "b"), elders=True)
    assert [punt.vraag for punt, bekend in paren if bekend is None] == nieuw
    assert len({bekend.sleutel for _, bekend in paren if bekend}) == len(komt) - len(nieuw)


def test_van_twee_die_hetzelfde_zeggen_telt_wat_ze_aanhalen():
    plan = [PUNT._replace(sleutel=f"a{i}", citaat=woorden) for i, woorden in enumerate("xyz")]
    (paar,) = recognise(plan, [PUNT._replace(sleutel="b", citaat="y")])
    assert paar[1] == plan[1]
    (paar,) = recognise(plan, [PUNT._replace(sleutel="b", citaat="z", vraag="")], elders=True)
    assert paar[1] == plan[2]


def test_plaats_volgt_de_vragen_en_dan_de_datum():
    rang = {"v1": 0, "v2": 1}
    punten = [OpenPunt("", tekst="a"), OpenPunt("v1", datum="2027-01-01", tekst="b")]

    def plek(punt: OpenPunt, tussen) -> int:
        ((gevonden, zelf),) = place_new([punt], tussen, rang)
        assert zelf == punt
        return gevonden

    assert plek(OpenPunt("", datum="2027-01-01", tekst="x"), punten) == 1
    assert plek(OpenPunt("v1", tekst="x"), punten) == 1
    assert plek(OpenPunt("v1", datum="2027-02-01", tekst="x"), punten) == 2
    assert plek(OpenPunt("v2", tekst="x"), punten) == 2
    assert plek(OpenPunt("v2", tekst="x"), ()) == 0


@proeven(300)
@given(st.integers(0, 2**32))
def test_samen_krijgen_nieuwe_punten_de_plaats_die_ze_een_voor_een_krijgen(zaad):
    r = random.Random(zaad)  # noqa: S311

    def punten(tekst: str, meeste: int) -> list[OpenPunt]:
        return [
            OpenPunt(
                r.choice(["", "v1", "v2"]), datum=r.choice(["", "2027-01-01"]), tekst=tekst + i
            )
            for i in "abcdef"[: r.randint(0, meeste)]
        ]

    rang = {"v1": 0, "v2": 1}
    bestaand, nieuw = punten("oud", 6), punten("nieuw", 6)
    samen = list(bestaand)
    for erbij, (i, punt) in enumerate(place_new(nieuw, bestaand, rang)):
        samen.insert(i + erbij, punt)
    een_voor_een = list(bestaand)
    for punt in nieuw:
        ((i, _),) = place_new([punt], een_voor_een, rang)
        een_voor_een.insert(i, punt)
    assert samen == een_voor_een


def test_een_punt_aanwijzen():
    punten = [PUNT._replace(sleutel=s) for s in ("abcd1", "abcd2", "abcd", "12345678", "")]
    assert find_punt(punten, "abcd2") == 1
    assert find_punt(punten, "ABCD") == 2
    assert find_punt(punten, "12345678") == 3
    assert find_punt(punten, key_of(PUNT)[:6]) == 4


@pytest.mark.parametrize("aanduiding", ["0", "1", "3", "-1", "²", "abc", "zzzz", "", "1.0", "1234"])
def test_wat_geen_punt_aanwijst(aanduiding):
    punten = [PUNT._replace(sleutel=s) for s in ("abcd1", "abcd2", "12345678")]
    with pytest.raises(PuntError, match="heeft een naam, zoals abcd1"):
        find_punt(punten, aanduiding)
    with pytest.raises(PuntError, match="heeft geen punten"):
        find_punt([], aanduiding)


def test_wat_meer_dan_een_punt_kan_zijn_wijst_er_geen_aan():
    punten = [PUNT._replace(sleutel=s) for s in ("abcd1", "abcd2")]
    with pytest.raises(PuntError, match=r"meer dan één punt zijn[.] Kies uit: abcd1, abcd2"):
        find_punt(punten, "abcd")


def test_een_nummer_is_geen_naam_meer():
    """With one point added before it, a number would close another one than was meant."""
    with pytest.raises(PuntError, match="Een nummer kan verschuiven"):
        find_punt([PUNT], "1")


@proeven(300)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_een_naam_wijst_altijd_hetzelfde_punt_aan(zaad, aantal):
    """Whatever comes and goes beside it, and in whatever order: that point, or none."""
    r = random.Random(zaad)  # noqa: S311
    alle = [
        OpenPunt(tekst=f"t{i}", sleutel="pppp" + "".join(r.choice("p12") for _ in range(12)))
        for i in range(aantal)
    ]
    alle = list({punt.sleutel: punt for punt in alle}.values())
    namen = names_of(alle)
    assert len(set(namen)) == len(alle)
    for punt, naam in zip(alle, namen, strict=True):
        assert alle[find_punt(alle, naam)] == punt
        rest = r.sample(alle, r.randint(0, len(alle)))
        with contextlib.suppress(PuntError):  # it is not there any more
            assert rest[find_punt(rest, naam)] == punt
        # Of what is here today, no other point gets this name when one is added.
        nieuw = OpenPunt(
            tekst="nieuw", sleutel="pppp" + "".join(r.choice("p12") for _ in range(12))
        )
        if nieuw.sleutel not in {p.sleutel for p in alle}:
            try:
                assert [nieuw, *alle][find_punt([nieuw, *alle], naam)] == punt
            except PuntError as fout:
                assert "meer dan één punt" in str(fout)  # noqa: PT017


def test_een_naam_is_kort_en_geen_getal():
    sleutels = ("p1234567", "p1299999", "1234567a", "12345678")
    namen = names_of([PUNT._replace(sleutel=s) for s in sleutels])
    assert namen == ("p12345", "p12999", "1234567a", "12345678")
