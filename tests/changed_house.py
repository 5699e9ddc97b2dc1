"""A house of which a few lines of source are others, in a process of its own.

That shows what follows a change by itself: what is worked out from those lines when a module is
loaded is worked out anew, as it would be for who changes them in the source.
"""

from __future__ import annotations

import importlib.util
import json
import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_TESTS = Path(__file__).resolve().parent
_SEARCHED = (_TESTS, _TESTS / "terminal", _TESTS / "terminal" / "field")
_CHANGES, _OUTCOME = "changes.json", "outcome.json"


def outcome_of(walk: str, changes: Mapping[str, Iterable[tuple[str, str]]], folder: Path) -> Any:
    """Return what `alles` of the test module `walk` finds in a house with other lines.

    `changes` holds by module what stands there once and what stands there instead.
    """
    (folder / _CHANGES).write_text(json.dumps(changes), "utf-8")
    paths = [*map(str, _SEARCHED), *sys.path]
    ran = subprocess.run(
        [sys.executable, __file__, walk, str(folder)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert not ran.returncode, ran.stderr
    return json.loads((folder / _OUTCOME).read_text("utf-8"))


def _load_changed(name: str, changes: Iterable[tuple[str, str]]) -> None:
    assert name not in sys.modules
    spec = importlib.util.find_spec(name)
    source = Path(spec.origin).read_text("utf-8")
    for was, becomes in changes:
        assert source.count(was) == 1, (name, was)
        source = source.replace(was, becomes)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    exec(compile(source, spec.origin, "exec"), module.__dict__)  # noqa: S102 - our own source
    parent, _, own = name.rpartition(".")
    setattr(sys.modules[parent], own, module)


if __name__ == "__main__":
    where = Path(sys.argv[2])
    for module_name, lines in json.loads((where / _CHANGES).read_text("utf-8")).items():
        _load_changed(module_name, lines)
    found = import_module(sys.argv[1]).everything(where)
    (where / _OUTCOME).write_text(json.dumps(found), "utf-8")
