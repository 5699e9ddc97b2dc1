"""How a script that LibreOffice's own Python runs gets at LibreOffice."""

from __future__ import annotations

import contextlib
import time
from typing import TYPE_CHECKING

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

if TYPE_CHECKING:
    import pathlib


@contextlib.contextmanager
def kantoor(pijp: str):
    """Yield the context and the desktop of the LibreOffice behind a pipe, and end it after that."""
    context = _verbind(pijp)
    bureau = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    yield context, bureau
    with contextlib.suppress(DisposedException):  # it may be gone before it can say so
        bureau.terminate()


def open_document(bureau, pad: pathlib.Path):
    return bureau.loadComponentFromURL(
        pad.resolve().as_uri(), "_blank", 0, (_waarde("Hidden", True),)
    )


def bewaar(document, pad: pathlib.Path) -> None:
    """Save a document as a Word file, and close it."""
    document.storeToURL(pad.resolve().as_uri(), (_waarde("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def _verbind(pijp: str):
    hier = uno.getComponentContext()
    zoeker = hier.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", hier
    )
    einde = time.monotonic() + 60
    while True:
        try:
            return zoeker.resolve(f"uno:pipe,name={pijp};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > einde:
                raise
            time.sleep(0.25)  # a program that is starting says nothing


def _waarde(naam: str, waarde: object) -> PropertyValue:
    return PropertyValue(naam, 0, waarde, 0)
