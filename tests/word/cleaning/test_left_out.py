"""What the user reads of what was left out."""

from __future__ import annotations

import pytest

from uitvoeringsplan.word.cleaning.left_out import _ZINNEN, LeftOut


def test_niets_is_geen_zin():
    assert LeftOut().zinnen() == ()


@pytest.mark.parametrize("kind", _ZINNEN)
def test_een_en_meer_van_elke_soort(kind):
    report = LeftOut()
    report.meld(kind)
    one, more = _ZINNEN[kind]
    assert report.zinnen() == (f"Uit het sjabloon gaat niet mee:\n- {one}",)
    report.meld(kind)
    assert report.zinnen() == (f"Uit het sjabloon gaat niet mee:\n- {more.format(2)}",)


def test_soorten_staan_in_de_volgorde_waarin_ze_gevonden_zijn():
    report = LeftOut()
    for kind in ("object", "opmerking", "object"):
        report.meld(kind)
    assert report.zinnen()[0].split("\n- ")[1:] == [
        "2 ingesloten bestanden (de plaatjes ervan blijven)", "een opmerking",
    ]  # fmt: skip


def test_verborgen_tekst_wordt_kort_genoemd():
    report = LeftOut()
    for text in ("een", "een", "twee", "", "x" * 40, "y" * 41, "vijf"):
        report.meld("verborgen", text)
    assert report.zinnen() == (
        "Uit het sjabloon gaat niet mee:\n- 7 verborgen teksten (“een”, “twee”,"
        f" “{'x' * 40}” en nog 2)",
    )
    short = LeftOut()
    short.meld("verborgen", "y" * 41)
    assert short.zinnen()[0].endswith(f"(“{'y' * 39}…”)")


def test_een_afbeelding_die_niet_na_te_kijken_is():
    report = LeftOut()
    report.unseen("word/media/image1.wmf")
    report.unseen("word/media/image2.wmf")
    (zin,) = report.zinnen()
    assert "word/media/image1.wmf, word/media/image2.wmf. Sla ze op als PNG" in zin
