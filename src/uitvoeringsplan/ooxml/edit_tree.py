"""Parts of a package as trees that may be changed, for what is made on request only.

The document itself is spliced as bytes, so that what the program does not know stays as it was.
The copy that LibreOffice gets and the document with comments are working copies.
"""

from __future__ import annotations

from typing import Any

from uitvoeringsplan.ooxml.names import W

Element = Any  # lxml gives its elements no useful static type


def lees_deel(data: bytes) -> Element:
    """Return the root of a part."""
    from lxml import etree  # noqa: PLC0415 - only who asks for such a copy waits for it

    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def schrijf_deel(boom: Element) -> bytes:
    """Return a part as bytes."""
    from lxml import etree  # noqa: PLC0415

    data: bytes = etree.tostring(boom, xml_declaration=True, encoding="UTF-8", standalone=True)
    return data


def w(naam: str) -> str:
    """Return a name in the namespace of WordprocessingML."""
    return f"{{{W}}}{naam}"


def el(naam: str, *kinderen: Element, **kenmerken: str) -> Element:
    """Return a new element with its children and attributes in namespace w."""
    from lxml import etree  # noqa: PLC0415

    element = etree.Element(w(naam), {w(k): v for k, v in kenmerken.items()}, nsmap={"w": W})
    element.extend(kinderen)
    return element
