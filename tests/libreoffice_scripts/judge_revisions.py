"""Run by a Python that has `uno`: accepts and rejects all changes in files, in LibreOffice.

Usage: judge_revisions.py PIPE FILE...; writes FILE.aan.docx and FILE.ver.docx, and a line for each.
"""

from __future__ import annotations

import pathlib
import sys

from uno_connection import kantoor, open_document, save

_COMMANDS = (("aan", "AcceptAllTrackedChanges"), ("ver", "RejectAllTrackedChanges"))


def _count(document) -> int:
    wijzigingen = document.getRedlines().createEnumeration()
    count = 0
    while wijzigingen.hasMoreElements():
        wijzigingen.nextElement()
        count += 1
    return count


def main() -> None:
    with kantoor(sys.argv[1]) as (context, desk):
        doener = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.DispatchHelper", context
        )
        for name in sys.argv[2:]:
            path = pathlib.Path(name)
            for short, command in _COMMANDS:
                document = open_document(desk, path)
                seen = _count(document)
                window = document.getCurrentController().getFrame()
                doener.executeDispatch(window, f".uno:{command}", "", 0, ())
                over = _count(document)
                target = path.with_suffix(f".{short}.docx")
                save(document, target)
                sys.stdout.write(f"{target.name}\t{seen}\t{over}\n")


main()
