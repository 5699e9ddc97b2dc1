"""What stands below each other, looked through every control, and where the title page ends."""

from __future__ import annotations

from docx_to_read import (
    END,
    FEITEN_STYLE,
    OPEN,
    SEPARATOR,
    START,
    TOC,
    control,
    field,
    kop,
    paragraph,
    punt,
    read,
    rij,
    run,
    sketch,
    tabel,
)

from uitvoeringsplan.model.document import (
    Aard,
    Passage,
    Tekstdeel,
)


def test_een_kop_gaat_hooguit_een_niveau_dieper():
    document = read(kop("Een", 3), kop("Twee", 3), kop("Drie", 1), kop("Vier", 3))
    assert [k.level for k in document.koppen] == [1, 2, 1, 2]


def test_een_kop_is_nooit_vet_of_afgebroken():
    line = paragraph(run("Een", "<w:b/>"), "<w:r><w:br/></w:r>", run("twee"), style="Kop1")
    (reading,) = read(line).content
    assert reading.text == (Tekstdeel("Een twee"),)


def test_lege_alineas_verdwijnen():
    assert read(paragraph(), paragraph("  "), paragraph("<w:r><w:br/></w:r>")).content == ()


def test_de_aard_van_een_alinea():
    document = read(
        paragraph("Plan", style="Titel"), paragraph("Delft", style="Ondertitel"), kop("Een"),
        paragraph("“Zo”", style="Citaat"), paragraph("Wie?", style="Vraag"),
        paragraph("Figuur", style="Bijschrift"), paragraph("Gewoon"), paragraph("Weer",
        style="Titel"),
    )  # fmt: skip
    aarden = [
        block.aard for block in (*document.cover, *document.content) if type(block) is Passage
    ]
    assert aarden == [
        Aard.TITEL, Aard.ONDERTITEL, Aard.CITAAT, Aard.OPSCHRIFT, Aard.BIJSCHRIFT, Aard.ALINEA,
        Aard.OPSCHRIFT,
    ]  # fmt: skip


def test_een_document_heeft_hooguit_een_titel():
    document = read(paragraph("Een", style="Titel"), paragraph("Twee", style="Titel"), kop("Kop"))
    assert [block.aard for block in document.cover] == [Aard.TITEL, Aard.ONDERTITEL]


def test_heel_diep_geneste_besturing_wordt_gelezen():
    deep = paragraph("diep")
    for _ in range(120):
        deep = control(deep)
    assert sketch(read(deep).content) == ["diep"]


def test_besturing_is_doorzichtig_op_elk_niveau():
    document = read(
        control(control(paragraph("blok"), punt("punt"))),
        paragraph("voor ", control(run("in "), control(run("de regel")))),
        tabel(
            control(rij("<w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt>", "b")),
            rij(control(f"<w:tc>{paragraph('c')}</w:tc>"), "d"),
        ),
        "<w:customXml>" + paragraph("eigen") + "</w:customXml>",
    )
    assert sketch(document.content) == [
        "blok", ["teken", ["punt"]], "voor in de regel", (([], ["b"]), (["c"], ["d"])), "eigen",
    ]  # fmt: skip


def test_een_plaatshouder_is_te_herkennen_op_elk_niveau():
    document = read(
        control(paragraph("klik"), own=OPEN),
        paragraph("op: ", control(run("datum"), own=OPEN)),
        tabel(rij("a", control("<w:tc>" + paragraph("cel") + "</w:tc>", own=OPEN))),
    )
    block, line, tabel_ = document.content
    assert block.text == (Tekstdeel("klik", plaatshouder=True),)
    assert line.text == (Tekstdeel("op: "), Tekstdeel("datum", plaatshouder=True))
    assert tabel_.rijen[0][1].content[0].text == (Tekstdeel("cel", plaatshouder=True),)


def test_een_verwijderd_alineateken_trekt_twee_alineas_samen():
    gone = "<w:rPr><w:del/></w:rPr>"
    document = read(
        paragraph("een ", ppr=gone), paragraph("twee"), paragraph("drie", ppr=gone), tabel(rij("a",
        "b")),
        paragraph("vier", ppr=gone),
    )  # fmt: skip
    assert sketch(document.content) == ["een twee", "drie", ((["a"], ["b"]),), "vier"]


