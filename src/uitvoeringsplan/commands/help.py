"""The help of a command: in Dutch, and in a window of any width.

What it says comes from what Typer knows of the command (`Recorder`); how it looks is decided here.
"""

from __future__ import annotations

import contextlib
import re

from uitvoeringsplan.terminal.wrapping import text_width, wrap_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    # A heading, or none; a text of paragraphs; and names with what they do.
    Block = tuple[str, str, tuple[tuple[str, str], ...]]
    # Usage first, then what the command does, its arguments and options, and what comes last.
    Page = tuple[Block, ...]

_HEADINGS = {"Arguments": "Argumenten", "Options": "Opties", "Commands": "Opdrachten"}
_MARGIN = "  "  # before everything but the usage and the headings
_GAP = 2  # columns between a name and what it does
_WIDEST_NAME = 30  # columns; of a longer one the explanation starts below it
_NARROWEST_TEXT = 30  # columns; with less, every explanation starts below its name
_HANG = 4  # columns that what goes on below is indented by


class Recorder:
    """What Typer writes help with: keeps what it says, to be shown at any width."""

    width = 10_000  # columns; Typer would cut what a command does to fit

    def __init__(self, **_width: object) -> None:
        self.blocks: list[Block] = []
        self._heading = ""

    def write_usage(self, prog: str, args: str = "") -> None:
        """Keep how the command is typed."""
        self.blocks.append(("", " ".join(f"Gebruik: {prog} {args}".split()), ()))

    def write_paragraph(self) -> None:
        """Do nothing: there is an empty line between blocks already."""

    def indentation(self) -> contextlib.AbstractContextManager[None]:
        """Do nothing: where a block starts is known."""
        return contextlib.nullcontext()

    def write_text(self, text: str) -> None:
        """Keep what a command does, or what comes last."""
        self.blocks.append(("", text, ()))

    @contextlib.contextmanager
    def section(self, name: str) -> Iterator[None]:
        """Keep the heading of the names that are written in this block."""
        self._heading = _HEADINGS.get(name, name)
        yield
        self._heading = ""

    def write_dl(self, rows: Sequence[tuple[str, str]]) -> None:
        """Keep names with what they do."""
        dutch = tuple((name, _translate(text)) for name, text in rows)
        self.blocks.append((self._heading, "", dutch))

    def getvalue(self) -> str:
        """Return the help as it is shown here and now."""
        return render(tuple(self.blocks))


def render(page: Page) -> str:
    """Return help in lines that fit in the window, folded at words."""
    columns = text_width()
    usage, *others = page
    blocks = [wrap_line(usage[1], columns, "", _HANG)]
    for heading, text, rows in others:
        lines = [f"{heading}:"] if heading else []
        for place, paragraph in enumerate(text.split("\n\n") if text else ()):
            lines += [""] if place else []
            lines += wrap_line(" ".join(paragraph.split()), columns, _MARGIN)
        blocks.append(lines + _beside_each_other(rows, columns))
    return "\n\n".join("\n".join(lines) for lines in blocks)


def _beside_each_other(rows: Sequence[tuple[str, str]], columns: int) -> list[str]:
    """Return names with what they do, beside each other or in a narrow window below."""
    widest = min(_WIDEST_NAME, max((len(name) for name, _ in rows), default=0)) + _GAP
    is_narrow = columns - len(_MARGIN) - widest < _NARROWEST_TEXT
    indent = _HANG if is_narrow else widest
    lines: list[str] = []
    for name, text in rows:
        if is_narrow or len(name) + _GAP > widest:
            lines += wrap_line(name, columns, _MARGIN)
            lines += wrap_line(text, columns, _MARGIN + " " * indent)
        else:
            lines += wrap_line(f"{name:<{widest}}{text}", columns, _MARGIN, indent)
    return lines


def _translate(text: str) -> str:
    text = text.replace("[required]", "[verplicht]")
    return re.sub(r"\[default: \(?(.*?)\)?\]", r"[standaard: \1]", text)
