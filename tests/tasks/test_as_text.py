from __future__ import annotations

import pytest

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.tasks.as_text import als_tekst
from uitvoeringsplan.tasks.make_example import make_example


def test_een_word_bestand_als_regels(werkmap):
    tekst = als_tekst(make_example(werkmap).word)
    assert tekst.startswith("# Uitvoeringsplan polarisatie")
    assert "\n## " in tekst
    assert tekst.endswith("\n")


@pytest.mark.parametrize(
    ("data", "waarom"),
    [
        pytest.param(b"geen zip", "geen Word-bestand", id="tekst"),
        pytest.param(b"PK\3\4 kapot", "geen Word-bestand", id="kapot"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"x" * 600, "wachtwoord", id="oud of versleuteld"),
    ],
)
def test_wat_niet_te_lezen_is_wordt_een_regel(werkmap, data, waarom):
    """git would give up the whole difference when a file cannot be shown."""
    pad = werkmap / "x.docx"
    pad.write_bytes(data)
    tekst = als_tekst(pad)
    assert waarom in tekst
    assert tekst.count("\n") == 1


def test_niets_is_niets(werkmap):
    assert als_tekst(werkmap / "weg.docx") == ""
    (werkmap / "leeg.docx").write_bytes(b"")
    assert als_tekst(werkmap / "leeg.docx") == ""
    with pytest.raises(UitvoerError, match="een map"):
        als_tekst(werkmap)
