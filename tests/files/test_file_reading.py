from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.files.file_reading import _REASONS, load_bytes, reason
from uitvoeringsplan.files.word_file import load_word, save_word
from uitvoeringsplan.git.git_setup import MissingLines
from uitvoeringsplan.plan.planbestand import new_planbestand
from uitvoeringsplan.plan.saving import save_new
from uitvoeringsplan.tasks.make_example import make_example


def van_systeem(nummer: int) -> OSError:
    return OSError(nummer, os.strerror(nummer))


@pytest.mark.parametrize(
    ("naam", "nederlands"),
    [
        ("ENOSPC", "de schijf is vol"),
        ("EIO", "de schijf of de verbinding ermee is gestoord"),
        ("EROFS", "deze schijf is alleen-lezen"),
        ("ENAMETOOLONG", "de naam is te lang"),
    ],
)
def test_de_gewone_redenen(naam, nederlands):
    assert reason(van_systeem(getattr(errno, naam))) == nederlands


@pytest.mark.parametrize("naam", [naam for naam in _REASONS if hasattr(errno, naam)])
def test_geen_enkele_reden_is_nog_engels(naam):
    fout = van_systeem(getattr(errno, naam))
    assert fout.strerror not in reason(fout)
    assert reason(fout) == _REASONS[naam]


def test_een_zeldzame_reden_en_een_eigen_tekst_blijven_staan():
    assert reason(van_systeem(errno.EDOM)) == os.strerror(errno.EDOM)
    assert (
        reason(OSError(errno.EINVAL, "dit is geen gewoon bestand")) == "dit is geen gewoon bestand"
    )
    assert reason(OSError("zonder nummer")) == "zonder nummer"


@pytest.mark.parametrize(
    ("functie", "doe"),
    [
        ("open", lambda map_: save_new(new_planbestand(map_ / "x.plan.yaml", LIJST, {}))),
        ("open", lambda map_: save_word(map_ / "x.docx", b"x")),
        ("open", lambda map_: MissingLines(map_ / ".gitignore", ("a",)).schrijf()),
        ("open", make_example),
        ("read_bytes", lambda map_: load_bytes(map_ / "x")),
        ("read_bytes", lambda map_: load_word(map_ / "x")),
    ],
    ids=["plan", "word", "git", "voorbeeld", "lezen", "word lezen"],
)
def test_elke_plek_zegt_het_in_het_nederlands(tmp_path, monkeypatch, functie, doe):
    echt = os.open
    (tmp_path / "x").write_bytes(b"wat er te lezen is")

    def mislukt(pad, *rest):
        # The lock of a plan stands elsewhere, and is not what fails here.
        if tmp_path in Path(pad).parents:
            raise van_systeem(errno.EIO)
        return echt(pad, *rest)

    if functie == "open":
        monkeypatch.setattr(os, "open", mislukt)
    else:
        monkeypatch.setattr(Path, functie, mislukt)
    with pytest.raises(UitvoeringsplanError, match="de schijf of de verbinding ermee is gestoord"):
        doe(tmp_path)
