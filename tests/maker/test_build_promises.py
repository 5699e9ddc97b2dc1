"""What the finished template promises to whoever fills it, reads it or opens it in Word."""

from __future__ import annotations

import re
from collections import Counter

from lxml import etree

from uitvoeringsplan.maker.controls import ANSWER_HINT

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def inhoudsdelen(delen):
    return [
        deel for naam, deel in delen.items() if re.match(r"word/(document|header|footer)", naam)
    ]


def waarde(element, pad):
    gevonden = element.find("/".join(W + stap for stap in pad.split("/")))
    return None if gevonden is None else gevonden.get(f"{W}val")


def tekst(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def tag_van(sdt) -> str:
    return waarde(sdt, "sdtPr/tag") or ""


def besturingen(delen):
    """Return the controls that hold an answer or a field."""
    return [
        sdt
        for deel in inhoudsdelen(delen)
        for sdt in deel.iter(f"{W}sdt")
        if tag_van(sdt) and not tag_van(sdt).startswith(("als: ", "beeld: ", "adres"))
    ]


def om(sdt) -> list[str]:
    """Return the conditions of the parts that an element stands in, the outermost first."""
    tags = [tag_van(ouder) for ouder in sdt.iterancestors(f"{W}sdt")]
    return [tag.removeprefix("als: ") for tag in reversed(tags) if tag.startswith("als: ")]


def antwoordplekken(delen):
    return [sdt for sdt in besturingen(delen) if sdt.find(f"{W}sdtPr/{W}text") is None]


def test_elke_vraag_heeft_een_blok_met_bladwijzer(elk):
    blokken = antwoordplekken(elk.delen)
    vragen = {vraag.id: vraag for vraag in elk.vragenlijst.vragen}
    assert {tag_van(sdt) for sdt in blokken} == vragen.keys()
    for sdt in blokken:
        vraag = vragen[tag_van(sdt)]
        assert waarde(sdt, "sdtPr/alias") == vraag.label
        assert waarde(sdt, "sdtPr/lock") == "sdtLocked"
        assert sdt.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
        (alinea,) = sdt.find(f"{W}sdtContent")
        assert tekst(alinea) == ANSWER_HINT
        assert waarde(alinea, "r/rPr/rStyle") == "PlaceholderText"
        label = sdt.getprevious()
        if om(sdt) and "indeling" in om(sdt)[0]:
            kop = {"tabel": "UvpVraag", "koppen": "Heading4"}[om(sdt)[0].rpartition(" ")[2]]
            assert (waarde(label, "pPr/pStyle"), tekst(label)) == (kop, vraag.label)
        else:  # in running text a sentence leads up to the answer, and stays with it
            assert tekst(label).endswith(":")
            assert label.find(f"{W}pPr/{W}keepNext") is not None
        naam = label.find(f"{W}bookmarkStart").get(f"{W}name")
        assert naam.removeprefix("uvp_").removeprefix("uvk_") == vraag.id.replace("-", "_")


def test_de_vragen_van_de_tabel_hebben_een_tweede_plek_onder_koppen(delen, vragenlijst):
    """Of two places with one code at most one may ever be in a document."""
    plekken: dict[str, list[list[str]]] = {}
    namen: dict[str, list[str]] = {}
    for sdt in antwoordplekken(delen):
        plekken.setdefault(tag_van(sdt), []).append(om(sdt))
        naam = sdt.getprevious().find(f"{W}bookmarkStart").get(f"{W}name")
        namen.setdefault(tag_van(sdt), []).append(naam[:4])
    rijen = {v.id for h in vragenlijst.hoofdstukken for rij in h.rijen for v in rij.vragen}
    assert len(rijen) == 18
    for vraag_id, om_plek in plekken.items():
        if vraag_id in rijen:
            assert om_plek == [["indeling = tabel"], ["indeling = koppen"]]
            assert namen[vraag_id] == ["uvp_", "uvk_"]
        else:
            assert len(om_plek) == 1
            assert namen[vraag_id] == ["uvp_"]
    assert {v.id for v in vragenlijst.vaste_vragen if not plekken[v.id][0]} == {
        "lokale-ambitie", "lokale-doelstellingen",
    }  # fmt: skip


def test_in_het_interne_sjabloon_heeft_elke_vraag_een_plek(elk):
    if elk.vragenlijst.intern is None:
        tags = [tag_van(sdt) for sdt in antwoordplekken(elk.delen)]
        assert tags == [vraag.id for vraag in elk.vragenlijst.vragen]


def test_elk_gegeven_minstens_een_keer_in_de_regel(delen, vragenlijst):
    velden = [sdt for sdt in besturingen(delen) if sdt.find(f"{W}sdtPr/{W}text") is not None]
    tags = {tag_van(sdt) for sdt in velden}
    # These two can be read from what is there: they choose between parts.
    in_voorwaarden = {"indeling", "vastgesteld-door"}
    assert tags | in_voorwaarden == {v.id for v in vragenlijst.gegevens}
    assert not tags & in_voorwaarden
    voorwaarden = [tag_van(sdt) for deel in inhoudsdelen(delen) for sdt in deel.iter(f"{W}sdt")]
    for naam in in_voorwaarden:
        keuzes = vragenlijst.vraag(naam).keuzes
        assert all(any(f"{naam} = {keuze}" in tag for tag in voorwaarden) for keuze in keuzes)


def test_een_gegeven_staat_midden_in_een_alinea(elk):
    for sdt in besturingen(elk.delen):
        if sdt.find(f"{W}sdtPr/{W}text") is not None:
            assert sdt.getparent().tag == f"{W}p"
            assert sdt.find(f"{W}sdtContent/{W}r") is not None
            assert waarde(sdt, "sdtPr/lock") == "sdtLocked"


def test_elke_koptekst_zegt_of_het_plan_een_concept_is(delen):
    kopteksten = [deel for naam, deel in delen.items() if naam.startswith("word/header")]
    assert len(kopteksten) == 2
    for kop in kopteksten:
        regels = {
            om_regel: (tekst(sdt), {tag.get(f"{W}val") for tag in sdt.iter(f"{W}tag")})
            for sdt in kop
            if (om_regel := tag_van(sdt))
        }
        assert regels == {
            "als: concept = ja": (
                "Gemeente [gemeente], uitvoeringsplan polarisatieConcept, versie [versie]",
                {"als: concept = ja", "gemeente", "versie"},
            ),
            "als: concept = nee": (
                "Gemeente [gemeente], uitvoeringsplan polarisatieVersie [versie], [status]",
                {"als: concept = nee", "gemeente", "versie", "status"},
            ),
        }
        assert len(kop) == 2


def test_nummers_en_bladwijzers_zijn_uniek(elk):
    delen = elk.delen
    nummers = [
        element.get(f"{W}val") for deel in inhoudsdelen(delen) for element in deel.iter(f"{W}id")
    ]
    assert len(nummers) == len(set(nummers)) > 20
    document = delen["word/document.xml"]
    for kenmerk in ("name", "id"):
        namen = [b.get(W + kenmerk) for b in document.iter(f"{W}bookmarkStart")]
        assert len(namen) == len(set(namen))
    begin = Counter(b.get(f"{W}id") for b in document.iter(f"{W}bookmarkStart"))
    assert begin == Counter(b.get(f"{W}id") for b in document.iter(f"{W}bookmarkEnd"))


def test_elke_aanwijzing_staat_in_het_glossarium(elk):
    delen = elk.delen
    glossarium = delen["word/glossary/document.xml"]
    teksten = {
        waarde(deel, "docPartPr/name"): tekst(deel) for deel in glossarium.iter(f"{W}docPart")
    }
    for sdt in besturingen(delen):
        naam = waarde(sdt, "sdtPr/placeholder/docPart")
        assert teksten[naam] == tekst(sdt.find(f"{W}sdtContent"))
    assert "word/glossary/styles.xml" in delen


def test_alle_stijlen_en_lijsten_bestaan(elk):
    delen = elk.delen
    stijlen = {s.get(f"{W}styleId") for s in delen["word/styles.xml"].iter(f"{W}style")}
    nummers = {n.get(f"{W}numId") for n in delen["word/numbering.xml"].iter(f"{W}num")} | {"0"}
    for naam in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
        for deel in delen.values():
            assert {e.get(f"{W}val") for e in deel.iter(W + naam)} <= stijlen
    for deel in delen.values():
        assert {
            e.get(f"{W}val") for e in deel.iter(f"{W}numId") if e.getparent().tag == f"{W}numPr"
        } <= nummers


def test_inhoudsopgave_noemt_de_koppen_met_hun_bladwijzer(elk):
    delen = elk.delen
    document = delen["word/document.xml"]
    hoofdstuk, paragraaf, koppen = 0, 0, []
    for alinea in document.iter(f"{W}p"):
        stijl = waarde(alinea, "pPr/pStyle") or ""
        if stijl not in ("Heading1", "Heading2"):
            continue
        nummer = ""
        if waarde(alinea, "pPr/numPr/numId") != "0":
            hoofdstuk, paragraaf = (
                (hoofdstuk + 1, 0) if stijl == "Heading1" else (hoofdstuk, paragraaf + 1)
            )
            nummer = f"{hoofdstuk}.{paragraaf}" if paragraaf else str(hoofdstuk)
        naam = alinea.find(f"{W}bookmarkStart").get(f"{W}name")
        koppen.append((nummer + tekst(alinea), naam))
    ingangen = [
        (re.sub(r"\d+$", "", tekst(link)), link.get(f"{W}anchor"))
        for link in document.iter(f"{W}hyperlink")
        if (link.get(f"{W}anchor") or "").startswith("_Toc")
    ]
    assert ingangen == koppen
    assert koppen[0][0] in ("1Inleiding", "1Doel en gebruik")
    assert koppen[-1][0] == "Over dit document"


def test_word_ververst_de_inhoudsopgave_zonder_vraag(elk):
    delen = elk.delen
    vuil = [f for f in delen["word/document.xml"].iter(f"{W}fldChar") if f.get(f"{W}dirty")]
    assert [f.get(f"{W}fldCharType") for f in vuil] == ["begin"]
    assert not list(delen["word/settings.xml"].iter(f"{W}updateFields"))


def test_velden_van_word_zijn_gesloten(elk):
    delen = elk.delen
    for deel in inhoudsdelen(delen):
        soorten = Counter(f.get(f"{W}fldCharType") for f in deel.iter(f"{W}fldChar"))
        assert soorten["begin"] == soorten["separate"] == soorten["end"]


def test_links_hebben_een_doel_en_woorden(elk):
    delen = elk.delen
    document = delen["word/document.xml"]
    bladwijzers = {b.get(f"{W}name") for b in document.iter(f"{W}bookmarkStart")}
    relaties = {r.get("Id"): r for r in delen["word/_rels/document.xml.rels"]}
    for link in document.iter(f"{W}hyperlink"):
        anker = link.get(f"{W}anchor")
        assert anker in bladwijzers if anker else relaties[link.get(R_ID)].get("TargetMode")
        assert not re.match(r"https?:|www\.|hier$", tekst(link))


def test_tabel_is_toegankelijk(delen, vragenlijst):
    (tabel,) = delen["word/document.xml"].iter(f"{W}tbl")
    rijen = tabel.findall(f"{W}tr")
    hoofdstuk = next(h for h in vragenlijst.hoofdstukken if h.rijen)
    assert len(rijen) == 1 + len(hoofdstuk.rijen)
    assert rijen[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(rij.find(f".//{W}cantSplit") is None for rij in rijen[1:])
    breedtes = [kolom.get(f"{W}w") for kolom in tabel.find(f"{W}tblGrid")]
    for rij in rijen:
        cellen = rij.findall(f"{W}tc")
        assert [cel.find(f"{W}tcPr/{W}tcW").get(f"{W}w") for cel in cellen] == breedtes
        for cel in cellen:
            assert tekst(cel).strip()
            assert cel[-1].tag == f"{W}p"
    assert not list(tabel.iter(f"{W}gridSpan", f"{W}vMerge"))


def test_rijtitel_houdt_geen_rijen_bij_elkaar(delen):
    """Keep-with-next in the first cell makes Word keep whole rows together."""
    stijlen = {s.get(f"{W}styleId"): s for s in delen["word/styles.xml"].iter(f"{W}style")}
    assert stijlen["UvpRijtitel"].find(f"{W}pPr/{W}keepNext") is None
    assert stijlen["UvpVraag"].find(f"{W}pPr/{W}keepNext") is not None


def test_nederlands_en_zonder_resten(elk):
    delen = elk.delen
    stijlen = delen["word/styles.xml"]
    assert stijlen.find(f"{W}docDefaults//{W}lang").get(f"{W}val") == "nl-NL"
    assert waarde(delen["word/settings.xml"], "themeFontLang") == "nl-NL"
    kern = {e.tag.split("}")[1]: e.text for e in delen["docProps/core.xml"]}
    assert kern["title"] == elk.vragenlijst.titel
    assert kern["language"] == "nl-NL"
    assert not kern["creator"]
    alles = b"".join(etree.tostring(deel) for deel in delen.values()).lower()
    for rest in (b"python-docx", b"click or tap", b"en-us", b"general</", b"normal.dot"):
        assert rest not in alles


def test_alleen_de_delen_die_nodig_zijn(elk):
    liggend = {"word/footer2.xml", "word/header2.xml"}  # the internal document has no lying pages
    assert elk.delen.keys() - (liggend if elk.vragenlijst.intern else set()) == {
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/glossary/_rels/document.xml.rels",
        "word/glossary/document.xml",
        "word/glossary/settings.xml",
        "word/glossary/styles.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    }
    assert bool(liggend & elk.delen.keys()) == bool(elk.vragenlijst.intern)
