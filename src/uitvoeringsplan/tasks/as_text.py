"""`als-tekst`: a Word file as lines, for `git diff`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from uitvoeringsplan.document.reader import read_document
from uitvoeringsplan.document.writers.markdown import write_markdown
from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.files.word_file import load_word
from uitvoeringsplan.ooxml.gate import let_in
from uitvoeringsplan.ooxml.package import write_package

if TYPE_CHECKING:
    from pathlib import Path


def als_tekst(path: Path) -> str:
    """Return what a Word file says; of one that cannot be read, why, as one line.

    git gives up a whole `git diff` when a file cannot be shown. Raises BestandError.
    """
    data = load_word(path)
    if not data:  # git shows an absent file as an empty one
        return ""
    try:
        package = let_in(data, path.name).package
        return write_markdown(
            read_document(write_package(list(package.members.values())), path.name)
        )
    except SjabloonError as error:
        return f"({error})\n"
