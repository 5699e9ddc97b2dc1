"""Reads a template: its controls, and what stands in and around them."""

from __future__ import annotations

import re

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def inhoudsdelen(delen):
    """Return the parts that somebody reads."""
    return [
        deel for naam, deel in delen.items() if re.match(r"word/(document|header|footer)", naam)
    ]


def waarde(element, pad):
    """Return the `w:val` at a path, or None when there is none."""
    gevonden = element.find("/".join(W + stap for stap in pad.split("/")))
    return None if gevonden is None else gevonden.get(f"{W}val")


def tekst(element):
    return "".join(t.text or "" for t in element.iter(f"{W}t"))


def tag_van(sdt) -> str:
    return waarde(sdt, "sdtPr/tag") or ""


def besturingen(delen):
    """Return the controls that hold an answer or a field."""
    return [
        sdt
        for deel in inhoudsdelen(delen)
        for sdt in deel.iter(f"{W}sdt")
        if tag_van(sdt) and not tag_van(sdt).startswith(("als: ", "beeld: ", "adres"))
    ]


def om(sdt) -> list[str]:
    """Return the conditions of the parts that an element stands in, the outermost first."""
    tags = [tag_van(ouder) for ouder in sdt.iterancestors(f"{W}sdt")]
    return [tag.removeprefix("als: ") for tag in reversed(tags) if tag.startswith("als: ")]


def antwoordplekken(delen):
    return [sdt for sdt in besturingen(delen) if sdt.find(f"{W}sdtPr/{W}text") is None]
