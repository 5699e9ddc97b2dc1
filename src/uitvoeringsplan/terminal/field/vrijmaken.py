"""Keys to which the library gives a meaning of Emacs that nobody here expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from prompt_toolkit.key_binding import KeyBindings, KeyPressEvent

# Some of them wipe out a line, or show a sign that was never typed. Source: `load_key_bindings`.
_LIBRARY = (
    "c-@", "c-a", "c-b", "c-e", "c-f", "c-g", "c-k", "c-l", "c-n", "c-o", "c-p", "c-q", "c-r",
    "c-t", "c-u", "c-v", "c-w", "c-x", "c-y", "c-z", "c-\\", "c-]", "c-^", "c-_", "c-up",
    "c-down", "s-delete", "s-insert", "c-insert", "insert", "tab", "s-tab",
)  # fmt: skip


def unbind_library(toetsen: KeyBindings) -> None:
    """Let them do nothing. What is bound behind this has a meaning again."""
    for key in _LIBRARY:
        # Eager, as the library knows what begins with Ctrl+X and would wait for more.
        toetsen.add(key, eager=key == "c-x")(_nothing)


def _nothing(_event: KeyPressEvent) -> None:
    """Do nothing."""
