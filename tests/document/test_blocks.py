"""What stands below each other, looked through every control, and where the title page ends."""

from __future__ import annotations

from docx_to_read import (
    BEGIN,
    EINDE,
    FEITEN_STIJL,
    OPEN,
    SCHEIDING,
    TOC,
    alinea,
    besturing,
    kop,
    lees,
    punt,
    rij,
    schets,
    stuk,
    tabel,
    veld,
)

from uitvoeringsplan.model.document import (
    Aard,
    Passage,
    Tekstdeel,
)


def test_een_kop_gaat_hooguit_een_niveau_dieper():
    document = lees(kop("Een", 3), kop("Twee", 3), kop("Drie", 1), kop("Vier", 3))
    assert [k.niveau for k in document.koppen] == [1, 2, 1, 2]


def test_een_kop_is_nooit_vet_of_afgebroken():
    regel = alinea(stuk("Een", "<w:b/>"), "<w:r><w:br/></w:r>", stuk("twee"), stijl="Kop1")
    (gelezen,) = lees(regel).inhoud
    assert gelezen.tekst == (Tekstdeel("Een twee"),)


def test_lege_alineas_verdwijnen():
    assert lees(alinea(), alinea("  "), alinea("<w:r><w:br/></w:r>")).inhoud == ()


def test_de_aard_van_een_alinea():
    document = lees(
        alinea("Plan", stijl="Titel"), alinea("Delft", stijl="Ondertitel"), kop("Een"),
        alinea("“Zo”", stijl="Citaat"), alinea("Wie?", stijl="Vraag"),
        alinea("Figuur", stijl="Bijschrift"), alinea("Gewoon"), alinea("Weer", stijl="Titel"),
    )  # fmt: skip
    aarden = [blok.aard for blok in (*document.voorblad, *document.inhoud) if type(blok) is Passage]
    assert aarden == [
        Aard.TITEL, Aard.ONDERTITEL, Aard.CITAAT, Aard.OPSCHRIFT, Aard.BIJSCHRIFT, Aard.ALINEA,
        Aard.OPSCHRIFT,
    ]  # fmt: skip


def test_een_document_heeft_hooguit_een_titel():
    document = lees(alinea("Een", stijl="Titel"), alinea("Twee", stijl="Titel"), kop("Kop"))
    assert [blok.aard for blok in document.voorblad] == [Aard.TITEL, Aard.ONDERTITEL]


def test_heel_diep_geneste_besturing_wordt_gelezen():
    diep = alinea("diep")
    for _ in range(120):
        diep = besturing(diep)
    assert schets(lees(diep).inhoud) == ["diep"]


def test_besturing_is_doorzichtig_op_elk_niveau():
    document = lees(
        besturing(besturing(alinea("blok"), punt("punt"))),
        alinea("voor ", besturing(stuk("in "), besturing(stuk("de regel")))),
        tabel(
            besturing(rij("<w:sdt><w:sdtContent><w:tc><w:p/></w:tc></w:sdtContent></w:sdt>", "b")),
            rij(besturing(f"<w:tc>{alinea('c')}</w:tc>"), "d"),
        ),
        "<w:customXml>" + alinea("eigen") + "</w:customXml>",
    )
    assert schets(document.inhoud) == [
        "blok", ["teken", ["punt"]], "voor in de regel", (([], ["b"]), (["c"], ["d"])), "eigen",
    ]  # fmt: skip


def test_een_plaatshouder_is_te_herkennen_op_elk_niveau():
    document = lees(
        besturing(alinea("klik"), eigen=OPEN),
        alinea("op: ", besturing(stuk("datum"), eigen=OPEN)),
        tabel(rij("a", besturing("<w:tc>" + alinea("cel") + "</w:tc>", eigen=OPEN))),
    )
    blok, regel, tabel_ = document.inhoud
    assert blok.tekst == (Tekstdeel("klik", plaatshouder=True),)
    assert regel.tekst == (Tekstdeel("op: "), Tekstdeel("datum", plaatshouder=True))
    assert tabel_.rijen[0][1].inhoud[0].tekst == (Tekstdeel("cel", plaatshouder=True),)


def test_een_verwijderd_alineateken_trekt_twee_alineas_samen():
    weg = "<w:rPr><w:del/></w:rPr>"
    document = lees(
        alinea("een ", ppr=weg), alinea("twee"), alinea("drie", ppr=weg), tabel(rij("a", "b")),
        alinea("vier", ppr=weg),
    )  # fmt: skip
    assert schets(document.inhoud) == ["een twee", "drie", ((["a"], ["b"]),), "vier"]


