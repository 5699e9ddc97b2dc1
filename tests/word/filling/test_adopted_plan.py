"""A concept and an adopted plan: what the document says of itself, and where nobody answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import DEFINITIEF

from independent_reader import NS, w
from trials import trials
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill

NOTHING = "Hierover is in dit plan niets vastgelegd."
HINT = "Klik of tik om tekst in te voeren."
# What every adopted plan has, for otherwise it could not have been adopted.
VERPLICHT = {
    "gemeente": "Oudermeer",
    "periode-van": "2027",
    "periode-tot": "2028",
    "bestuurlijk-trekker": "wethouder Samenleving",
    "opsteller": "adviseur veiligheid",
    "versie": "1.0",
    "datum": "2027-02-17",
    **DEFINITIEF,
}


def make(builder, sjabloon, lijst, gegevens, antwoorden=None):
    plan = Plan("polarisatie", "1", gegevens, antwoorden or {})
    return builder.read(fill(sjabloon, lijst, plan))


def text(reading, part: str = "word/document.xml") -> str:
    paragraphs = reading.trees[part].iter(w("p"))
    return "\n".join("".join(p.xpath(".//w:t/text()", namespaces=NS)) for p in paragraphs)


def feiten(reading) -> dict[str, str]:
    """Return the lines with a name, a tab and a fact."""
    result = {}
    for p in reading.document.xpath("//w:p[w:pPr/w:pStyle/@w:val='UvpFeit']", namespaces=NS):
        parts = ["\t" if e.tag == w("tab") else e.text for e in p.iter(w("t"), w("tab"))]
        name, _, feit = "".join(parts).partition("\t")
        assert name not in result or name in ("Status", "Datum")
        result[name] = feit
    return result


def koppen(reading) -> set[str]:
    return {text(reading, part) for part in reading.trees if part.startswith("word/header")}


# What the document says of itself.


@pytest.mark.parametrize(
    ("who", "zin"),
    [
        (
            "college",
            "Vastgesteld door het college van burgemeester en wethouders op 16 februari 2027",
        ),
        ("burgemeester", "Vastgesteld door de burgemeester op 16 februari 2027"),
        ("gemeenteraad", "Vastgesteld door de gemeenteraad op 16 februari 2027"),
    ],
)
@pytest.mark.parametrize("status", ["vastgesteld", "vervallen"])
def test_wie_het_plan_vaststelde_en_wanneer(builder, sjabloon, real_lijst, who, zin, status):
    gegevens = {**VERPLICHT, "vastgesteld-door": who, "status": status}
    reading = make(builder, sjabloon, real_lijst, gegevens)
    assert feiten(reading)["Besluit"] == zin
    assert feiten(reading)["Status"] == status
    assert text(reading).count("Vastgesteld door") == 1


@pytest.mark.parametrize("status", ["", "concept", "ter bespreking"])
def test_een_concept_is_nog_niet_vastgesteld(builder, sjabloon, real_lijst, status):
    reading = make(builder, sjabloon, real_lijst, {**VERPLICHT, "status": status})
    assert feiten(reading)["Besluit"] == "Nog niet vastgesteld"
    assert "16 februari" not in text(reading)
    assert "Dit is een concept." in text(reading)


@pytest.mark.parametrize(
    ("status", "kop", "slot"),
    [
        ("concept", "Concept, versie 1.0", "Dit is een concept."),
        ("ter bespreking", "Concept, versie 1.0", "Dit is een concept."),
        ("vastgesteld", "Versie 1.0, vastgesteld", ""),
        ("vervallen", "Versie 1.0, vervallen", "Dit plan is vervallen en geldt niet meer."),
    ],
)
@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_de_koptekst_en_het_slot(builder, sjabloon, real_lijst, status, kop, slot, indeling):
    gegevens = {**VERPLICHT, "status": status, "indeling": indeling}
    reading = make(builder, sjabloon, real_lijst, gegevens)
    assert koppen(reading) == {f"Gemeente Oudermeer, uitvoeringsplan polarisatie{kop}"}
    for zin in ("Dit is een concept.", "Dit plan is vervallen"):
        assert (zin in text(reading)) == (bool(slot) and slot.startswith(zin))


# Facts that are missing.

NAAR_WENS = {
    "kenmerk": ("Kenmerk", "Z-1"),
    "contact": ("Contact", "post@oudermeer.example"),
    "gemeentecode": ("Gemeentecode", "gm9999"),
    "kader": ("Hoort bij", "Veiligheidsplan"),
    "portefeuillehouders": ("Andere portefeuillehouders", "- burgemeester"),
    "raad-geinformeerd": ("Raad geïnformeerd op", "2027-03-04"),
    "datum-herziening": ("Volgende herziening", "2028-10-03"),
}


def test_een_leeg_gegeven_valt_in_een_definitief_plan_weg(builder, sjabloon, real_lijst):
    empty = feiten(make(builder, sjabloon, real_lijst, VERPLICHT))
    for field, (name, value) in NAAR_WENS.items():
        assert name not in empty
        assert name in feiten(make(builder, sjabloon, real_lijst, {**VERPLICHT, field: value}))
    concept = feiten(make(builder, sjabloon, real_lijst, {**VERPLICHT, "status": "concept"}))
    for field, (name, _) in NAAR_WENS.items():  # a place to fill in
        label = real_lijst.vraag(field).label
        assert concept[name].lower() == f"[{label}]".lower()


def test_een_gegeven_midden_in_een_zin(builder, sjabloon, real_lijst):
    without = {name: t for name, t in VERPLICHT.items() if name != "gemeente"}
    reading = make(builder, sjabloon, real_lijst, without)
    assert "Zo werkt de gemeente – deze ambitie lokaal uit:" in text(reading)
    assert set(reading.field_text("gemeente")) == {"–"}


# Questions that nobody answered.


@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_elke_open_vraag_heeft_een_zin(builder, sjabloon, real_lijst, indeling):
    reading = make(builder, sjabloon, real_lijst, {**VERPLICHT, "indeling": indeling})
    for vraag in real_lijst.fixed_vragen:
        assert reading.field_text(vraag.id) == [vraag.leeg]
    assert HINT not in text(reading)
    assert not reading.document.xpath("//w:showingPlcHdr", namespaces=NS)
    assert not reading.document.xpath("//w:rStyle[@w:val='PlaceholderText']", namespaces=NS)


def test_hoofdstukken_naar_keuze_zonder_antwoord_zijn_er_niet(builder, sjabloon, real_lijst):
    for gegevens in (VERPLICHT, {**VERPLICHT, "status": "concept"}):
        reading = make(builder, sjabloon, real_lijst, gegevens)
        for hoofdstuk in real_lijst.hoofdstukken:
            stands_there = f"\n{hoofdstuk.titel}" in text(reading)
            assert stands_there == hoofdstuk.counts
            assert all(bool(reading.velden(v.id)) == hoofdstuk.counts for v in hoofdstuk.vragen)


@pytest.mark.parametrize("vraag_id", ["signalering-online", "monitoring-ritme"])
def test_van_een_hoofdstuk_naar_keuze_staat_er_alleen_wat_beantwoord_is(
    builder, sjabloon, real_lijst, vraag_id
):
    hoofdstuk = next(
        h for h in real_lijst.hoofdstukken if vraag_id in {vraag.id for vraag in h.vragen}
    )
    reading = make(builder, sjabloon, real_lijst, VERPLICHT, {vraag_id: "Zo doen we dat."})
    assert [v.id for v in hoofdstuk.vragen if reading.velden(v.id)] == [vraag_id]
    assert hoofdstuk.titel in text(reading)
    assert NOTHING not in text(reading)


def test_het_interne_document_zegt_dat_er_niets_beschreven_is(
    builder, intern_sjabloon, interne_lijst, hele_lijst
):
    plan = plan_for(interne_lijst, hele_lijst, Plan("polarisatie", "1", VERPLICHT))
    reading = builder.read(fill(intern_sjabloon, interne_lijst, plan))
    for vraag in interne_lijst.vragen:
        assert vraag.leeg.startswith("In dit beeld")
        assert reading.field_text(vraag.id) == [vraag.leeg]


@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_wat_wij_maken_is_in_orde(sjabloon, real_lijst, indeling):
    plan = Plan("polarisatie", "1", {**VERPLICHT, "indeling": indeling})
    bevindingen = check_docx(fill(sjabloon, real_lijst, plan), "d.docx")
    assert [str(bevinding) for bevinding in bevindingen] == []


# Templates of others.

FIXED = {"status": "vastgesteld"}


def vul(builder, data: bytes, plan, lijst=None):
    return builder.read(fill(builder.open(data), lijst or builder.lijst, plan))


def test_zonder_eigen_tekst_geldt_een_gewone_zin(builder):
    lijst = builder.with_vraag(
        builder.lijst.vraag("tweede")._replace(leeg="Er is <geen> & tweede.")
    )
    reading = vul(builder, builder.docx(), builder.plan(FIXED), lijst)
    assert reading.field_text("eerste") == [NOTHING]
    assert reading.field_text("tweede") == ["Er is <geen> & tweede."]
    assert reading.field_text("gemeente") == ["–"]
    assert [a.text for a in reading.paragraphs("tweede")] == ["Er is <geen> & tweede."]


def test_een_gegeven_als_blok_en_in_een_kop(builder):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    parts = builder.with_header(f"<w:p>{builder.line('gemeente')}</w:p>")
    blocks = (
        builder.block("datum", ppr=ppr),
        builder.block("eerste", ppr=ppr),
        builder.block("tweede"),
    )
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        "<w:sectPr>", f"{blocks[0]}<w:sectPr>"
    )
    reading = vul(builder, builder.pack(parts), builder.plan(FIXED))
    assert reading.field_text("gemeente", "word/kop.xml") == ["–"]
    assert reading.field_text("datum") == ["–"]
    assert [a.style for a in reading.paragraphs("datum")] == ["Kader"]


def test_een_standaard_gaat_voor(builder):
    lijst = builder.with_vraag(
        builder.lijst.vraag("eerste")._replace(standaard="Vanzelf.", leeg="Leeg.")
    )
    assert vul(builder, builder.docx(), builder.plan(FIXED), lijst).field_text("eerste") == [
        "Vanzelf."
    ]


@pytest.mark.parametrize("blanco", ["", "\u2003", " \n "])
def test_wat_je_niet_ziet_is_geen_antwoord(builder, blanco):
    assert vul(builder, builder.docx(), builder.plan(FIXED, eerste=blanco)).field_text(
        "eerste"
    ) == [NOTHING]
    assert vul(builder, builder.docx(), builder.plan(eerste=blanco)).field_text("eerste") == [HINT]


@trials(60)
@given(
    status=st.sampled_from(["", "concept", "ter bespreking", "vastgesteld", "vervallen"]),
    first=st.sampled_from(["", "antwoord"]),
    second=st.sampled_from(["", "- punt"]),
)
def test_wie_terugleest_weet_wat_een_antwoord_is(builder, status, first, second):
    """A sentence that stands for no answer has a fingerprint, so that nobody takes it for one."""
    plan = builder.plan({"status": status}, eerste=first, tweede=second)
    reading = vul(builder, builder.docx(), plan)
    own = {
        prop.get("name"): "".join(prop.itertext())
        for prop in reading.trees["docProps/custom.xml"]
        if prop.get("name").startswith("uvp.")
    }
    for vraag, antwoord in (("eerste", first), ("tweede", second)):
        assert own[f"uvp.antwoord.{vraag}"] == fingerprint(antwoord)
        is_zin = plan.is_definitief and not antwoord
        assert own.get(f"uvp.leeg.{vraag}") == (fingerprint(NOTHING) if is_zin else None)
        assert (reading.field_text(vraag) == [NOTHING]) == is_zin
