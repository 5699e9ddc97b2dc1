"""Pages: their setup, the headers and footers they share, and the title page."""

from __future__ import annotations

import re

import pytest
from template_reader import (
    W,
    tag_of,
    text,
    value,
)

from uitvoeringsplan.maker.build import build_sjabloon
from uitvoeringsplan.maker.looks import A4_LONG, A4_SHORT, MARGIN_LYING
from uitvoeringsplan.maker.source import SourceError
from uitvoeringsplan.ooxml.names import R


def test_elke_koptekst_zegt_of_het_plan_een_concept_is(parts):
    headers = [part for name, part in parts.items() if name.startswith("word/header")]
    assert len(headers) == 2
    for kop in headers:
        lines = {
            around_line: (text(sdt), {tag.get(f"{W}val") for tag in sdt.iter(f"{W}tag")})
            for sdt in kop
            if (around_line := tag_of(sdt))
        }
        assert lines == {
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


def test_elke_tekst_kent_het_voorvoegsel_van_links_en_plaatjes(parts):
    """A reader may ask for it without looking whether there are any."""
    texts = [name for name in parts if re.match(r"word/(document|header|footer)", name)]
    assert len(texts) == 5
    for name in texts:
        assert parts[name].nsmap.get("r") == R, name


def test_staande_en_liggende_bladzijden(parts):
    sections = list(parts["word/document.xml"].iter(f"{W}sectPr"))
    sizes = [section.find(f"{W}pgSz") for section in sections]
    portrait = {(str(A4_SHORT), str(A4_LONG), None)}
    landscape = {(str(A4_LONG), str(A4_SHORT), "landscape")}
    found = {tuple(size.get(W + name) for name in ("w", "h", "orient")) for size in sizes}
    assert found == portrait | landscape
    for section, size in zip(sections, sizes, strict=True):
        ligt = size.get(f"{W}orient") is not None
        assert (section.find(f"{W}pgMar").get(f"{W}top") == str(MARGIN_LYING)) is ligt
    # Only the first is a title page, without a header.
    assert [section.find(f"{W}titlePg") is not None for section in sections] == [
        True, *[False] * (len(sections) - 1),
    ]  # fmt: skip


def test_secties_van_een_stand_delen_kop_en_voet(parts):
    per_stand: dict[bool, set[tuple[str, str]]] = {}
    for section in parts["word/document.xml"].iter(f"{W}sectPr"):
        ligt = section.find(f"{W}pgSz").get(f"{W}orient") is not None
        ids = (section[0].values()[-1], section[1].values()[-1])
        per_stand.setdefault(ligt, set()).add(ids)
    assert [len(ids) for ids in per_stand.values()] == [1, 1]
    assert per_stand[True].isdisjoint(per_stand[False])


def test_kop_en_voet_hebben_de_stijl_van_de_breedte_van_hun_bladzijde(parts):
    styles = [
        {value(p, "pPr/pStyle") for p in parts[name].iter(f"{W}p")}
        for name in sorted(parts)
        if name.startswith(("word/footer", "word/header"))
    ]
    assert styles == [
        {"Footer"}, {"UvpVoettekstLiggend"}, {"Header"}, {"UvpKoptekstLiggend"},
    ]  # fmt: skip


def test_het_voorblad_van_boven_naar_beneden(parts, vragenlijst):
    body = parts["word/document.xml"][0]
    paragraphs = list(body.iter(f"{W}p"))[:5]
    styles = [value(p, "pPr/pStyle") for p in paragraphs]
    assert styles == [None, "UvpBalk", "Title", "Subtitle", "UvpPeriode"]
    assert text(paragraphs[2]) == vragenlijst.titel
    tags = [tag_of(sdt) for sdt in body.iterchildren(f"{W}sdt")]
    assert tags[0] == "beeld: logo"
    assert "adres" in tags


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("? Contact :: {{ contact }}", "- {{ contact }}", "alleen feiten"),
        ("{{ voorblad }}", "Losse regel\n\n{{ voorblad }}", "een linker- en een rechterhelft"),
    ],
)
def test_wat_niet_op_het_voorblad_of_in_de_rand_past(vragenlijst, source_text, old, new, message):
    head, _, source = source_text.partition("-->")
    assert old in source
    with pytest.raises(SourceError, match=message) as error:
        build_sjabloon(vragenlijst, f"{head}-->{source.replace(old, new, 1)}", name="plan.md")
    assert str(error.value).startswith("plan.md, regel ")