def test_de_inhoudsopgave_blijft_weg_en_begrenst_het_voorblad():
    document = lees(
        alinea("Plan", stijl="Titel"), alinea("een regel"),
        besturing(alinea("Inhoud", stijl="Kop1"), alinea("Een\t1"), eigen=TOC),
        alinea("woord vooraf"), kop("Een"),
    )  # fmt: skip
    assert schets(document.voorblad) == ["Plan", "een regel"]
    assert schets(document.inhoud) == ["woord vooraf", "# 1 Een"]


def test_een_losse_inhoudsopgave_blijft_ook_weg():
    toc = stuk('<w:instrText> TOC \\o "1-3" </w:instrText>')
    document = lees(
        alinea("Plan", stijl="Titel"),
        alinea("Inhoud", stijl="Inhoudskop"),
        alinea(BEGIN, toc, SCHEIDING, "Een"),
        alinea("Twee ", veld("PAGEREF x", "2")),
        alinea(EINDE, "erna"),
        kop("Een"),
        alinea("Verklaring", stijl="Inhoudskop"),
    )
    assert schets(document.voorblad) == ["Plan"]
    assert schets(document.inhoud) == ["erna", "# 1 Een", "Verklaring"]


def test_zonder_inhoudsopgave_eindigt_het_voorblad_bij_gewone_tekst():
    document = lees(alinea("Plan", stijl="Titel"), FEITEN_STIJL, alinea("tekst"), kop("Een"))
    assert schets(document.voorblad) == ["Plan", {"Status": "concept"}]
    assert schets(document.inhoud) == ["tekst", "# 1 Een"]


def test_een_lijst_van_figuren_is_geen_inhoudsopgave():
    figuren = veld(' TOC \\h \\c "Figuur" ', "Figuur 1")
    document = lees(alinea("Plan", stijl="Titel"), alinea("x"), alinea(figuren), kop("Een"))
    assert schets(document.voorblad) == ["Plan"]
    assert schets(document.inhoud) == ["x", "# 1 Een"]


def test_een_veld_dat_pas_na_de_inhoudsopgave_eindigt():
    document = lees(
        besturing(alinea(BEGIN, stuk("<w:instrText>TOC</w:instrText>"), SCHEIDING, "a"), eigen=TOC),
        alinea("b", EINDE, "c"),
    )
    assert schets(document.inhoud) == ["c"]


def test_de_tekst_van_een_tekstvak_komt_na_haar_alinea():
    vak = f"<w:txbxContent>{alinea('in het vak')}{alinea('tweede')}</w:txbxContent>"
    document = lees(
        alinea(
            "voor",
            "<w:r><mc:AlternateContent>"
            f'<mc:Choice Requires="wps"><w:drawing>{vak}</w:drawing></mc:Choice>'
            f"<mc:Fallback><w:pict>{vak}</w:pict></mc:Fallback>"
            "</mc:AlternateContent></w:r>",
            "na",
        ),
        alinea(f"<w:r><w:pict><v:shape><v:textbox>{vak}</v:textbox></v:shape></w:pict></w:r>"),
    )
    assert schets(document.inhoud) == ["voorna", *["in het vak", "tweede"] * 2]


def test_een_versie_die_niemand_hier_kent_geeft_plaats_aan_de_volgende():
    """So Word writes a smiley: as an element of a later year, and as a letter for the others."""
    teken = (
        '<mc:AlternateContent><mc:Choice Requires="se"><se:symEx xmlns:se="urn:x"/></mc:Choice>'
        "<mc:Fallback>{}</mc:Fallback></mc:AlternateContent>"
    ).format
    document = lees(
        alinea("goed ", stuk(teken("<w:t>😊</w:t>"))), teken(alinea("blok")), alinea("eind")
    )
    assert schets(document.inhoud) == ["goed 😊", "blok", "eind"]


def test_wat_boven_woorden_staat_komt_er_tussen_haken_achter():
    boven = f"<w:ruby><w:rt>{stuk('to-kjo')}</w:rt><w:rubyBase>{stuk('東京')}</w:rubyBase></w:ruby>"
    document = lees(alinea("naar ", stuk(boven), " toe"))
    assert schets(document.inhoud) == ["naar 東京 (to-kjo) toe"]
