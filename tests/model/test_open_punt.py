from __future__ import annotations

import contextlib
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from trials import AWKWARD, trials
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
texts = st.sampled_from(AWKWARD)


@trials(500)
@given(texts, texts, texts, texts)
def test_een_punt_is_opgeschoond_en_blijft_daarna_zo(vraag, auteur, quote, text):
    raw = OpenPunt(vraag, auteur, "", quote, text)
    if not clean(text) and not clean(quote):
        with pytest.raises(PuntError, match="zegt niets"):
            make_punt(raw)
        return
    punt = make_punt(raw)
    assert (punt.vraag, punt.auteur) == (one_line(vraag), one_line(auteur))
    assert (punt.citaat, punt.tekst) == (clean(quote), clean(text))
    assert make_punt(punt) == punt


@pytest.mark.parametrize(
    ("raw", "day"),
    [
        ("", ""),
        ("2027-03-01", "2027-03-01"),
        ("1-3-2027", "2027-03-01"),
        ("1 maart 2027", "2027-03-01"),
        ("2027-03-01T23:59:59Z", "2027-03-01"),
        ("2027-03-01T00:00:00+02:00", "2027-03-01"),
    ],
)
def test_datums(raw, day):
    assert make_punt(PUNT._replace(datum=raw, klaar=raw))[2:6:3] == (day, day)
    assert make_punt(PUNT._replace(klaar=raw)).is_open == (not day)


@pytest.mark.parametrize("veld", ["datum", "klaar"])
@pytest.mark.parametrize("raw", ["gisteren", "2027-02-30", "2027-13-01T00:00", "T", "31-1"])
def test_wat_geen_datum_is(veld, raw):
    with pytest.raises(PuntError, match="is geen datum") as error:
        make_punt(PUNT._replace(**{veld: raw}))
    assert error.value.veld == veld
    assert str(error.value)[0] == "“"


def test_de_sleutel_hangt_niet_van_het_citaat_af_en_verder_van_alles():
    key = key_of(PUNT)
    assert key == "p" + key[1:] == key_of(PUNT._replace(citaat="x", klaar="2027-01-01"))
    assert len(key) == 16
    otherwise = [PUNT._replace(**{v: "x"}) for v in ("vraag", "auteur", "datum", "tekst")]
    # Parts that run into each other are other parts.
    otherwise.append(PUNT._replace(vraag="v", auteur="1Jan"))
    keys = {key_of(punt) for punt in otherwise} | {key, key_of(PUNT, 2)}
    assert len(keys) == len(otherwise) + 2
    assert key_of(OpenPunt(citaat="a")) != key_of(OpenPunt(citaat="b"))


def test_gelijke_opmerkingen_van_een_bron_blijven_er_twee():
    one = with_keys([PUNT, PUNT, PUNT._replace(tekst="x"), PUNT])
    assert len({punt.sleutel for punt in one}) == 4
    assert with_keys([PUNT, PUNT])[1].sleutel == one[1].sleutel
    assert with_keys(one) == one


@trials(300)
@given(st.integers(0, 2**32), st.integers(0, 6), st.integers(0, 6))
def test_twee_keer_inlezen_voegt_niets_toe(seed, at_first, daarna):
    r = random.Random(seed)  # noqa: S311

    def result_word() -> OpenPunt:
        return OpenPunt(
            r.choice(["", "v1"]), r.choice(["A", "B"]), tekst=r.choice(["Akkoord", "Eens"])
        )

    source = [result_word() for _ in range(at_first)]
    plan = new_punten((), source)
    assert len(plan) == at_first
    closed = tuple(punt._replace(klaar="2027-01-01") for punt in plan)
    assert new_punten(closed, source) == ()
    # More of the same source: only what it has more.
    more = [*source, *(result_word() for _ in range(daarna))]
    assert len(new_punten(closed, more)) == daarna
    assert new_punten((*closed, *new_punten(closed, more)), more) == ()


def test_een_punt_dat_als_opmerking_terugkomt_is_er_al():
    """A comment made from a point has another key when it is read again."""
    plan = (PUNT._replace(sleutel="van-word", tekst="Klopt\ndit?"), PUNT._replace(sleutel="p2"))
    terug = PUNT._replace(sleutel="anders", citaat="")
    assert new_punten(plan, [terug]) == ()
    assert new_punten(plan, [terug, terug._replace(sleutel="nog")]) == ()
    three = [terug, terug._replace(sleutel="nog"), terug._replace(sleutel="en")]
    assert [punt.sleutel for punt in new_punten(plan, three)] == ["en"]
    # One that is recognised by its key leaves the other for what is really new.
    assert [p.sleutel for p in new_punten(plan[:1], [plan[0], terug])] == ["anders"]
    assert new_punten(plan, [terug._replace(vraag="v2")]) != ()


