"""A concept and an adopted plan: what the document says of itself, and where nobody answered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_plans import DEFINITIEF

from independent_reader import NS, w
from trials import proeven
from uitvoeringsplan.checks.word_rules import check_docx
from uitvoeringsplan.model.fingerprint import fingerprint
from uitvoeringsplan.model.plan import Plan
from uitvoeringsplan.model.uitgave import plan_for
from uitvoeringsplan.word.filling.filling import fill

NIETS = "Hierover is in dit plan niets vastgelegd."
AANWIJZING = "Klik of tik om tekst in te voeren."
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


def maak(builder, sjabloon, lijst, gegevens, antwoorden=None):
    plan = Plan("polarisatie", "1", gegevens, antwoorden or {})
    return builder.lees(fill(sjabloon, lijst, plan))


def tekst(gelezen, deel: str = "word/document.xml") -> str:
    alineas = gelezen.bomen[deel].iter(w("p"))
    return "\n".join("".join(p.xpath(".//w:t/text()", namespaces=NS)) for p in alineas)


def feiten(gelezen) -> dict[str, str]:
    """Return the lines with a name, a tab and a fact."""
    uit = {}
    for p in gelezen.document.xpath("//w:p[w:pPr/w:pStyle/@w:val='UvpFeit']", namespaces=NS):
        delen = ["\t" if e.tag == w("tab") else e.text for e in p.iter(w("t"), w("tab"))]
        naam, _, feit = "".join(delen).partition("\t")
        assert naam not in uit or naam in ("Status", "Datum")
        uit[naam] = feit
    return uit


def koppen(gelezen) -> set[str]:
    return {tekst(gelezen, deel) for deel in gelezen.bomen if deel.startswith("word/header")}


# What the document says of itself.


@pytest.mark.parametrize(
    ("wie", "zin"),
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
def test_wie_het_plan_vaststelde_en_wanneer(builder, sjabloon, echte_lijst, wie, zin, status):
    gegevens = {**VERPLICHT, "vastgesteld-door": wie, "status": status}
    gelezen = maak(builder, sjabloon, echte_lijst, gegevens)
    assert feiten(gelezen)["Besluit"] == zin
    assert feiten(gelezen)["Status"] == status
    assert tekst(gelezen).count("Vastgesteld door") == 1


@pytest.mark.parametrize("status", ["", "concept", "ter bespreking"])
def test_een_concept_is_nog_niet_vastgesteld(builder, sjabloon, echte_lijst, status):
    gelezen = maak(builder, sjabloon, echte_lijst, {**VERPLICHT, "status": status})
    assert feiten(gelezen)["Besluit"] == "Nog niet vastgesteld"
    assert "16 februari" not in tekst(gelezen)
    assert "Dit is een concept." in tekst(gelezen)


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
def test_de_koptekst_en_het_slot(builder, sjabloon, echte_lijst, status, kop, slot, indeling):
    gegevens = {**VERPLICHT, "status": status, "indeling": indeling}
    gelezen = maak(builder, sjabloon, echte_lijst, gegevens)
    assert koppen(gelezen) == {f"Gemeente Oudermeer, uitvoeringsplan polarisatie{kop}"}
    for zin in ("Dit is een concept.", "Dit plan is vervallen"):
        assert (zin in tekst(gelezen)) == (bool(slot) and slot.startswith(zin))


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


def test_een_leeg_gegeven_valt_in_een_definitief_plan_weg(builder, sjabloon, echte_lijst):
    leeg = feiten(maak(builder, sjabloon, echte_lijst, VERPLICHT))
    for veld, (naam, waarde) in NAAR_WENS.items():
        assert naam not in leeg
        assert naam in feiten(maak(builder, sjabloon, echte_lijst, {**VERPLICHT, veld: waarde}))
    concept = feiten(maak(builder, sjabloon, echte_lijst, {**VERPLICHT, "status": "concept"}))
    for veld, (naam, _) in NAAR_WENS.items():  # a place to fill in
        label = echte_lijst.vraag(veld).label
        assert concept[naam].lower() == f"[{label}]".lower()


def test_een_gegeven_midden_in_een_zin(builder, sjabloon, echte_lijst):
    zonder = {naam: t for naam, t in VERPLICHT.items() if naam != "gemeente"}
    gelezen = maak(builder, sjabloon, echte_lijst, zonder)
    assert "Zo werkt de gemeente – deze ambitie lokaal uit:" in tekst(gelezen)
    assert set(gelezen.veldtekst("gemeente")) == {"–"}


# Questions that nobody answered.


@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_elke_open_vraag_heeft_een_zin(builder, sjabloon, echte_lijst, indeling):
    gelezen = maak(builder, sjabloon, echte_lijst, {**VERPLICHT, "indeling": indeling})
    for vraag in echte_lijst.vaste_vragen:
        assert gelezen.veldtekst(vraag.id) == [vraag.leeg]
    assert AANWIJZING not in tekst(gelezen)
    assert not gelezen.document.xpath("//w:showingPlcHdr", namespaces=NS)
    assert not gelezen.document.xpath("//w:rStyle[@w:val='PlaceholderText']", namespaces=NS)


def test_hoofdstukken_naar_keuze_zonder_antwoord_zijn_er_niet(builder, sjabloon, echte_lijst):
    for gegevens in (VERPLICHT, {**VERPLICHT, "status": "concept"}):
        gelezen = maak(builder, sjabloon, echte_lijst, gegevens)
        for hoofdstuk in echte_lijst.hoofdstukken:
            staat_er = f"\n{hoofdstuk.titel}" in tekst(gelezen)
            assert staat_er == hoofdstuk.counts
            assert all(bool(gelezen.velden(v.id)) == hoofdstuk.counts for v in hoofdstuk.vragen)


@pytest.mark.parametrize("vraag_id", ["signalering-online", "monitoring-ritme"])
def test_van_een_hoofdstuk_naar_keuze_staat_er_alleen_wat_beantwoord_is(
    builder, sjabloon, echte_lijst, vraag_id
):
    hoofdstuk = next(
        h for h in echte_lijst.hoofdstukken if vraag_id in {vraag.id for vraag in h.vragen}
    )
    gelezen = maak(builder, sjabloon, echte_lijst, VERPLICHT, {vraag_id: "Zo doen we dat."})
    assert [v.id for v in hoofdstuk.vragen if gelezen.velden(v.id)] == [vraag_id]
    assert hoofdstuk.titel in tekst(gelezen)
    assert NIETS not in tekst(gelezen)


def test_het_interne_document_zegt_dat_er_niets_beschreven_is(
    builder, intern_sjabloon, interne_lijst, hele_lijst
):
    plan = plan_for(interne_lijst, hele_lijst, Plan("polarisatie", "1", VERPLICHT))
    gelezen = builder.lees(fill(intern_sjabloon, interne_lijst, plan))
    for vraag in interne_lijst.vragen:
        assert vraag.leeg.startswith("In dit beeld")
        assert gelezen.veldtekst(vraag.id) == [vraag.leeg]


@pytest.mark.parametrize("indeling", ["tabel", "koppen"])
def test_wat_wij_maken_is_in_orde(sjabloon, echte_lijst, indeling):
    plan = Plan("polarisatie", "1", {**VERPLICHT, "indeling": indeling})
    bevindingen = check_docx(fill(sjabloon, echte_lijst, plan), "d.docx")
    assert [str(bevinding) for bevinding in bevindingen] == []


# Templates of others.

VAST = {"status": "vastgesteld"}


def vul(builder, data: bytes, plan, lijst=None):
    return builder.lees(fill(builder.open(data), lijst or builder.lijst, plan))


def test_zonder_eigen_tekst_geldt_een_gewone_zin(builder):
    lijst = builder.met_vraag(builder.lijst.vraag("tweede")._replace(leeg="Er is <geen> & tweede."))
    gelezen = vul(builder, builder.docx(), builder.plan(VAST), lijst)
    assert gelezen.veldtekst("eerste") == [NIETS]
    assert gelezen.veldtekst("tweede") == ["Er is <geen> & tweede."]
    assert gelezen.veldtekst("gemeente") == ["–"]
    assert [a.tekst for a in gelezen.alineas("tweede")] == ["Er is <geen> & tweede."]


def test_een_gegeven_als_blok_en_in_een_kop(builder):
    ppr = '<w:pPr><w:pStyle w:val="Kader"/></w:pPr>'
    delen = builder.met_koptekst(f"<w:p>{builder.regel('gemeente')}</w:p>")
    blokken = (
        builder.blok("datum", ppr=ppr),
        builder.blok("eerste", ppr=ppr),
        builder.blok("tweede"),
    )
    delen["word/document.xml"] = delen["word/document.xml"].replace(
        "<w:sectPr>", f"{blokken[0]}<w:sectPr>"
    )
    gelezen = vul(builder, builder.pak_in(delen), builder.plan(VAST))
    assert gelezen.veldtekst("gemeente", "word/kop.xml") == ["–"]
    assert gelezen.veldtekst("datum") == ["–"]
    assert [a.stijl for a in gelezen.alineas("datum")] == ["Kader"]


def test_een_standaard_gaat_voor(builder):
    lijst = builder.met_vraag(
        builder.lijst.vraag("eerste")._replace(standaard="Vanzelf.", leeg="Leeg.")
    )
    assert vul(builder, builder.docx(), builder.plan(VAST), lijst).veldtekst("eerste") == [
        "Vanzelf."
    ]


@pytest.mark.parametrize("blanco", ["", "\u2003", " \n "])
def test_wat_je_niet_ziet_is_geen_antwoord(builder, blanco):
    assert vul(builder, builder.docx(), builder.plan(VAST, eerste=blanco)).veldtekst("eerste") == [
        NIETS
    ]
    assert vul(builder, builder.docx(), builder.plan(eerste=blanco)).veldtekst("eerste") == [
        AANWIJZING
    ]


@proeven(60)
@given(
    status=st.sampled_from(["", "concept", "ter bespreking", "vastgesteld", "vervallen"]),
    eerste=st.sampled_from(["", "antwoord"]),
    tweede=st.sampled_from(["", "- punt"]),
)
def test_wie_terugleest_weet_wat_een_antwoord_is(builder, status, eerste, tweede):
    """A sentence that stands for no answer has a fingerprint, so that nobody takes it for one."""
    plan = builder.plan({"status": status}, eerste=eerste, tweede=tweede)
    gelezen = vul(builder, builder.docx(), plan)
    eigen = {
        prop.get("name"): "".join(prop.itertext())
        for prop in gelezen.bomen["docProps/custom.xml"]
        if prop.get("name").startswith("uvp.")
    }
    for vraag, antwoord in (("eerste", eerste), ("tweede", tweede)):
        assert eigen[f"uvp.antwoord.{vraag}"] == fingerprint(antwoord)
        is_zin = plan.is_definitief and not antwoord
        assert eigen.get(f"uvp.leeg.{vraag}") == (fingerprint(NIETS) if is_zin else None)
        assert (gelezen.veldtekst(vraag) == [NIETS]) == is_zin
