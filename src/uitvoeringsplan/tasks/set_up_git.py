"""`git`: what makes git pleasant for plans, after asking, and all of it away again.

Only files of this repository change, and its own configuration. What others wrote in those files
stays as it is, a hook of somebody else too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.file_reading import load_bytes
from uitvoeringsplan.git.git_command import find_work_tree
from uitvoeringsplan.git.git_setup import (
    find_missing_lines,
    hook_lines,
    hooks_folder,
    list_files,
    merge_command,
    own_command,
    read_attribute,
    read_block,
    read_setting,
    show_command,
    with_block,
    write_file,
    write_setting,
)
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    # Asks whether something may be done; None: the user stops.
    Vrager = Callable[[str], bool | None]

WARNING = (
    "Let op: git bewaart ook wat je later weghaalt, dus schrijf in een plan niets over personen"
    " dat niet mag blijven bestaan."
)
ATTRIBUTES, NEGEER, BRACKET = ".gitattributes", ".gitignore", "pre-commit"
_DOCX, _PLAN = "uitvoeringsplan-docx", "uitvoeringsplan"
_SHOW_WORD = f"*.docx diff={_DOCX}"
_MERGE = f"*.plan.yaml merge={_PLAN}"
_KEYS = (
    f"diff.{_DOCX}.textconv", f"diff.{_DOCX}.xfuncname", f"merge.{_PLAN}.name",
    f"merge.{_PLAN}.driver",
)  # fmt: skip
_SH = "#!/bin/sh\n"


class SetupChange(NamedTuple):
    """One change: where, what in words, and how it is made."""

    where: str
    what: tuple[str, ...]
    perform: Callable[[], None]


class SetupStep(NamedTuple):
    """Changes that belong together, and what the user is asked about them."""

    vraag: str
    wijzigingen: tuple[SetupChange, ...]


class SetupOutcome(NamedTuple):
    """What was changed (or would be), what the user did not want, and what there is to say.

    `is_gestopt`: the user stopped, and was not asked about the rest.
    """

    done: tuple[SetupStep, ...]
    niet: tuple[SetupStep, ...]
    messages: tuple[str, ...]
    is_gestopt: bool = False


def set_up_git(
    folder: Path, vraag: Vrager, *, command: str = "", dry_run: bool = False
) -> SetupOutcome:
    """Set up git for the plans in a folder, step by step, each only when the user agrees.

    `vraag` returns None when the user stops. With `dry_run` nothing changes or is asked. What is
    there already is no step. Raises GitError and BestandError.
    """
    setup = _Setup(folder, command or own_command())
    outcome = _walk(setup.stappen(), vraag, dry_run=dry_run)
    messages = [*setup.messages, *([] if dry_run else setup.overruled()), WARNING]
    return outcome._replace(messages=tuple(messages))


def remove_setup(folder: Path, vraag: Vrager, *, dry_run: bool = False) -> SetupOutcome:
    """Take away everything that `set_up_git` ever set up in this repository."""
    return _walk(_Setup(folder, "").removal_steps(), vraag, dry_run=dry_run)


def _walk(steps: Iterable[SetupStep], vraag: Vrager, *, dry_run: bool) -> SetupOutcome:
    done: list[SetupStep] = []
    declined: list[SetupStep] = []
    for step in steps:
        if not step.wijzigingen:
            continue
        may = dry_run or vraag(step.vraag)
        if may is None:
            return SetupOutcome(tuple(done), tuple(declined), (), is_gestopt=True)
        if may:
            done.append(step)
            for change in () if dry_run else step.wijzigingen:
                change.perform()
        else:
            declined.append(step)
    return SetupOutcome(tuple(done), tuple(declined), ())


class _Setup:
    """Works out the steps, each from what there is when its turn comes."""

    def __init__(self, folder: Path, command: str) -> None:
        self._tree = find_work_tree(folder)
        self._folder = self._tree.top / self._tree.name
        self._command = command
        self.messages: list[str] = []

    def stappen(self) -> Iterator[SetupStep]:
        base = {addition.path.name: addition.lines for addition in find_missing_lines(self._folder)}
        yield SetupStep(
            "Mogen plannen op elke computer dezelfde regeleindes krijgen, en resten van een"
            " afgebroken keer bewaren buiten git blijven?",
            (
                *self._lines(NEGEER, base.get(NEGEER, ())),
                *self._lines(ATTRIBUTES, base.get(ATTRIBUTES, ())),
            ),
        )
        yield SetupStep(
            "Mag `git diff` van een Word-bestand de tekst laten zien?",
            (
                *self._lines(ATTRIBUTES, (_SHOW_WORD,)),
                *self._setting(_KEYS[0], show_command(self._command)),
                *self._setting(_KEYS[1], "^#+ .*$"),  # the heading above what changed
            ),
        )
        yield SetupStep(
            "Mag git een plan dat twee collega's veranderden zelf samenvoegen, per antwoord en met"
            " de punten? Wat botst, kies je zelf.",
            (
                *self._lines(ATTRIBUTES, (_MERGE,)),
                *self._setting(_KEYS[2], "plannen samenvoegen, met hun punten"),
                *self._setting(_KEYS[3], merge_command(self._command)),
            ),
        )
        yield SetupStep(
            "Mag git elk plan dat je vastlegt eerst laten nakijken? Een plan dat niet te lezen is,"
            " of met een nummer van een persoon, houdt het dan tegen.",
            tuple(self._hook()),
        )

    def removal_steps(self) -> Iterator[SetupStep]:
        names = list_files(self._tree, ATTRIBUTES, NEGEER)
        paths = dict.fromkeys([*(self._tree.top / name for name in names), *self._own()])
        hooks, own = hooks_folder(self._tree)
        if own:
            paths[hooks / BRACKET] = None
        yield SetupStep(
            "Mag alles weg wat `uitvoeringsplan git` hier heeft gezet?",
            (
                *(gone for path in paths for gone in self._without_block(path)),
                *(gone for key in _KEYS for gone in self._setting(key, None)),
            ),
        )

    def overruled(self) -> list[str]:
        """Return what to say of files for which another rule goes before ours."""
        out = []
        for name, pattern, line, value in (
            ("diff", "*.docx", _SHOW_WORD, _DOCX),
            ("merge", "*.plan.yaml", _MERGE, _PLAN),
        ):
            if line not in _text(self._folder / ATTRIBUTES):
                continue
            now = read_attribute(self._tree, name, list_files(self._tree, pattern))
            if different := [path for path, is_now in now.items() if is_now != value]:
                out.append(
                    f"Voor {len(different)} {'bestand' if len(different) == 1 else 'bestanden'},"
                    f" zoals {different[0]}, gaat een regel uit een andere {ATTRIBUTES} voor. Geef"
                    " `uitvoeringsplan git` ook in die map."
                )
        return out

    def _own(self) -> tuple[Path, Path]:
        return self._folder / ATTRIBUTES, self._folder / NEGEER

    def _lines(self, name: str, needed: Sequence[str]) -> Iterator[SetupChange]:
        path = self._folder / name
        present = _text(path).split("\n")
        missing = [line for line in needed if line not in present]
        if not missing:
            return
        data = _bytes(path) or b""
        # Of two lines about a file git follows the later: what is general comes first.
        every = [*read_block(data, path), *missing]
        own = [line for line in (_SHOW_WORD, _MERGE) if line in every]
        lines = [*(line for line in every if line not in own), *own]
        yield self._file(path, with_block(data, path, lines), [f"+ {line}" for line in missing])

    def _hook(self) -> Iterator[SetupChange]:
        hooks, own = hooks_folder(self._tree)
        path = hooks / BRACKET
        lines = hook_lines(self._command)
        how = f"Zet deze regels er zelf in om plannen te laten nakijken:\n{chr(10).join(lines)}"
        data = _bytes(path)
        if not own:
            self.messages.append(
                f"De haken van git staan in {hooks}, buiten deze map; daar verandert niets. {how}"
            )
        elif path.is_symlink() or (data is not None and not read_block(data, path)):
            self.messages.append(f"{path} is van iemand anders en blijft zoals het is. {how}")
        else:
            new = with_block(data or _SH.encode(), path, lines)
            if new != data or not os.access(path, os.X_OK):
                yield self._file(path, new, ["+ nakijken voor het vastleggen"], mode=0o755)

    def _without_block(self, path: Path) -> Iterator[SetupChange]:
        data = _bytes(path)
        if data is None or path.is_symlink() or not (lines := read_block(data, path)):
            return
        left: bytes | None = with_block(data, path, ())
        if left in (b"", _SH.encode()):
            left = None
        what = (
            ["- nakijken voor het vastleggen"]
            if path.name == BRACKET
            else [f"- {r}" for r in lines]
        )
        yield self._file(path, left, what)

    def _file(
        self, path: Path, data: bytes | None, what: Iterable[str], *, mode: int | None = None
    ) -> SetupChange:
        if path.is_symlink():
            raise BestandError(path, "dit is een snelkoppeling; git leest die hier niet.")
        return SetupChange(str(path), tuple(what), lambda: write_file(path, data, mode))

    def _setting(self, key: str, value: str | None) -> Iterator[SetupChange]:
        now = read_setting(self._tree, key)
        if now != ([] if value is None else [value]):
            what = f"- {key}" if value is None else f"+ {key} = {value}"
            yield SetupChange(
                "de instellingen van deze map (git config)",
                (what,),
                lambda: write_setting(self._tree, key, value),
            )


def _bytes(path: Path) -> bytes | None:
    return load_bytes(path) if os.path.lexists(path) else None


def _text(path: Path) -> str:
    lines = (_bytes(path) or b"").decode("utf-8", "replace").split("\n")
    return "\n".join(line.strip() for line in lines)
