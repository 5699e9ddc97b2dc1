from __future__ import annotations

import pytest

from uitvoeringsplan.errors import UitvoerError
from uitvoeringsplan.tasks.as_text import als_tekst
from uitvoeringsplan.tasks.make_example import make_example


def test_een_word_bestand_als_regels(work_folder):
    text = als_tekst(make_example(work_folder).word)
    assert text.startswith("# Uitvoeringsplan polarisatie")
    assert "\n## " in text
    assert text.endswith("\n")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"geen zip", "geen Word-bestand", id="tekst"),
        pytest.param(b"PK\3\4 kapot", "geen Word-bestand", id="kapot"),
        pytest.param(b"\xd0\xcf\x11\xe0" + b"x" * 600, "wachtwoord", id="oud of versleuteld"),
    ],
)
def test_wat_niet_te_lezen_is_wordt_een_regel(work_folder, data, why):
    """git would give up the whole difference when a file cannot be shown."""
    path = work_folder / "x.docx"
    path.write_bytes(data)
    text = als_tekst(path)
    assert why in text
    assert text.count("\n") == 1


def test_niets_is_niets(work_folder):
    assert als_tekst(work_folder / "weg.docx") == ""
    (work_folder / "leeg.docx").write_bytes(b"")
    assert als_tekst(work_folder / "leeg.docx") == ""
    with pytest.raises(UitvoerError, match="een map"):
        als_tekst(work_folder)
