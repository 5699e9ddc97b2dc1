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
    desk = context.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    yield context, desk
    with contextlib.suppress(DisposedException):  # it may be gone before it can say so
        desk.terminate()


def open_document(desk, path: pathlib.Path):
    return desk.loadComponentFromURL(
        path.resolve().as_uri(), "_blank", 0, (_value("Hidden", True),)
    )


def save(document, path: pathlib.Path) -> None:
    """Save a document as a Word file, and close it."""
    document.storeToURL(path.resolve().as_uri(), (_value("FilterName", "MS Word 2007 XML"),))
    document.close(True)


def _verbind(pijp: str):
    here = uno.getComponentContext()
    zoeker = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    end = time.monotonic() + 60
    while True:
        try:
            return zoeker.resolve(f"uno:pipe,name={pijp};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > end:
                raise
            time.sleep(0.25)  # a program that is starting says nothing


def _value(name: str, value: object) -> PropertyValue:
    return PropertyValue(name, 0, value, 0)
