"""The fingerprints of what is no answer: what they tell apart, and what they do not."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from part_to_read import lees, p, r, sdt

from uitvoeringsplan.word.fixed.fingerprints import (
    as_properties,
    encode,
    from_properties,
    make_sentences,
)

WOORDEN = st.lists(st.from_regex(r"[a-zé€]{1,8}[,.!?]?", fullmatch=True), max_size=12)


@given(WOORDEN, st.sampled_from([" ", "\n", "\u00a0", "  ", "\t", "\u00ad ", " \u200b"]))
def test_hoe_het_wit_eruitziet_maakt_niet_uit(stukken, wit):
    anders = make_sentences(wit.join(stukken))
    assert [zin.afdruk for zin in anders] == [z.afdruk for z in make_sentences(" ".join(stukken))]


@given(WOORDEN, WOORDEN)
def test_andere_woorden_hebben_een_andere_afdruk(een, ander):
    zelfde = [z.afdruk for z in make_sentences(" ".join(een))] == [
        z.afdruk for z in make_sentences(" ".join(ander))
    ]
    assert zelfde is (een == ander)


@given(WOORDEN)
def test_geen_woord_valt_tussen_de_zinnen(stukken):
    zinnen = make_sentences(" ".join(stukken))
    assert " ".join(zin.woorden for zin in zinnen).split() == stukken


def test_een_zin_met_een_gegeven_heeft_twee_afdrukken():
    (delft,) = lees(p(r("Het plan van "), sdt("gemeente", r("Delft")), r(" is af."))).sentences
    (gouda,) = lees(p(r("Het plan van "), sdt("gemeente", r("Gouda")), r(" is af."))).sentences
    assert delft.woorden == "Het plan van Delft is af."
    assert delft.afdruk == gouda.afdruk
    assert delft.gevuld != gouda.gevuld
    # Where the control is gone, the plain text is that with the value.
    assert delft.gevuld == make_sentences("Het plan van Delft is af.")[0].afdruk


def test_een_gegeven_alleen_is_geen_vaste_tekst():
    (zin,) = lees(p(sdt("gemeente", r("Delft")), r("."))).sentences
    assert (zin.afdruk, bool(zin.gevuld)) == ("", True)


@given(
    st.dictionaries(
        st.sampled_from(["tekst", "kop", "alt"]),
        st.lists(
            st.from_regex(r"[0-9a-f]{6}(=[0-9a-f]{6})?|=[0-9a-f]{6}", fullmatch=True), max_size=90
        ),
    )
)
def test_de_eigenschappen_geven_terug_wat_erin_ging(soorten):
    eigen = as_properties(soorten)
    assert from_properties(eigen) == {soort: een for soort, een in soorten.items() if een}
    assert all(len(waarde) <= 255 for waarde in eigen.values())


def test_zonder_of_met_een_andere_versie_is_er_niets_te_vergelijken():
    assert from_properties({"soort": "x"}) is None
    assert from_properties({"vast": "2", "vast.tekst.1": "000000"}) is None


def test_er_staat_geen_woord_in_de_eigenschappen():
    zinnen = make_sentences("Vertrouwelijk over Zeist. Nog een zin.")
    eigen = as_properties({"tekst": map(encode, zinnen)})
    assert re.fullmatch("[0-9a-f]{6} [0-9a-f]{6}", eigen["vast.tekst.1"])
