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
_MAX_BREEDTE = 88
_NARROWEST = 16  # columns that a text gets at least, however narrow its place
_KLEUR = re.compile(KLEUR)
# A word, or a command between back quotes, which is copied in one go.
_WOORD = re.compile(r"(?:`(?:uitvoeringsplan|git) [^`\n]*`|[^ ])+")
# What is copied: an address, a path, a command, the name of a file. A colour is no text.
_HEEL = re.compile(r"[/\\@`\x1b]|\.[A-Za-z]{2,5}\b")
# What the lines that follow are indented by: a point, the box and the count of a part, a question
# that is open.
_TEKEN = re.compile(r" *(?:- |\d{1,3}\. |\[[ x]\] (?:\d+/\d+  )?|open (?=\S+: ))")
# A line of a file, and the caret below the sign in it that is wrong.
_BESTANDSREGEL = re.compile(r"^(\d+ \| .*)\n( *\^)$", re.MULTILINE)
_VERDER = "…"  # beside a line of a file that is shown in part


def columns_of(tekst: str) -> int:
    """Return how many columns a text takes.

    An accent takes none, a sign of East Asia or an emoji two; neither do colours of ours.
    """
    if tekst.isascii() and "\x1b" not in tekst:
        return len(tekst)
    return sum(map(columns_of_sign, _KLEUR.sub("", tekst)))


def columns_of_sign(teken: str) -> int:
    """Return how many columns one sign takes."""
    if unicodedata.category(teken) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(teken) in "WF" else 1


def hanging_indent(regel: str, ruimte: int, hang: int = 0) -> int:
    """Return how far the lines that follow are indented: never so far that a word has to break.

    By default as far as what the line starts with.
    """
    teken = _TEKEN.match(regel)
    begin = len(teken[0]) if teken else len(regel) - len(regel.lstrip(" "))
    woorden = (columns_of(woord) for woord in _WOORD.findall(regel))
    langste = max((breed for breed in woorden if breed <= ruimte), default=0)
    return min(hang or begin, ruimte - langste)


def line_slices(regel: str, ruimte: int, hang: int, begin: int = 0) -> list[tuple[int, int]]:
    """Return which signs of a line stand on each line of the screen, as slices.

    `begin` and `hang` are the columns that are taken already, on the first line and on the others.
    """
    uit: list[tuple[int, int]] = []
    vanaf, einde, gebruikt = 0, 0, begin
    for woord in _WOORD.finditer(regel):
        tussen, breed = woord.start() - einde, columns_of(woord[0])
        is_vol = gebruikt + tussen + breed > ruimte
        # Behind a sign alone, a word that is longer than every line need not start on the next.
        if einde and is_vol and (breed <= ruimte - hang or gebruikt + tussen > hang):
            uit.append((vanaf, einde))
            vanaf, gebruikt, tussen = woord.start(), hang, 0
        gebruikt += tussen + breed
        einde = woord.end()
        if gebruikt > ruimte and not _HEEL.search(woord[0]):
            gebruikt -= breed
            for plek in range(woord.start(), woord.end()):
                breed = columns_of_sign(regel[plek])
                if gebruikt + breed > ruimte and plek > vanaf:
                    uit.append((vanaf, plek))
                    vanaf, gebruikt = plek, hang
                gebruikt += breed
    uit.append((vanaf, einde))
    return uit


def wrap_line(regel: str, kolommen: int, marge: str = "", hang: int = 0) -> list[str]:
    """Return one line as the lines that it takes, each behind `marge`, the others by `hang`."""
    if len(marge) + columns_of(regel) <= kolommen:
        return [f"{marge}{regel}".rstrip(" ")]
    ruimte = max(_NARROWEST, kolommen - len(marge))
    hang = hanging_indent(regel, ruimte, hang)
    kern = regel.lstrip(" ")
    regel = " " * min(len(regel) - len(kern), hang) + kern
    eerste, *rest = line_slices(regel, ruimte, hang)
    inspringing = marge + " " * hang
    return [
        marge + regel[slice(*eerste)],
        *(inspringing + regel[van:tot] for van, tot in rest),
    ]


def fit_text(tekst: str, kolommen: int) -> str:
    """Return a text of which every line fits on a screen of so many columns.

    What is alone on its line to be copied stays one line. Of a line of a file with a caret below it
    the part is shown that the caret points at.
    """
    uit: list[str] = []
    for regel in _BESTANDSREGEL.sub(lambda m: _around_caret(m[1], m[2], kolommen), tekst).split(
        "\n"
    ):
        uit += [regel] if _is_whole(regel) else wrap_line(regel, kolommen)
    return "\n".join(uit)


def _is_whole(regel: str) -> bool:
    """Whether a line has to stay one: a command of ours, or a path or an address alone."""
    return re.match(r"uitvoeringsplan [a-z-]+(?: |$)|^ *\S+$", regel) is not None


def _around_caret(regel: str, wijzer: str, kolommen: int) -> str:
    """Return the part of a line of a file that its caret points at, and the caret."""
    marge = regel.index("| ") + 2
    plek, tekst = len(wijzer) - 1 - marge, regel[marge:]
    ruimte = max(_NARROWEST, kolommen - marge - 1)  # the caret may stand behind the last sign
    if len(tekst) <= ruimte:
        return f"{regel}\n{wijzer}"
    vanaf = max(0, min(plek - ruimte // 2, len(tekst) - ruimte))
    stuk = tekst[vanaf : vanaf + ruimte]
    if vanaf:
        stuk = f"{_VERDER}{stuk[1:]}"
    if vanaf + ruimte < len(tekst):
        stuk = f"{stuk[:-1]}{_VERDER}"
    return f"{regel[:marge]}{stuk}\n{' ' * (marge + plek - vanaf)}^"


def text_width() -> int:
    """Return the number of columns to write in: those of the window, but never very long lines."""
    import shutil  # noqa: PLC0415 - loads four ways to compress, and a pipe has no window

    # A Windows console starts a new line as soon as the last column is filled.
    venster = shutil.get_terminal_size((80, 24)).columns - (os.name == "nt")
    return max(20, min(_MAX_BREEDTE, venster))


def wrap_text(tekst: str, kolommen: int, marge: str = "") -> str:
    """Return a text folded to the width; its own line ends and points stay, and so do addresses."""
    return "\n".join(
        deel for regel in tekst.split("\n") for deel in wrap_line(regel, kolommen, marge)
    )


def shorten(tekst: str, kolommen: int) -> str:
    """Return a text that takes no more columns than this, with … where something is left out."""
    if columns_of(tekst) <= kolommen:
        return tekst
    while tekst and columns_of(tekst) >= kolommen:
        tekst = tekst[:-1]
    return tekst.rstrip() + "…"


def with_path(zin: str, pad: object, kolommen: int) -> str:
    """Return a sentence and the path that it is about, whole so that it can be copied."""
    return f"{wrap_text(zin, kolommen)}\n{pad}" if pad else wrap_text(zin, kolommen)


def progress_bar(gedaan: int, totaal: int, lengte: int = BAR_LENGTH) -> str:
    """Return `[#######.............] 7/20`; only ASCII, so that every console can show it."""
    vol = lengte * gedaan // totaal if totaal else lengte
    return f"[{'#' * vol}{'.' * (lengte - vol)}] {gedaan}/{totaal}"
