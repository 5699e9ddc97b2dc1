"""Lines that fit: where a line of text goes on below, measured in the columns of a screen.

A word that fits on a line is never broken, and of a longer one only what nobody has to copy. What
belongs together stays together: a command of ours, a path, an address. Colours take no room.
"""

from __future__ import annotations

import os
import re
import unicodedata

from uitvoeringsplan.terminal.visible import KLEUR

BAR_LENGTH = 20
_MAX_WIDTH = 88
_NARROWEST = 16  # columns that a text gets at least, however narrow its place
_KLEUR = re.compile(KLEUR)
# A word, or a command between back quotes, which is copied in one go.
_WORD = re.compile(r"(?:`(?:uitvoeringsplan|git) [^`\n]*`|[^ ])+")
# What is copied: an address, a path, a command, the name of a file. A colour is no text.
_HEEL = re.compile(r"[/\\@`\x1b]|\.[A-Za-z]{2,5}\b")
# What the lines that follow are indented by: a point, the box and the count of a part, a question
# that is open.
_SIGN = re.compile(r" *(?:- |\d{1,3}\. |\[[ x]\] (?:\d+/\d+  )?|open (?=\S+: ))")
# A line of a file, and the caret below the sign in it that is wrong.
_FILE_LINE = re.compile(r"^(\d+ \| .*)\n( *\^)$", re.MULTILINE)
_FURTHER = "…"  # beside a line of a file that is shown in part


def columns_of(text: str) -> int:
    """Return how many columns a text takes.

    An accent takes none, a sign of East Asia or an emoji two; neither do colours of ours.
    """
    if text.isascii() and "\x1b" not in text:
        return len(text)
    return sum(map(columns_of_sign, _KLEUR.sub("", text)))


def columns_of_sign(sign: str) -> int:
    """Return how many columns one sign takes."""
    if unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def hanging_indent(line: str, space: int, hang: int = 0) -> int:
    """Return how far the lines that follow are indented: never so far that a word has to break.

    By default as far as what the line starts with.
    """
    sign = _SIGN.match(line)
    start = len(sign[0]) if sign else len(line) - len(line.lstrip(" "))
    words = (columns_of(word) for word in _WORD.findall(line))
    longest = max((width for width in words if width <= space), default=0)
    return min(hang or start, space - longest)


def line_slices(line: str, space: int, hang: int, start: int = 0) -> list[tuple[int, int]]:
    """Return which signs of a line stand on each line of the screen, as slices.

    `start` and `hang` are the columns that are taken already, on the first line and on the others.
    """
    result: list[tuple[int, int]] = []
    since, end, used = 0, 0, start
    for word in _WORD.finditer(line):
        between, width = word.start() - end, columns_of(word[0])
        is_full = used + between + width > space
        # Behind a sign alone, a word that is longer than every line need not start on the next.
        if end and is_full and (width <= space - hang or used + between > hang):
            result.append((since, end))
            since, used, between = word.start(), hang, 0
        used += between + width
        end = word.end()
        if used > space and not _HEEL.search(word[0]):
            used -= width
            for place in range(word.start(), word.end()):
                width = columns_of_sign(line[place])
                if used + width > space and place > since:
                    result.append((since, place))
                    since, used = place, hang
                used += width
    result.append((since, end))
    return result


def wrap_line(line: str, kolommen: int, margin: str = "", hang: int = 0) -> list[str]:
    """Return one line as the lines that it takes, each behind `margin`, the others by `hang`."""
    if len(margin) + columns_of(line) <= kolommen:
        return [f"{margin}{line}".rstrip(" ")]
    space = max(_NARROWEST, kolommen - len(margin))
    hang = hanging_indent(line, space, hang)
    core = line.lstrip(" ")
    line = " " * min(len(line) - len(core), hang) + core
    first, *rest = line_slices(line, space, hang)
    indent = margin + " " * hang
    return [
        margin + line[slice(*first)],
        *(indent + line[start:end] for start, end in rest),
    ]


def fit_text(text: str, kolommen: int) -> str:
    """Return a text of which every line fits on a screen of so many columns.

    What is alone on its line to be copied stays one line. Of a line of a file with a caret below it
    the part is shown that the caret points at.
    """
    result: list[str] = []
    for line in _FILE_LINE.sub(lambda m: _around_caret(m[1], m[2], kolommen), text).split("\n"):
        result += [line] if _is_whole(line) else wrap_line(line, kolommen)
    return "\n".join(result)


def _is_whole(line: str) -> bool:
    """Whether a line has to stay one: a command of ours, or a path or an address alone."""
    return re.match(r"uitvoeringsplan [a-z-]+(?: |$)|^ *\S+$", line) is not None


def _around_caret(line: str, pointer: str, kolommen: int) -> str:
    """Return the part of a line of a file that its caret points at, and the caret."""
    margin = line.index("| ") + 2
    place, text = len(pointer) - 1 - margin, line[margin:]
    space = max(_NARROWEST, kolommen - margin - 1)  # the caret may stand behind the last sign
    if len(text) <= space:
        return f"{line}\n{pointer}"
    since = max(0, min(place - space // 2, len(text) - space))
    run = text[since : since + space]
    if since:
        run = f"{_FURTHER}{run[1:]}"
    if since + space < len(text):
        run = f"{run[:-1]}{_FURTHER}"
    return f"{line[:margin]}{run}\n{' ' * (margin + place - since)}^"


def text_width() -> int:
    """Return the number of columns to write in: those of the window, but never very long lines."""
    import shutil  # noqa: PLC0415 - loads four ways to compress, and a pipe has no window

    # A Windows console starts a new line as soon as the last column is filled.
    window = shutil.get_terminal_size((80, 24)).columns - (os.name == "nt")
    return max(20, min(_MAX_WIDTH, window))


def wrap_text(text: str, kolommen: int, margin: str = "") -> str:
    """Return a text folded to the width; its own line ends and points stay, and so do addresses."""
    return "\n".join(
        part for line in text.split("\n") for part in wrap_line(line, kolommen, margin)
    )


def shorten(text: str, kolommen: int) -> str:
    """Return a text that takes no more columns than this, with … where something is left out."""
    if columns_of(text) <= kolommen:
        return text
    while text and columns_of(text) >= kolommen:
        text = text[:-1]
    return text.rstrip() + "…"


def with_path(zin: str, path: object, kolommen: int) -> str:
    """Return a sentence and the path that it is about, whole so that it can be copied."""
    return f"{wrap_text(zin, kolommen)}\n{path}" if path else wrap_text(zin, kolommen)


def progress_bar(done: int, total: int, length: int = BAR_LENGTH) -> str:
    """Return `[#######.............] 7/20`; only ASCII, so that every console can show it."""
    full = length * done // total if total else length
    return f"[{'#' * full}{'.' * (length - full)}] {done}/{total}"


def window_rows() -> int:
    """Return how many lines the window has."""
    import shutil  # noqa: PLC0415 - as above

    return shutil.get_terminal_size((80, 24)).lines
