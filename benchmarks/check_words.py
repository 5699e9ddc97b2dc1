"""Checks that Word files hold the words of every answer: nobody may be fast by doing less.

`check_words.py SJABLOON MAP PLAN...` looks at each plan whose file is in the folder, and asks for
the answers that the template has a place for.
"""

from __future__ import annotations

import re
import sys
import zipfile
from typing import TYPE_CHECKING

from floor import W, read_plan, tag_of, target_of
from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_ADDRESS = re.compile(r"\]\([^)]*\)")  # of a link; not every program writes it as text
_WORD = re.compile(r"[^\W\d_]+")  # a date or a number may be written out


def words(text: str) -> str:
    """Return the words of a text with a space around each."""
    return f" {' '.join(_WORD.findall(_ADDRESS.sub(' ', text)))} "


def read_document(path: Path) -> etree._Element:
    """Return the main part of a Word file."""
    with zipfile.ZipFile(path) as file:
        return etree.fromstring(file.read("word/document.xml"))


def document_words(document: etree._Element) -> str:
    """Return all words, of paragraph after paragraph."""
    paragraphs = ("".join(_texts(paragraph)) for paragraph in document.iter(W + "p"))
    return words("\n".join(paragraphs))


def _texts(paragraph: etree._Element) -> Iterator[str]:
    for piece in paragraph.iter(W + "t", W + "br", W + "tab"):
        yield piece.text or " "


def missing(values: dict[str, str], tags: set[str], document: etree._Element) -> list[str]:
    """Return the lines and cells whose words are not there, one after another."""
    found = document_words(document)
    pieces = (piece for tag in tags & values.keys() for piece in re.split(r"[\n|]", values[tag]))
    return [piece.strip() for piece in pieces if words(piece).strip() and words(piece) not in found]


def main(sjabloon: Path, folder: str, *plannen: str) -> None:
    """End with a message at the first file that lacks something."""
    blocks = (c for c in read_document(sjabloon).iter(W + "sdt") if c.getparent().tag != W + "p")
    tags = {tag_of(control) for control in blocks} - {""}
    for plan in plannen:
        path = target_of(plan, folder)
        if lacking := missing(read_plan(plan), tags, read_document(path)):
            sys.exit(f"in {path.name} staat niet: {lacking[0]} (en {len(lacking) - 1} meer)")


if __name__ == "__main__":
    main(*sys.argv[1:])
