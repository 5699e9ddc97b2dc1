"""The kind of a control in which something changed; LibreOffice itself is asked elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from independent_reader import NS, Gelezen
from uitvoeringsplan.word.tracked.tracked_document import write_tracked

if TYPE_CHECKING:
    from uitvoeringsplan.model.plan import Plan

_KIND = (
    "name(//w:sdt[w:sdtPr/w:tag/@w:val='{}']/w:sdtPr/*[self::w:text or self::w:richText"
    " or self::w:date or self::w:docPartObj or self::w:dropDownList])"
)


def kinds(data: bytes, tag: str, part: str = "word/document.xml") -> str:
    """Return what the first control with this tag is; empty when it is of no kind."""
    return Gelezen(data).trees[part].xpath(_KIND.format(tag), namespaces=NS).removeprefix("w:")


def tracked(lijst, sjabloon, old: Plan, new: Plan) -> bytes:
    return write_tracked(sjabloon, lijst, old, new, auteur="A", datum="2027-01-01T00:00:00Z")


def test_als_er_iets_veranderde_staat_elk_antwoord_in_een_bouwsteen(builder, small):
    """What did not change is read beside it: its bold and its links must be there too."""
    old, new = (builder.plan(eerste=text, tweede="- c") for text in ("a b", "a"))
    data = tracked(builder.lijst, small, old, new)
    assert [kinds(data, tag) for tag in ("eerste", "tweede")] == ["docPartObj"] * 2
    same = tracked(builder.lijst, small, new, new)
    assert [kinds(same, tag) for tag in ("eerste", "tweede")] == [""] * 2


def test_een_veld_dat_leeg_blijft_houdt_zijn_soort(builder, small):
    old, new = builder.plan(eerste="a"), builder.plan(eerste="b")
    assert kinds(tracked(builder.lijst, small, old, new), "tweede") == ""


def test_een_veranderd_gegeven_in_een_zin_is_geen_platte_tekst_meer(builder):
    line = f"<w:p>{builder.line('gemeente')}{builder.line('datum')}</w:p>"
    sjabloon = builder.open(builder.docx(builder.block("eerste"), builder.block("tweede"), line))
    old, new = (builder.plan({"gemeente": name, "datum": "2027-01-01"}) for name in ("Ee", "Ie"))
    data = tracked(builder.lijst, sjabloon, old, new)
    assert kinds(data, "gemeente") == ""
    assert kinds(data, "datum") == "text"


@pytest.mark.parametrize("kind", ["richText", "text", "date", "dropDownList"])
def test_wat_het_veld_in_een_vreemd_sjabloon_was_geldt_dan_niet(builder, kind):
    block = builder.block("eerste").replace("</w:sdtPr>", f"<w:{kind}/></w:sdtPr>")
    sjabloon = builder.open(builder.docx(block, builder.block("tweede"), "<w:p/>"))
    old, new = builder.plan(eerste="a"), builder.plan(eerste="b")
    assert kinds(tracked(builder.lijst, sjabloon, old, new), "eerste") == "docPartObj"
    # The template stays as it is, for the next document that is made with it.
    assert kinds(tracked(builder.lijst, sjabloon, new, new), "eerste") == kind


def test_ook_in_een_koptekst(builder):
    line = f"<w:p>{builder.line('gemeente')}</w:p>"
    sjabloon = builder.open(builder.pack(builder.with_header(line)))
    old, new = (builder.plan({"gemeente": name}) for name in ("Ee", "Ie"))
    data = tracked(builder.lijst, sjabloon, old, new)
    assert kinds(data, "gemeente", "word/kop.xml") == ""
    assert kinds(tracked(builder.lijst, sjabloon, new, new), "gemeente", "word/kop.xml") == "text"
