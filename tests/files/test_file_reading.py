from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from handwritten_plans import LIJST
from uitvoeringsplan.errors import UitvoeringsplanError
from uitvoeringsplan.files.file_reading import _REASONS, reden
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.files.word_file import bewaar_word, lees_word
from uitvoeringsplan.git.git_setup import Aanvulling
from uitvoeringsplan.plan.planbestand import nieuw_planbestand
from uitvoeringsplan.plan.saving import bewaar_nieuw
from uitvoeringsplan.tasks.make_example import maak_voorbeeld


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
    assert reden(van_systeem(getattr(errno, naam))) == nederlands


@pytest.mark.parametrize("naam", [naam for naam in _REASONS if hasattr(errno, naam)])
def test_geen_enkele_reden_is_nog_engels(naam):
    fout = van_systeem(getattr(errno, naam))
    assert fout.strerror not in reden(fout)
    assert reden(fout) == _REASONS[naam]


def test_een_zeldzame_reden_en_een_eigen_tekst_blijven_staan():
    assert reden(van_systeem(errno.EDOM)) == os.strerror(errno.EDOM)
    assert (
        reden(OSError(errno.EINVAL, "dit is geen gewoon bestand")) == "dit is geen gewoon bestand"
    )
    assert reden(OSError("zonder nummer")) == "zonder nummer"


@pytest.mark.parametrize(
    ("functie", "doe"),
    [
        ("open", lambda map_: bewaar_nieuw(nieuw_planbestand(map_ / "x.plan.yaml", LIJST, {}))),
        ("open", lambda map_: bewaar_word(map_ / "x.docx", b"x")),
        ("open", lambda map_: Aanvulling(map_ / ".gitignore", ("a",)).schrijf()),
        ("open", maak_voorbeeld),
        ("read_bytes", lambda map_: lees_bytes(map_ / "x")),
        ("read_bytes", lambda map_: lees_word(map_ / "x")),
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
