"""Which editor a user has, how it is started, and whether it stays until they are done."""

from __future__ import annotations

import os
import re
import shlex
import shutil
from typing import TYPE_CHECKING

from uitvoeringsplan.errors import TekstprogrammaError
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTINGS = ("VISUAL", "EDITOR")
_DEFAULTS = ("editor", "nano", "pico", "vi", "emacs")
# They have the terminal to themselves, so they end when the user is done.
_STAYING = frozenset({
    "ed", "emacs", "helix", "hx", "jed", "joe", "kak", "mcedit", "micro", "nano", "ne", "nvim",
    "pico", "vi", "vim",
})  # fmt: skip
# What makes a program that hands the file to its window wait for it, as its makers say.
_WAITING = {
    "atom": "--wait",
    "bbedit": "--wait",
    "code": "--wait",
    "code-insiders": "--wait",
    "codium": "--wait",
    "cursor": "--wait",
    "gedit": "--wait",
    "gvim": "-f",
    "kate": "--block",
    "mate": "-w",
    "mvim": "-f",
    "notepad++": "-multiInst -nosession",
    "open": "-W -n -t",
    "subl": "--wait",
    "zed": "--wait",
}
_EXAMPLES = (
    "`code --wait` (VS Code), `subl --wait`, `gedit --wait`, `kate --block`, `gvim -f` of"
    " `notepad++ -multiInst -nosession`"
)


class TextEditor(NamedTuple):
    """An editor: the command that starts it, to which the path of a file is added."""

    command: tuple[str, ...]

    @property
    def name(self) -> str:
        """Its name, as a user knows it."""
        return _stem(self.command[0])

    @property
    def is_staying(self) -> bool:
        """Whether it is known to end only when the user is done; no editor of its own says so."""
        return bool(_STAYING & {self.name, _stem(os.path.realpath(self.command[0]))})

    @property
    def advies(self) -> str:
        """How it can be made to wait; in general, when this one is not known."""
        option = _WAITING.get(self.name)
        if option is None:
            return f"Met een van deze instellingen in VISUAL wacht ik vanzelf: {_EXAMPLES}."
        if set(option.split()) <= set(self.command):
            return ""
        return f"Zet in VISUAL `{self.name} {option}`, dan wacht ik vanzelf tot je klaar bent."


def find_text_editor(environment: Mapping[str, str], system: str) -> TextEditor:
    """Return the editor that VISUAL or EDITOR names, or else the one that a system has.

    Raises TekstprogrammaError when there is none, or when the setting is wrong: another one than
    the user chose would be a surprise.
    """
    path = environment.get("PATH")
    for setting in _SETTINGS:
        if value := environment.get(setting, "").strip():
            return TextEditor(_parse(setting, value, path, system))
    for name in ("notepad",) if system == "win32" else _DEFAULTS:
        if found := shutil.which(name, path=path):
            return TextEditor((found,))
    raise TekstprogrammaError(
        "Hier is geen tekstprogramma gevonden. Zet er een in VISUAL of EDITOR, bijvoorbeeld"
        f" {_EXAMPLES}."
    )


def _parse(setting: str, value: str, path: str | None, system: str) -> tuple[str, ...]:
    try:
        words = _windows_words(value) if system == "win32" else shlex.split(value)
    except ValueError:
        raise TekstprogrammaError(
            f"De aanhalingstekens in {setting} kloppen niet: {value}"
            "\nZet ze om een pad met spaties heen, aan beide kanten."
        ) from None
    # A path with blanks in it may stand there without quotation marks, arguments behind it or not.
    parts = value.split(" ")
    bare = [(" ".join(parts[:i]), *parts[i:]) for i in range(len(parts), 0, -1)]
    for program, *arguments in ([words] if words else []) + bare:
        if found := shutil.which(os.path.expanduser(program), path=path):  # noqa: PTH111 - no path yet
            return (found, *arguments)
    raise TekstprogrammaError(
        f"“{words[0] if words else value}” (uit {setting}) is niet te vinden. Verbeter {setting},"
        f" bijvoorbeeld met {_EXAMPLES}."
    )


def _windows_words(value: str) -> list[str]:
    """Return the words of a Windows command: a backslash is only a backslash."""
    if value.count('"') % 2:
        raise ValueError(value)
    return [word.replace('"', "") for word in re.findall(r'(?:[^\s"]|"[^"]*")+', value)]


def _stem(program: str) -> str:
    """Return `vim` for `/usr/bin/vim.basic`, and `code` for `C:/bin/code.CMD`."""
    return re.split(r"[\\/]", program)[-1].lower().partition(".")[0]
