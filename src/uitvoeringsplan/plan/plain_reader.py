"""Reads a plan in the form in which we write it, line by line, without loading YAML.

That form (`yamltext.yaml_writer`) is simple: keys at the margin or two columns in, a value on their
line, or a block of lines four columns in. Anything else, and anything that could be read in another
way, is left to `yamltext.yaml_tree`; so is whatever has an error in it, for that knows its place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

_AT_MARGIN = ("soort", "vragenlijst")
_MARGIN = "  "  # before a key in a group
_COMMENT = ("#", f"{_MARGIN}#")
_BLOCK = "    "  # before every line of a block


def read_plain(
    text: str, groups: Mapping[str, Container[str]]
) -> tuple[dict[str, str], dict[str, dict[str, str]]] | None:
    """Return the values at the margin, and those in each group; None when YAML has to look.

    `groups` holds the keys that may stand in each group. A block ends without line ends.
    """
    if "\t" in text:
        return None
    margin: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    here = margin
    allowed: Container[str] = ()
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line or line.startswith(_COMMENT):  # deeper, it would be a line of an empty block
            continue
        in_group, key, value = _split(line)
        if not in_group and not value and key in groups and key not in found:
            here = found[key] = {}
            allowed = groups[key]
            continue
        if not in_group:
            here, allowed = margin, _AT_MARGIN
        if key not in allowed or key in here:
            return None
        if value == " |" and in_group:
            end = _block_end(lines, at)
            read = _read_block(lines[at:end])
            at = end
        else:
            read = _read_value(value[1:])
        if read is None:
            return None
        here[key] = read
        allowed = allowed if in_group else ()
    return margin, found


def _split(line: str) -> tuple[bool, str, str]:
    """Return whether a line stands in a group, its key, and what is behind the colon.

    What has no plain key gets an empty one, which nothing has.
    """
    in_group = line.startswith(_MARGIN)
    key, colon, value = line[len(_MARGIN) * in_group :].partition(":")
    return in_group, key if colon and value[:1] in ("", " ") else "", value


def _block_end(lines: list[str], at: int) -> int:
    while at < len(lines) and (not lines[at] or lines[at].startswith(_BLOCK)):
        at += 1
    return at


def _read_block(lines: list[str]) -> str | None:
    """Return the text of a block; None when its margin is not plainly four columns."""
    text = "\n".join(line[len(_BLOCK) :] for line in lines).rstrip("\n")
    has_blanks = any(line.isspace() for line in lines)
    return None if has_blanks or text[:1] in (" ", "\n") else text


def _read_value(value: str) -> str | None:
    """Return what stands behind a key on its line; None when it is no plain word or quotation."""
    if value[:1] == "'" == value[-1:] and len(value) > 1:
        inside = value[1:-1].replace("''", "\0")
        return None if "'" in inside else inside.replace("\0", "'")
    is_plain = value[:1].isalnum() and not value.endswith((" ", ":"))
    if value and (not is_plain or ": " in value or " #" in value):
        return None
    return value
