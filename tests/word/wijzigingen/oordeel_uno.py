"""Run by a Python that has `uno`: accepts and rejects all changes in files, in LibreOffice.

Usage: oordeel_uno.py PIPE FILE...; writes FILE.aan.docx and FILE.ver.docx, and a line for each.
"""

from __future__ import annotations

import contextlib
import pathlib
import sys
import time

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

_OPDRACHTEN = (("aan", "AcceptAllTrackedChanges"), ("ver", "RejectAllTrackedChanges"))


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


def _aantal(document) -> int:
    wijzigingen = document.getRedlines().createEnumeration()
    aantal = 0
    while wijzigingen.hasMoreElements():
        wijzigingen.nextElement()
        aantal += 1
    return aantal


def _waarde(naam: str, waarde: object) -> PropertyValue:
    return PropertyValue(naam, 0, waarde, 0)


def main() -> None:
    context = _verbind(sys.argv[1])
    diensten = context.ServiceManager
    bureau = diensten.createInstanceWithContext("com.sun.star.frame.Desktop", context)
    doener = diensten.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
    for naam in sys.argv[2:]:
        pad = pathlib.Path(naam).resolve()
        for kort, opdracht in _OPDRACHTEN:
            document = bureau.loadComponentFromURL(
                pad.as_uri(), "_blank", 0, (_waarde("Hidden", True),)
            )
            gezien = _aantal(document)
            venster = document.getCurrentController().getFrame()
            doener.executeDispatch(venster, f".uno:{opdracht}", "", 0, ())
            over = _aantal(document)
            doel = pad.with_suffix(f".{kort}.docx")
            document.storeToURL(doel.as_uri(), (_waarde("FilterName", "MS Word 2007 XML"),))
            document.close(True)
            sys.stdout.write(f"{doel.name}\t{gezien}\t{over}\n")
    with contextlib.suppress(DisposedException):  # it may be gone before it can say so
        bureau.terminate()


main()
