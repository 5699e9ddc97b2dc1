"""The fingerprints of what is no answer: what they tell apart, and what they do not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from part_to_read import p, r, read, sdt

from uitvoeringsplan.word.fixed.fingerprints import (
    as_properties,
    encode,
    from_properties,
    make_sentences,
)

WORDS = st.lists(st.from_regex(r"[a-zé€]{1,8}[,.!?]?", fullmatch=True), max_size=12)


@given(WORDS, st.sampled_from([" ", "\n", "\u00a0", "  ", "\t", "\u00ad ", " \u200b"]))
def test_hoe_het_wit_eruitziet_maakt_niet_uit(runs, white):
    otherwise = make_sentences(white.join(runs))
    assert [zin.digest for zin in otherwise] == [z.digest for z in make_sentences(" ".join(runs))]


@given(WORDS, WORDS)
def test_andere_woorden_hebben_een_andere_afdruk(one, other):
    same = [z.digest for z in make_sentences(" ".join(one))] == [
        z.digest for z in make_sentences(" ".join(other))
    ]
    assert same is (one == other)


@given(WORDS)
def test_geen_woord_valt_tussen_de_zinnen(runs):
    zinnen = make_sentences(" ".join(runs))
    assert " ".join(zin.words for zin in zinnen).split() == runs


def test_een_zin_met_een_gegeven_heeft_twee_afdrukken():
    (delft,) = read(p(r("Het plan van "), sdt("gemeente", r("Delft")), r(" is af."))).sentences
    (gouda,) = read(p(r("Het plan van "), sdt("gemeente", r("Gouda")), r(" is af."))).sentences
    assert delft.words == "Het plan van Delft is af."
    assert delft.digest == gouda.digest
    assert delft.filled != gouda.filled
    # Where the control is gone, the plain text is that with the value.
    assert delft.filled == make_sentences("Het plan van Delft is af.")[0].digest


def test_een_gegeven_alleen_is_geen_vaste_tekst():
    (zin,) = read(p(sdt("gemeente", r("Delft")), r("."))).sentences
    assert (zin.digest, bool(zin.filled)) == ("", True)
    (tick,) = read(p(r("☑ "), sdt("gemeente", r("Delft")))).sentences
    assert tick.digest


@given(
    st.dictionaries(
        st.sampled_from(["tekst", "kop", "alt"]),
        st.lists(
            st.from_regex(r"[0-9a-f]{6}(=[0-9a-f]{6})?|=[0-9a-f]{6}", fullmatch=True), max_size=90
        ),
    )
)
def test_de_eigenschappen_geven_terug_wat_erin_ging(kinds):
    own = as_properties(kinds)
    assert from_properties(own) == {
        "vast": ["2"], **{kind: one for kind, one in kinds.items() if one}
    }  # fmt: skip
    assert all(len(value) <= 255 for value in own.values())


def test_zonder_of_met_een_andere_versie_is_er_niets_te_vergelijken():
    assert from_properties({"soort": "x"}) is None
    assert from_properties({"vast": "3", "vast.tekst.1": "000000"}) is None
    assert from_properties({"vast": "1", "vast.tekst.1": "000000"}) is not None


def test_er_staat_geen_woord_in_de_eigenschappen():
    zinnen = make_sentences("Vertrouwelijk over Zeist. Nog een zin.")
    own = as_properties({"tekst": map(encode, zinnen)})
    assert re.fullmatch("[0-9a-f]{6} [0-9a-f]{6}", own["vast.tekst.1"])
