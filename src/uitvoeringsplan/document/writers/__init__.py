"""A document that was read, in the formats that we write ourselves, and its metadata.

A format is one module here with a function that writes it, and one line in `WRITERS`.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from uitvoeringsplan.model.document import Document
    from uitvoeringsplan.model.huisstijl import Huisstijl

#: By the end of a file name, the module here and its function.
WRITERS = {
    "md": ("markdown", "write_markdown"),
    "html": ("html", "write_html"),
}


def write(name: str, document: Document, huisstijl: Huisstijl | None) -> bytes:
    """Return a document in one of the formats of `WRITERS`; loads only what that one needs."""
    module, function = WRITERS[name]
    text: str = getattr(import_module(f"{__package__}.{module}"), function)(document, huisstijl)
    return text.encode()
