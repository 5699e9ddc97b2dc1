"""Names and text of WordprocessingML for the rules: what lxml sees, in few words."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from uitvoeringsplan.ooxml.names import R, W

Element = Any  # lxml gives its elements no useful static type

_UIT = ("0", "false", "off")


@lru_cache(maxsize=256)
def w(naam: str) -> str:
    """Return a name in the namespace of WordprocessingML, as lxml writes it."""
    return f"{{{W}}}{naam}"


def r(naam: str) -> str:
    """Return a name in the namespace of relationships, as lxml writes it."""
    return f"{{{R}}}{naam}"


def waarde(element: Element | None, naam: str = "val") -> str:
    """Return an attribute in namespace w, empty when it or its element is absent."""
    return "" if element is None else element.get(w(naam), "")


def staat_aan(element: Element | None) -> bool:
    """Whether an on/off element is there and does not say no."""
    return element is not None and waarde(element) not in _UIT


@lru_cache(maxsize=256)  # the rules ask for the same few paths for every paragraph
def pad(*namen: str) -> str:
    """Return a path of names in namespace w, for `find`."""
    return "/".join(w(naam) for naam in namen)


def tekst_van(element: Element) -> str:
    """Return the visible text, without field codes; a new paragraph is a new line."""
    delen: list[str] = []
    for kind in element.iter(w("t"), w("tab"), w("br"), w("p")):
        if kind.tag == w("t"):
            delen.append(kind.text or "")
        elif kind.tag == w("p"):
            delen.extend("\n" if delen else "")
        elif kind.getparent().tag == w("r"):  # a tab stop in the properties is not text
            delen.append("\t" if kind.tag == w("tab") else "\n")
    return "".join(delen)
