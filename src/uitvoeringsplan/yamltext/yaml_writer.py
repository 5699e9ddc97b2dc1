"""Text to YAML, in the one layout that reads well and merges well.

Every key stands under its own comment with a blank line before it, and an answer is always a
literal block, also when it is empty or one line. Two people who answer different questions on two
branches then never touch adjacent lines, which is what makes git's merge succeed.

PyYAML's own writer is not used: it falls back to escaped quotes for a tab or a trailing blank, and
it drops comments. Texts come in cleaned (`model.cleaning.clean`), so every line can stand as it is.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from uitvoeringsplan.model import velden

if TYPE_CHECKING:
    from collections.abc import Mapping

    from uitvoeringsplan.model.vraag import Vraag
    from uitvoeringsplan.model.vragenlijst import Vragenlijst

INDENT = 2

# A value that starts with a letter and holds nothing that YAML could read as a sign.
_PLAIN = re.compile(r"[^\W\d_][^\n:#]*(?:(?::(?=[^\s])|(?<=\S)#)[^\n:#]*)*")
# Words that some YAML reader takes for something other than text.
_NOT_TEXT = re.compile(r"y|n|yes|no|on|off|true|false|null|nan|inf", re.IGNORECASE)


def plain_value(text: str) -> str:
    """Return a text of one line as a YAML scalar; quoted when any reader could misread it."""
    if text == "":
        return ""
    if _PLAIN.fullmatch(text) and not _NOT_TEXT.fullmatch(text) and text == text.strip():
        return text
    if "\n" in text:
        return flow_value(text)
    return "'" + text.replace("'", "''") + "'"


def flow_value(text: str) -> str:
    """Return a text as a double-quoted scalar, the only form that fits between { and }."""
    return json.dumps(text, ensure_ascii=False)


def block_value(text: str, column: int) -> str:
    """Return a text as a literal block for a key in column `column` (from 0), without line end."""
    # Without the hint a reader would take the blanks of the first line for its margin.
    hint = str(INDENT) if text.startswith(" ") else ""
    margin = " " * (column + INDENT)
    lines = (margin + line if line else "" for line in text.split("\n") if text)
    return "\n".join([f"|{hint}", *lines])


def question_comment(vraag: Vraag, *, is_field: bool) -> str:
    """Return the comment above a key: unique in the file, so that git can tell places apart."""
    text = vraag.vraag if is_field else f"{vraag.label}: {vraag.vraag}"
    return "# " + " ".join(text.split())


def key_lines(vraag: Vraag, text: str, *, is_field: bool, column: int = INDENT) -> str:
    """Return comment, key and value of one question, without a line end."""
    margin = " " * column
    value = block_value(text, column) if vraag.type.is_block else plain_value(text)
    return (
        f"{margin}{question_comment(vraag, is_field=is_field)}\n{margin}{vraag.id}: {value}".rstrip(
            " "
        )
    )


def plan_text(
    vragenlijst: Vragenlijst, gegevens: Mapping[str, str], antwoorden: Mapping[str, str]
) -> str:
    """Return a whole project file with every key, in the order of the question set."""
    name = gegevens.get(velden.GEMEENTE) or ""
    title = f"{vragenlijst.titel}{', gemeente ' + name if name else ''}"
    version = vragenlijst.versie
    # The one number that stands bare: our reader takes it as text, as it does every value.
    version = version if version.isascii() and version.isdigit() else plain_value(version)
    parts = [
        f"# {' '.join(title.split())}\n"
        f"soort: {plain_value(vragenlijst.soort)}\n"
        f"vragenlijst: {version}\n",
        "gegevens:\n"
        + "\n\n".join(
            key_lines(field, gegevens.get(field.id, ""), is_field=True)
            for field in vragenlijst.gegevens
        )
        + "\n",
        "antwoorden:\n"
        + "\n\n".join(
            key_lines(vraag, antwoorden.get(vraag.id, ""), is_field=False)
            for vraag in vragenlijst.vragen
        )
        + "\n",
    ]
    return "\n".join(parts)
