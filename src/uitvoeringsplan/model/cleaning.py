"""Cleaning text once, at the door; after that every text comes back exactly.

What cleaning does, in this order:

1. halves of a surrogate pair are joined; a lone half becomes U+FFFD;
2. every line end (CRLF, CR, NEL, LS, PS, VT, FF) becomes a line feed;
3. a tab becomes four spaces; the byte order mark, the other control characters and
   noncharacters go;
4. Unicode NFC;
5. blanks (space, no-break space) at the end of a line, and empty lines at both ends, go.

The result can be written as a YAML literal block, in Word XML and on a terminal alike, and
cleaning it again changes nothing.
"""

from __future__ import annotations

import re
import unicodedata

# Patterns that few texts ask for, and that take long to compile; `re` keeps them.
_LINE_END = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    f"{chr(surface + 0xFFFE)}{chr(surface + 0xFFFF)}" for surface in range(0, 0x110000, 0x10000)
)
# One look tells whether there may be something to clean. Beyond U+1FFFD, where noncharacters are
# few and far between, one wide range makes that look eight times as fast.
_TO_CLEAN = (
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001fffe-\U0010ffff]"
)
# Control characters and the byte order mark.
_INVISIBLE = f"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufeff{_NONCHARACTERS}]"


def is_plain(text: str) -> bool:
    """Whether a text has only signs that can be seen, spaces and line feeds, as nearly all have.

    Then there is no control character in it, no half of a pair and no noncharacter.
    """
    return text.replace("\n", "").isprintable()


def clean(text: str) -> str:
    """Return `text` cleaned by the rules of this module (idempotent)."""
    if not is_plain(text) and re.search(_TO_CLEAN, text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        text = re.sub(_LINE_END, "\n", text).replace("\t", "    ")
        text = re.sub(_INVISIBLE, "", text)
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    if " \n" in text or "\u00a0\n" in text:
        # Line by line: a pattern for trailing blanks would be quadratic on a long run of spaces.
        text = "\n".join(line.rstrip(" \u00a0") for line in text.split("\n"))
    return text.rstrip(" \u00a0").strip("\n")


def one_line(text: str) -> str:
    """Return the cleaned text on one line, for fields that hold no paragraphs."""
    if not (text.isascii() and text.isprintable()):  # else there is nothing but spaces to clean
        text = clean(text)
    return " ".join(text.split())


def needs_cleaning(text: str) -> bool:
    """Whether cleaning changes more than line ends and the empty lines around a text.

    Other line ends, and the one that a shell or an editor puts at the end, are no news to anyone.
    """
    return clean(text) != text.replace("\r\n", "\n").strip("\n")


def fold(text: str) -> str:
    """Return a text without capitals and accents: Unicode 15, 3.13 (folding), 3.6 (marks)."""
    los = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in los if not unicodedata.combining(sign))


def typed_name(name: str) -> str:
    """Return the name of a file as it is typed in a command, between quotes when it has to be."""
    if re.fullmatch(r"[\w@%+=:,./\\~-]+", name):
        return name
    if re.search('["$`!]', name):  # a shell of Unix would do something with these
        return "'" + name.replace("'", "'\"'\"'") + "'"
    return f'"{name}"'


def typed_command(command: str, *words: object) -> str:
    """Return a command of ours as it is typed, with every argument as one word."""
    return " ".join(["uitvoeringsplan", command, *(typed_name(str(word)) for word in words)])
