"""Reads every attack in a process of its own, and tells what came of it and what it took."""

from __future__ import annotations

import json
import resource
import socket
import sys
import time
from pathlib import Path

from uitvoeringsplan.errors import SjabloonError
from uitvoeringsplan.model.uitgave import openbaar_deel
from uitvoeringsplan.storage.vindplaats import find_vragen
from uitvoeringsplan.storage.vragenbestand import load_vragenlijst
from uitvoeringsplan.word.terug.lezen import lees_terug


def verboden(*_: object, **__: object) -> None:
    raise AssertionError("een bestand van buiten mag het netwerk niet op")


def _piek() -> float:
    """Return the most memory used, in MB; the number of getrusage starts at that of our parent."""
    status = Path("/proc/self/status")
    if status.exists():
        regels = status.read_text("ascii").splitlines()
        return next(int(r.split()[1]) for r in regels if r.startswith("VmHWM:")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (2 * 2**30, 2 * 2**30))
    socket.socket.connect = verboden
    lijst = openbaar_deel(load_vragenlijst(find_vragen()))
    for naam, pad in zip(sys.argv[1::2], sys.argv[2::2], strict=True):
        data = Path(pad).read_bytes()
        begin = time.process_time()
        try:
            terug = lees_terug(data, "terug.docx", lijst)
            uitkomst = {"gelezen": {k: v.tekst[:80] for k, v in terug.antwoorden.items()},
                        "bedenkingen": [b.melding for b in terug.bedenkingen][:3]}  # fmt: skip
        except SjabloonError as fout:
            uitkomst = {"geweigerd": str(fout)}
        duur = time.process_time() - begin
        piek = _piek()
        regel = json.dumps({"naam": naam, "duur": duur, "piek": piek, **uitkomst})
        sys.stdout.write(f"{regel}\n")


if __name__ == "__main__":
    main()
