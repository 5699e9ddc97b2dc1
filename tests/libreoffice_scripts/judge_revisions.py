"""Run by a Python that has `uno`: accepts and rejects all changes in files, in LibreOffice.

Usage: judge_revisions.py PIPE FILE...; writes FILE.aan.docx and FILE.ver.docx, and a line for each.
"""

from __future__ import annotations

import pathlib
import sys

from uno_connection import bewaar, kantoor, open_document

_OPDRACHTEN = (("aan", "AcceptAllTrackedChanges"), ("ver", "RejectAllTrackedChanges"))


def _aantal(document) -> int:
    wijzigingen = document.getRedlines().createEnumeration()
    aantal = 0
    while wijzigingen.hasMoreElements():
        wijzigingen.nextElement()
        aantal += 1
    return aantal


def main() -> None:
    with kantoor(sys.argv[1]) as (context, bureau):
        doener = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        for naam in sys.argv[2:]:
            pad = pathlib.Path(naam)
            for kort, opdracht in _OPDRACHTEN:
                document = open_document(bureau, pad)
                gezien = _aantal(document)
                venster = document.getCurrentController().getFrame()
                doener.executeDispatch(venster, f".uno:{opdracht}", "", 0, ())
                over = _aantal(document)
                doel = pad.with_suffix(f".{kort}.docx")
                bewaar(document, doel)
                sys.stdout.write(f"{doel.name}\t{gezien}\t{over}\n")


main()
