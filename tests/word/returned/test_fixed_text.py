"""What a colleague changed outside the answers is named, with its place and its words."""

from __future__ import annotations

import re

import pytest
from changed_parts import DOCUMENT, content, edited, replace
from hypothesis import given
from hypothesis import strategies as st

from libreoffice_runs import door_libreoffice
from trials import trials
from uitvoeringsplan.drawing.picture import Tekening
from uitvoeringsplan.ooxml.package import load_package
from uitvoeringsplan.word.filling.filling import fill
from uitvoeringsplan.word.fixed.words import read_part
from uitvoeringsplan.word.returned.reading import read_returned

PLAN_NAMES = ("oudermeer", "oudermeer-koppen", "vol", "vol-koppen-definitief", "leeg",
             "leeg-definitief")  # fmt: skip
ZIN = "De gemeente heeft de regie."
RIJ = re.compile(rb"<w:tr>(?:(?!</w:tr>).)*?Externe ondersteuning.*?</w:tr>", re.DOTALL)


@pytest.fixture
def fixed(real_lijst):
    def perform(data: bytes, **wens) -> tuple[str, ...]:
        outcome = read_returned(data, "x", real_lijst, **wens).fixed
        assert outcome.is_known
        return tuple(one.message for one in outcome.verschillen)

    return perform


@pytest.mark.parametrize("name", PLAN_NAMES)
def test_wat_niemand_veranderde(sjabloon, real_lijst, plannen, fixed, name):
    assert fixed(fill(sjabloon, real_lijst, plannen[name])) == ()


def test_het_interne_document(intern_sjabloon, interne_lijst, plannen):
    data = fill(intern_sjabloon, interne_lijst, plannen["oudermeer"])
    assert read_returned(data, "x", interne_lijst).fixed.is_equal


@pytest.mark.parametrize(
    ("old", "new", "zin"),
    [
        (ZIN, "De gemeente heeft niet de regie.",
         "Bij “Doelstellingen” is de vaste tekst veranderd."
         " Er staat nu: “De gemeente heeft niet de regie.”"),
        (ZIN, f"{ZIN} Behalve in mei.",
         "Bij “Doelstellingen” staat buiten de antwoorden tekst die er niet stond:"
         " “Behalve in mei.”"),
        (f"{ZIN} ", "",
         "Bij “Doelstellingen” is vaste tekst weg (een zin), na “De aanpak van ongewenste"
         " polarisatie is in de eerste plaats een taak van het lokaal bestuur.”"),
        ("partners leren meer over polarisatie en over de gevolgen ervan.",
         "partners leren meer over polarisatie en over de gevolgen ervan. En nog iets.",
         "Bij “Deskundigheidsbevordering” staat buiten de antwoorden tekst die er niet stond:"
         " “En nog iets.”"),
    ],
)  # fmt: skip
def test_een_zin_van_de_vaste_tekst(made, fixed, old, new, zin):
    assert fixed(replace(made, old, new)) == (zin,)


def test_een_kop_noemt_zichzelf_niet_als_plaats(made, fixed):
    assert fixed(replace(made, "Dit zijn de acties:", "Dit is de lijst:")) == (
        "Vaste tekst is veranderd. Er staat nu: “Dit is de lijst:”.",
    )


def test_een_nieuwe_tabelrij_en_een_die_weg_is(made, fixed):
    text = content(made)
    row = RIJ.search(text)
    assert row is not None
    new = (
        b"<w:tr><w:tc><w:p><w:r><w:t>Nazorg</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>We bellen"
        b" na.</w:t></w:r></w:p></w:tc></w:tr>"
    )
    place = row.end()
    added = edited(made, {DOCUMENT: text[:place] + new + text[place:]})
    (zin,) = fixed(added)
    assert "is een tabelrij bijgekomen: “Nazorg | We bellen na.”" in zin
    start = text.rindex(b"<w:tr>", 0, row.end())
    without = edited(made, {DOCUMENT: text[:start] + text[place:]})
    assert any("is vaste tekst weg" in zin for zin in fixed(without))


def test_een_alinea_die_ergens_anders_staat(made, fixed):
    text = content(made)
    place = text.index(b"Voorkomen, signaleren en ingrijpen")
    start = text.rindex(b"<w:p>", 0, place)
    end = text.index(b"</w:p>", place) + len(b"</w:p>")
    paragraph, rest = text[start:end], text[:start] + text[end:]
    behind = rest.rindex(b"<w:sectPr")
    verplaatst = edited(made, {DOCUMENT: rest[:behind] + paragraph + rest[behind:]})
    zinnen = fixed(verplaatst)
    assert len(zinnen) == 4  # as many sentences as the paragraph has
    assert all("op een andere plaats" in zin for zin in zinnen)


