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


def start_system(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("name", "dutch"),
    [
        ("ENOSPC", "de schijf is vol"),
        ("EIO", "de schijf of de verbinding ermee is gestoord"),
        ("EROFS", "deze schijf is alleen-lezen"),
        ("ENAMETOOLONG", "de naam is te lang"),
    ],
)
def test_de_gewone_redenen(name, dutch):
    assert reason(start_system(getattr(errno, name))) == dutch


@pytest.mark.parametrize("name", [name for name in _REASONS if hasattr(errno, name)])
def test_geen_enkele_reden_is_nog_engels(name):
    error = start_system(getattr(errno, name))
    assert error.strerror not in reason(error)
    assert reason(error) == _REASONS[name]


def test_een_zeldzame_reden_en_een_eigen_tekst_blijven_staan():
    assert reason(start_system(errno.EDOM)) == os.strerror(errno.EDOM)
    assert (
        reason(OSError(errno.EINVAL, "dit is geen gewoon bestand")) == "dit is geen gewoon bestand"
    )
    assert reason(OSError("zonder nummer")) == "zonder nummer"


@pytest.mark.parametrize(
    ("functie", "perform"),
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
def test_elke_plek_zegt_het_in_het_nederlands(tmp_path, monkeypatch, functie, perform):
    real = os.open
    (tmp_path / "x").write_bytes(b"wat er te lezen is")

    def failed(path, *rest):
        # The lock of a plan stands elsewhere, and is not what fails here.
        if tmp_path in Path(path).parents:
            raise start_system(errno.EIO)
        return real(path, *rest)

    if functie == "open":
        monkeypatch.setattr(os, "open", failed)
    else:
        monkeypatch.setattr(Path, functie, failed)
    with pytest.raises(UitvoeringsplanError, match="de schijf of de verbinding ermee is gestoord"):
        perform(tmp_path)
