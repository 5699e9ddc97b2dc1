"""What is made ready when the wheel is built, so that a run need not make it: see `READY`."""

from __future__ import annotations

import importlib
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# Of every module in `uitvoeringsplan/built/`: the function that returns its source.
READY = {
    "command_table": "uitvoeringsplan.commands.table_maker:make_module",
    "question_set": "uitvoeringsplan.tasks.ready_made:make_question_set",
    "ready_templates": "uitvoeringsplan.tasks.ready_made:make_ready_templates",
}


class CustomBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """Puts `uitvoeringsplan/built/` in the wheel; a clone does without."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the modules before the wheel is put together."""
        if version == "editable":
            return
        sys.path.insert(0, str(Path(self.root) / "src"))
        self.made = Path(tempfile.mkdtemp())
        for name, target in READY.items():
            module, _, function = target.partition(":")
            self._write(name, getattr(importlib.import_module(module), function)())
        self._write("__init__", '"""Made when the wheel was built; see `hatch_build.py`."""\n')
        build_data["force_include"][str(self.made)] = "uitvoeringsplan/built"

    def finalize(self, version: str, *_: object) -> None:
        """Remove them when the wheel is there."""
        if version != "editable":
            shutil.rmtree(self.made)

    def _write(self, name: str, source: str) -> None:
        (self.made / f"{name}.py").write_text(source, encoding="utf-8")