@pytest.mark.parametrize(
    ("er", "komt", "new"),
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
def test_een_opmerking_die_elders_terugkomt(er, komt, new):
    def met(vragen: list[str], source: str) -> list[OpenPunt]:
        return [
            OpenPunt(vraag, "An", "2027-01-31", tekst="Klopt dit?", sleutel=f"{source}{i:05}")
            for i, vraag in enumerate(vragen)
        ]

    pairs = recognise(met(er, "a"), met(komt, "b"), elders=True)
    assert [punt.vraag for punt, known in pairs if known is None] == new
    assert len({known.sleutel for _, known in pairs if known}) == len(komt) - len(new)


def test_van_twee_die_hetzelfde_zeggen_telt_wat_ze_aanhalen():
    plan = [PUNT._replace(sleutel=f"a{i}", citaat=words) for i, words in enumerate("xyz")]
    (pair,) = recognise(plan, [PUNT._replace(sleutel="b", citaat="y")])
    assert pair[1] == plan[1]
    (pair,) = recognise(plan, [PUNT._replace(sleutel="b", citaat="z", vraag="")], elders=True)
    assert pair[1] == plan[2]


def test_plaats_volgt_de_vragen_en_dan_de_datum():
    rank = {"v1": 0, "v2": 1}
    punten = [OpenPunt("", tekst="a"), OpenPunt("v1", datum="2027-01-01", tekst="b")]

    def place(punt: OpenPunt, between) -> int:
        ((found, itself),) = place_new([punt], between, rank)
        assert itself == punt
        return found

    assert place(OpenPunt("", datum="2027-01-01", tekst="x"), punten) == 1
    assert place(OpenPunt("v1", tekst="x"), punten) == 1
    assert place(OpenPunt("v1", datum="2027-02-01", tekst="x"), punten) == 2
    assert place(OpenPunt("v2", tekst="x"), punten) == 2
    assert place(OpenPunt("v2", tekst="x"), ()) == 0


@trials(300)
@given(st.integers(0, 2**32))
def test_samen_krijgen_nieuwe_punten_de_plaats_die_ze_een_voor_een_krijgen(seed):
    r = random.Random(seed)  # noqa: S311

    def punten(text: str, most: int) -> list[OpenPunt]:
        return [
            OpenPunt(r.choice(["", "v1", "v2"]), datum=r.choice(["", "2027-01-01"]), tekst=text + i)
            for i in "abcdef"[: r.randint(0, most)]
        ]

    rank = {"v1": 0, "v2": 1}
    existing, new = punten("oud", 6), punten("nieuw", 6)
    together = list(existing)
    for added, (i, punt) in enumerate(place_new(new, existing, rank)):
        together.insert(i + added, punt)
    one_by_one = list(existing)
    for punt in new:
        ((i, _),) = place_new([punt], one_by_one, rank)
        one_by_one.insert(i, punt)
    assert together == one_by_one


def test_een_punt_aanwijzen():
    punten = [PUNT._replace(sleutel=s) for s in ("abcd1", "abcd2", "abcd", "12345678", "")]
    assert find_punt(punten, "abcd2") == 1
    assert find_punt(punten, "ABCD") == 2
    assert find_punt(punten, "12345678") == 3
    assert find_punt(punten, key_of(PUNT)[:6]) == 4


@pytest.mark.parametrize(
    "designation", ["0", "1", "3", "-1", "²", "abc", "zzzz", "", "1.0", "1234"]
)
def test_wat_geen_punt_aanwijst(designation):
    punten = [PUNT._replace(sleutel=s) for s in ("abcd1", "abcd2", "12345678")]
    with pytest.raises(PuntError, match="heeft een naam, zoals abcd1"):
        find_punt(punten, designation)
    with pytest.raises(PuntError, match="heeft geen punten"):
        find_punt([], designation)


def test_wat_meer_dan_een_punt_kan_zijn_wijst_er_geen_aan():
    punten = [PUNT._replace(sleutel=s) for s in ("abcd1", "abcd2")]
    with pytest.raises(PuntError, match=r"meer dan één punt zijn[.] Kies uit: abcd1, abcd2"):
        find_punt(punten, "abcd")


def test_een_nummer_is_geen_naam_meer():
    """With one point added before it, a number would close another one than was meant."""
    with pytest.raises(PuntError, match="Een nummer kan verschuiven"):
        find_punt([PUNT], "1")


@trials(300)
@given(st.integers(0, 2**32), st.integers(1, 12))
def test_een_naam_wijst_altijd_hetzelfde_punt_aan(seed, count):
    """Whatever comes and goes beside it, and in whatever order: that point, or none."""
    r = random.Random(seed)  # noqa: S311
    every = [
        OpenPunt(tekst=f"t{i}", sleutel="pppp" + "".join(r.choice("p12") for _ in range(12)))
        for i in range(count)
    ]
    every = list({punt.sleutel: punt for punt in every}.values())
    names = names_of(every)
    assert len(set(names)) == len(every)
    for punt, name in zip(every, names, strict=True):
        assert every[find_punt(every, name)] == punt
        rest = r.sample(every, r.randint(0, len(every)))
        with contextlib.suppress(PuntError):  # it is not there any more
            assert rest[find_punt(rest, name)] == punt
        # Of what is here today, no other point gets this name when one is added.
        new = OpenPunt(tekst="nieuw", sleutel="pppp" + "".join(r.choice("p12") for _ in range(12)))
        if new.sleutel not in {p.sleutel for p in every}:
            try:
                assert [new, *every][find_punt([new, *every], name)] == punt
            except PuntError as error:
                assert "meer dan één punt" in str(error)  # noqa: PT017


def test_een_naam_is_kort_en_geen_getal():
    keys = ("p1234567", "p1299999", "1234567a", "12345678")
    names = names_of([PUNT._replace(sleutel=s) for s in keys])
    assert names == ("p12345", "p12999", "1234567a", "12345678")
