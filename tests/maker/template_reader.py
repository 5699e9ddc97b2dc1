"""Reads a template: its controls, and what stands in and around them."""

from __future__ import annotations

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def inhoudsdelen(parts):
    """Return the parts that somebody reads."""
    return [
        part for name, part in parts.items() if re.match(r"word/(document|header|footer)", name)
    ]


def value(element, path):
    """Return the `w:val` at a path, or None when there is none."""
    found = element.find("/".join(W + stap for stap in path.split("/")))
    return None if found is None else found.get(f"{W}val")


def text(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def tag_of(sdt) -> str:
    return value(sdt, "sdtPr/tag") or ""


def controls(parts):
    """Return the controls that hold an answer or a field."""
    return [
        sdt
        for part in inhoudsdelen(parts)
        for sdt in part.iter(f"{W}sdt")
        if tag_of(sdt) and not tag_of(sdt).startswith(("als: ", "beeld: ", "adres"))
    ]


def around(sdt) -> list[str]:
    """Return the conditions of the parts that an element stands in, the outermost first."""
    tags = [tag_of(parent) for parent in sdt.iterancestors(f"{W}sdt")]
    return [tag.removeprefix("als: ") for tag in reversed(tags) if tag.startswith("als: ")]


def antwoordplekken(parts):
    return [sdt for sdt in controls(parts) if sdt.find(f"{W}sdtPr/{W}text") is None]
