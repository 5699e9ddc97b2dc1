"""Links that a program wrote another way: the same address, or the same words further on."""

from __future__ import annotations

from uitvoeringsplan.model.answer_markup import read_markup
from uitvoeringsplan.word.returned.lost_dress import comparable, with_old_addresses, with_old_links


def test_adressen_die_hetzelfde_zijn():
    zelfde_ = [
        ("http://x.nl", "http://x.nl/"),
        ("https://X.nl/%C3%A9#a", "https://x.nl/é#a"),
        ("https://x.nl/a%20b", "https://x.nl/a b"),
        ("mailto:a@b.nl", "mailto:a@b.nl"),
    ]
    for een, ander in zelfde_:
        assert comparable(een) == comparable(ander)
    assert comparable("https://x.nl/A") != comparable("https://x.nl/a")
    assert comparable("http://x.nl") != comparable("https://x.nl")


def test_een_adres_wordt_geschreven_zoals_het_was():
    gelezen = read_markup("[a](http://x.nl/) en [b](https://nieuw.nl/é)")
    oud = read_markup("[iets](http://x.nl)")
    (alinea,) = with_old_addresses(gelezen, [oud])
    assert [s.adres for s in alinea.stukken if s.adres] == ["http://x.nl", "https://nieuw.nl/é"]


def test_zonder_links_blijven_de_blokken_zoals_ze_zijn():
    blokken = read_markup("gewoon")
    assert with_old_addresses(blokken, [read_markup("[a](http://x.nl)")]) is blokken


OUD = read_markup("Zie [hier](https://x.nl) voor meer.\n\n[Begin](https://y.nl) van een zin.")


def test_een_link_die_naar_voren_kwam_staat_weer_waar_hij_stond():
    nu = read_markup("[Zie hier](https://x.nl/) voor meer.\n\n[Begin](https://y.nl) van een zin.")
    hersteld, is_zeker = with_old_links(nu, [OUD])
    assert hersteld == OUD
    assert is_zeker


def test_met_andere_woorden_is_het_niet_zeker():
    nu = read_markup("[Zie daar](https://x.nl) voor meer.")
    hersteld, is_zeker = with_old_links(nu, [OUD])
    assert hersteld == nu
    assert not is_zeker


def test_een_nieuwe_link_vooraan_is_gewoon_nieuw():
    for tekst in ("[Zie hier](https://nieuw.nl) voor meer.", "[Begin](https://y.nl) van iets."):
        nu = read_markup(tekst)
        assert with_old_links(nu, [OUD]) == (nu, True)
