"""Links that a program wrote another way: the same address, or the same words further on."""

from __future__ import annotations

from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.word.returned.lost_dress import comparable, with_old_addresses, with_old_links


def test_adressen_die_hetzelfde_zijn():
    same_ = [
        ("http://x.nl", "http://x.nl/"),
        ("https://X.nl/%C3%A9#a", "https://x.nl/é#a"),
        ("https://x.nl/a%20b", "https://x.nl/a b"),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
    ]
    for one, other in same_:
        assert comparable(one) == comparable(other)
    assert comparable("https://x.nl/A") != comparable("https://x.nl/a")
    assert comparable("http://x.nl") != comparable("https://x.nl")


def test_een_adres_wordt_geschreven_zoals_het_was():
    reading = read_markup("[a](http://x.nl/) en [b](https://nieuw.nl/é)")
    old = read_markup("[iets](http://x.nl)")
    (paragraph,) = with_old_addresses(reading, [old])
    assert [s.adres for s in paragraph.runs if s.adres] == ["http://x.nl", "https://nieuw.nl/é"]


def test_zonder_links_blijven_de_blokken_zoals_ze_zijn():
    blocks = read_markup("gewoon")
    assert with_old_addresses(blocks, [read_markup("[a](http://x.nl)")]) is blocks


OLD = read_markup("Zie [hier](https://x.nl) voor meer.\n\n[Begin](https://y.nl) van een zin.")


def test_een_link_die_naar_voren_kwam_staat_weer_waar_hij_stond():
    nu = read_markup("[Zie hier](https://x.nl/) voor meer.\n\n[Begin](https://y.nl) van een zin.")
    restored, is_certain = with_old_links(nu, [OLD])
    assert restored == OLD
    assert is_certain


def test_met_andere_woorden_is_het_niet_zeker():
    nu = read_markup("[Zie daar](https://x.nl) voor meer.")
    restored, is_certain = with_old_links(nu, [OLD])
    assert restored == nu
    assert not is_certain


def test_een_nieuwe_link_vooraan_is_gewoon_nieuw():
    for text in ("[Zie hier](https://nieuw.nl) voor meer.", "[Begin](https://y.nl) van iets."):
        nu = read_markup(text)
        assert with_old_links(nu, [OLD]) == (nu, True)