def test_doorhalen_en_verbergen_is_te_zien(made, fixed):
    text = content(made).decode()
    place = text.index(ZIN)
    run = text.rindex("<w:r>", 0, place)
    dash = text[:run] + "<w:r><w:rPr><w:strike/></w:rPr>" + text[run + len("<w:r>") :]
    struck = fixed(edited(made, {DOCUMENT: dash.encode()}))
    assert len(struck) == 4  # each sentence of the run
    assert all("anders, nu doorgehaald, van “" in zin for zin in struck)
    gone = dash.replace("<w:strike/>", "<w:vanish/>", 1)
    (hidden,) = fixed(edited(made, {DOCUMENT: gone.encode()}))
    assert "Er staat nu: “[verborgen: Voorkomen, signaleren" in hidden


def test_een_bijgehouden_wijziging_telt_aan_haar_kant(made, fixed):
    text = content(made).decode()
    place = text.index(ZIN)
    end = text.index("</w:r>", place) + len("</w:r>")
    added = '<w:ins w:id="9001" w:author="An"><w:r><w:t> Dit komt erbij.</w:t></w:r></w:ins>'
    data = edited(made, {DOCUMENT: (text[:end] + added + text[end:]).encode()})
    (zin,) = fixed(data)
    assert "“Dit komt erbij.”" in zin
    assert fixed(data, wijzigingen="verworpen") == ()


@pytest.mark.parametrize(("name", "where"), [("header", "koptekst"), ("footer", "voettekst")])
def test_de_kop_en_de_voet(made, fixed, name, where):
    parts = [
        member for member in load_package(made, "x").members if member.startswith(f"word/{name}")
    ]
    for part in parts:
        was = content(made, part)
        new = was.replace(b"</w:p>", b"<w:r><w:t> GEHEIM</w:t></w:r></w:p>", 1)
        (zin,) = fixed(edited(made, {part: new}))
        assert zin.startswith(f"In de {where} ")
        assert "GEHEIM" in zin


