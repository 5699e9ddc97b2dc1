from __future__ import annotations

import stat
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


@pytest.fixture
def editor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], Path]:
    """Make an editor that does this with `pad`, and let it be the one of the user."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))

    def make(doet: str, name: str = "mijn-editor") -> Path:
        script = tmp_path / name
        script.write_text(
            f"#!{sys.executable}\nimport pathlib, sys\npad = pathlib.Path(sys.argv[-1])\n{doet}\n",
            "utf-8",
        )
        script.chmod(stat.S_IRWXU)
        monkeypatch.setenv("VISUAL", str(script))
        return script

    return make
