"""A box to tick: its state, and the sign of that in its own font."""

from __future__ import annotations

from field_samples import KINDS, answers, filled, main_part, revised

from independent_reader import w
from uitvoeringsplan.ooxml.names import W14

CHECKED = f"{{{W14}}}checked"


def test_stand_en_teken_horen_bij_elkaar():
    content, vraag, answer, _ = KINDS["vakje"]
    root = main_part(filled(content, [vraag], {"akkoord": answer})[0])
    assert next(root.iter(CHECKED)).get(f"{{{W14}}}val") == "1"
    run = next(one for one in root.iter(w("r")) if one.findtext(w("t")) == "☒")
    assert run.find(f"{w('rPr')}/{w('rFonts')}").get(w("ascii")) == "MS Gothic"


def test_een_teken_van_een_symboolfont_blijft_een_plaats_in_dat_font():
    content, vraag, answer, _ = KINDS["vakje-wingdings"]
    root = main_part(filled(content, [vraag], {"akkoord": answer})[0])
    assert dict(next(root.iter(w("sym"))).attrib) == {w("font"): "Wingdings", w("char"): "F0FE"}


def test_wie_een_vakje_leeg_maakt_zegt_nee_en_andere_woorden_worden_niet_stil_gelezen():
    content, vraag, answer, _ = KINDS["vakje"]
    data, lijst, _ = filled(content, [vraag], {"akkoord": answer})
    for typed, expected in (("☐", "nee"), ("☑", "ja"), ("misschien", "misschien")):

        def change(root, typed=typed):
            next(one for one in root.iter(w("t")) if one.text == "☒").text = typed

        assert answers(revised(data, change), lijst)["akkoord"] == expected