def test_een_voetnoot_die_iemand_maakte(made, fixed):
    ns = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    rels = "word/_rels/document.xml.rels"
    notes = (
        f'<w:footnotes xmlns:w="{ns}"><w:footnote w:id="2"><w:p><w:r><w:t>Zie de raad.</w:t></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    relationship = f'<Relationship Id="rIdN" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    data = edited(
        made,
        {
            "word/footnotes.xml": notes.encode(),
            rels: content(made, rels).replace(b"</Relationships>", relationship.encode()),
        },
    )
    data = replace(data, f"{ZIN}", f'{ZIN}</w:t><w:footnoteReference w:id="2"/><w:t>')
    zinnen = fixed(data)
    assert any("regie.[noot]" in zin for zin in zinnen)
    assert any("In de voetnoten en eindnoten" in zin and "Zie de raad." in zin for zin in zinnen)


def test_een_afbeelding_die_erbij_kwam_of_vervangen_is(sjabloon, real_lijst, plannen, fixed):
    pictures = {"acties": (Tekening(b"png", 10.0, 5.0, "Een tijdlijn."),)}
    data = fill(sjabloon, real_lijst, plannen["oudermeer"], pictures)
    assert fixed(data) == ()
    (zin,) = fixed(edited(data, {"word/media/nieuw.png": b"x"}))
    assert zin == "Er staat een afbeelding in die er niet was."
    (picture,) = (name for name in load_package(data, "x").members if name.endswith(".png"))
    (zin,) = fixed(edited(data, {picture: b"ander"}))
    assert zin.startswith("Bij “Dit zijn de acties:” staat een andere afbeelding")
    (zin,) = fixed(replace(data, "Een tijdlijn.", "Een andere tijdlijn."))
    assert zin.startswith("In de beschrijving van een afbeelding is tekst veranderd")
    zin = fixed(replace(data, ZIN, f"{ZIN}</w:t><w:drawing/><w:t>"))[0]
    assert "regie.[afbeelding]" in zin


def test_een_tekstvak_en_een_ingevoegd_bestand(made, fixed):
    vak = (
        "</w:t><w:pict><w:txbxContent><w:p><w:r><w:t>In een vak.</w:t></w:r></w:p>"
        "</w:txbxContent></w:pict><w:t>"
    )
    zinnen = fixed(replace(made, ZIN, f"{ZIN}{vak}"))
    assert any("In een tekstvak staat wat er niet stond: “In een vak.”" in zin for zin in zinnen)
    text = content(made)
    behind = text.rindex(b"<w:sectPr")
    data = edited(made, {DOCUMENT: text[:behind] + b"<w:altChunk/>" + text[behind:]})
    (zin,) = fixed(data)
    assert zin.endswith("tekst die er niet stond: “[ingevoegd bestand, niet gelezen]”.")


def test_een_antwoord_veranderen_is_geen_vaste_tekst_veranderen(made, fixed, plannen):
    zin = "Niet elk meningsverschil"
    assert zin in plannen["oudermeer"].antwoorden["lokale-ambitie"]
    assert fixed(replace(made, zin, "Ieder meningsverschil")) == ()


def test_een_gegeven_veranderen_is_geen_vaste_tekst_veranderen(made, fixed):
    assert fixed(replace(made, ">Oudermeer<", ">Bovenmeer<")) == ()


def test_heel_veel_verschillen_komen_er_allemaal_uit(made, fixed):
    text = re.sub(rb"([a-z]{3})\.</w:t>", rb"\1, zeg ik.</w:t>", content(made))
    zinnen = fixed(edited(made, {DOCUMENT: text}))
    assert len(zinnen) > 30


def test_zonder_afdrukken_is_niets_te_zeggen(made, real_lijst):
    name = "docProps/custom.xml"
    own = content(made, name).replace(b'"uvp.vast', b'"uvp.oud')
    outcome = read_returned(edited(made, {name: own}), "x", real_lijst).fixed
    assert not outcome.is_known
    assert not outcome.is_equal


@pytest.mark.libreoffice
def test_libreoffice_bewaart_en_er_is_niets_veranderd(
    tmp_path, sjabloon, intern_sjabloon, interne_lijst, real_lijst, plannen
):
    made = {name: fill(sjabloon, real_lijst, plannen[name]) for name in PLAN_NAMES}
    made["intern"] = fill(intern_sjabloon, interne_lijst, plannen["oudermeer"])
    otherwise = {
        name: read_returned(data, name, interne_lijst if name == "intern" else real_lijst).fixed
        for name, data in door_libreoffice(tmp_path, made).items()
    }
    assert {name: one for name, one in otherwise.items() if not one.is_equal} == {}


def _added(words: list[str], _place: int) -> None:
    words.append("VREEMD.")


def _ertussen(words: list[str], place: int) -> None:
    words.insert(place, "VREEMD")


def _otherwise(words: list[str], place: int) -> None:
    words[place] = "VREEMD"


def _word_gone(words: list[str], place: int) -> None:
    del words[place]


def _empty(words: list[str], _place: int) -> None:
    words.clear()


def _omgewisseld(words: list[str], place: int) -> None:
    words[place : place + 2] = reversed(words[place : place + 2])


EDITS = (_added, _ertussen, _otherwise, _word_gone, _empty, _omgewisseld)


@pytest.mark.parametrize("indeling", ["oudermeer", "oudermeer-koppen"])
def test_geen_enkele_bewerking_van_de_vaste_tekst_blijft_stil(
    sjabloon, real_lijst, plannen, fixed, indeling
):
    data = fill(sjabloon, real_lijst, plannen[indeling])
    text = content(data).decode()
    tags = {vraag.id for vraag in (*real_lijst.gegevens, *real_lijst.vragen)}
    zinnen = {
        zin.words
        for zin in read_part(text.encode(), DOCUMENT, "x", tags).sentences
        if zin.digest and not zin.filled and text.count(zin.words) == 1
    }
    assert len(zinnen) > 100

    @trials(25)
    @given(st.sampled_from(sorted(zinnen)), st.sampled_from(EDITS), st.integers(0, 99))
    def probeer(zin, edit, place):
        words = zin.split(" ")
        edit(words, place % len(words))
        new = " ".join(words)
        if new == zin:
            return  # the last word has none to change places with
        verschillen = fixed(edited(data, {DOCUMENT: text.replace(zin, new).encode()}))
        assert verschillen, (zin, new)
        assert "VREEMD" not in new or "VREEMD" in " ".join(verschillen)

    probeer()
