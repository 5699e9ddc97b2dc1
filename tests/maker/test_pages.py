"""Pages: their setup, the headers and footers they share, and the title page."""

from __future__ import annotations

import pytest
from template_reader import (
    W,
    tag_van,
    tekst,
    waarde,
)

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.maker.looks import A4_LONG, A4_SHORT, MARGIN_LYING
from uitvoeringsplan.maker.source import SourceError


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


def test_staande_en_liggende_bladzijden(delen):
    secties = list(delen["word/document.xml"].iter(f"{W}sectPr"))
    maten = [sectie.find(f"{W}pgSz") for sectie in secties]
    staand = {(str(A4_SHORT), str(A4_LONG), None)}
    liggend = {(str(A4_LONG), str(A4_SHORT), "landscape")}
    gevonden = {tuple(maat.get(W + naam) for naam in ("w", "h", "orient")) for maat in maten}
    assert gevonden == staand | liggend
    for sectie, maat in zip(secties, maten, strict=True):
        ligt = maat.get(f"{W}orient") is not None
        assert (sectie.find(f"{W}pgMar").get(f"{W}top") == str(MARGIN_LYING)) is ligt
    # Only the first is a title page, without a header.
    assert [sectie.find(f"{W}titlePg") is not None for sectie in secties] == [
        True, *[False] * (len(secties) - 1),
    ]  # fmt: skip


def test_secties_van_een_stand_delen_kop_en_voet(delen):
    per_stand: dict[bool, set[tuple[str, str]]] = {}
    for sectie in delen["word/document.xml"].iter(f"{W}sectPr"):
        ligt = sectie.find(f"{W}pgSz").get(f"{W}orient") is not None
        ids = (sectie[0].values()[-1], sectie[1].values()[-1])
        per_stand.setdefault(ligt, set()).add(ids)
    assert [len(ids) for ids in per_stand.values()] == [1, 1]
    assert per_stand[True].isdisjoint(per_stand[False])


def test_kop_en_voet_hebben_de_stijl_van_de_breedte_van_hun_bladzijde(delen):
    stijlen = [
        {waarde(p, "pPr/pStyle") for p in delen[naam].iter(f"{W}p")}
        for naam in sorted(delen)
        if naam.startswith(("word/footer", "word/header"))
    ]
    assert stijlen == [
        {"Footer"}, {"UvpVoettekstLiggend"}, {"Header"}, {"UvpKoptekstLiggend"},
    ]  # fmt: skip


def test_het_voorblad_van_boven_naar_beneden(delen, vragenlijst):
    body = delen["word/document.xml"][0]
    alineas = list(body.iter(f"{W}p"))[:5]
    stijlen = [waarde(p, "pPr/pStyle") for p in alineas]
    assert stijlen == [None, "UvpBalk", "Title", "Subtitle", "UvpPeriode"]
    assert tekst(alineas[2]) == vragenlijst.titel
    tags = [tag_van(sdt) for sdt in body.iterchildren(f"{W}sdt")]
    assert tags[0] == "beeld: logo"
    assert "adres" in tags


@pytest.mark.parametrize(
    ("oud", "nieuw", "melding"),
    [
        ("? Contact :: {{ contact }}", "- {{ contact }}", "alleen feiten"),
        ("{{ voorblad }}", "Losse regel\n\n{{ voorblad }}", "een linker- en een rechterhelft"),
    ],
)
def test_wat_niet_op_het_voorblad_of_in_de_rand_past(vragenlijst, brontekst, oud, nieuw, melding):
    hoofd, _, bron = brontekst.partition("-->")
    assert oud in bron
    with pytest.raises(SourceError, match=melding) as fout:
        build_sjabloon(vragenlijst, f"{hoofd}-->{bron.replace(oud, nieuw, 1)}", naam="plan.md")
    assert str(fout.value).startswith("plan.md, regel ")