def test_de_inhoudsopgave_blijft_weg_en_begrenst_het_voorblad():
    document = read(
        paragraph("Plan", style="Titel"), paragraph("een regel"),
        control(paragraph("Inhoud", style="Kop1"), paragraph("Een\t1"), own=TOC),
        paragraph("woord vooraf"), kop("Een"),
    )  # fmt: skip
    assert sketch(document.cover) == ["Plan", "een regel"]
    assert sketch(document.content) == ["woord vooraf", "# 1 Een"]


def test_een_losse_inhoudsopgave_blijft_ook_weg():
    toc = run('<w:instrText> TOC \\o "1-3" </w:instrText>')
    document = read(
        paragraph("Plan", style="Titel"),
        paragraph("Inhoud", style="Inhoudskop"),
        paragraph(START, toc, SEPARATOR, "Een"),
        paragraph("Twee ", field("PAGEREF x", "2")),
        paragraph(END, "erna"),
        kop("Een"),
        paragraph("Verklaring", style="Inhoudskop"),
    )
    assert sketch(document.cover) == ["Plan"]
    assert sketch(document.content) == ["erna", "# 1 Een", "Verklaring"]


def test_zonder_inhoudsopgave_eindigt_het_voorblad_bij_gewone_tekst():
    document = read(paragraph("Plan", style="Titel"), FEITEN_STYLE, paragraph("tekst"), kop("Een"))
    assert sketch(document.cover) == ["Plan", {"Status": "concept"}]
    assert sketch(document.content) == ["tekst", "# 1 Een"]


def test_een_lijst_van_figuren_is_geen_inhoudsopgave():
    figuren = field(' TOC \\h \\c "Figuur" ', "Figuur 1")
    document = read(
        paragraph("Plan", style="Titel"), paragraph("x"), paragraph(figuren), kop("Een")
    )
    assert sketch(document.cover) == ["Plan"]
    assert sketch(document.content) == ["x", "# 1 Een"]


def test_een_veld_dat_pas_na_de_inhoudsopgave_eindigt():
    document = read(
        control(paragraph(START, run("<w:instrText>TOC</w:instrText>"), SEPARATOR, "a"), own=TOC),
        paragraph("b", END, "c"),
    )
    assert sketch(document.content) == ["c"]


def test_de_tekst_van_een_tekstvak_komt_na_haar_alinea():
    vak = f"<w:txbxContent>{paragraph('in het vak')}{paragraph('tweede')}</w:txbxContent>"
    document = read(
        paragraph(
            "voor",
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing>{vak}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{vak}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            "na",
        ),
        paragraph(f"<w:r><w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict></w:r>"),
    )
    assert sketch(document.content) == ["voorna", *["in het vak", "tweede"] * 2]


def test_een_versie_die_niemand_hier_kent_geeft_plaats_aan_de_volgende():
    """So Word writes a smiley: as an element of a later year, and as a letter for the others."""
    sign = (
        '<mc:AlternateContent><mc:Choice Requires="se"><se:symEx xmlns:se="urn:x"/></mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    ).format
    document = read(
        paragraph("goed ", run(sign("<w:t>😊</w:t>"))), sign(paragraph("blok")), paragraph("eind")
    )
    assert sketch(document.content) == ["goed 😊", "blok", "eind"]


def test_wat_boven_woorden_staat_komt_er_tussen_haken_achter():
    above = f"<w:ruby><w:rt>{run('to-kjo')}</w:rt><w:rubyBase>{run('東京')}</w:rubyBase></w:ruby>"
    document = read(paragraph("naar ", run(above), " toe"))
    assert sketch(document.content) == ["naar 東京 (to-kjo) toe"]


def test_wat_niemand_hier_kent_staat_er_met_zijn_naam():
    strange = f"<w:nieuw>{run('erin')}</w:nieuw>"
    document = read(
        paragraph(run("Voor"), strange), strange, '<w:altChunk r:id="rId7"/>',
        paragraph("<w:r><w:rPr><w:vanish/></w:rPr><w:nieuw/></w:r>", run("na")), "<w:permStart/>",
    )  # fmt: skip
    assert sketch(document.content) == ["Voor[nieuw: erin]", "[nieuw: erin]",
                                        "[ingevoegd bestand]", "na"]  # fmt: skip
