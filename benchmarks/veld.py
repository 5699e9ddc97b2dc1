"""Measures the text field against the one of questionary that it came for, key by key in turn.

That one is run with the code of then (`OUD`), so this needs the history in git. Only ratios count.
"""

from __future__ import annotations

import argparse
import os
import pty
import random
import re
import select
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import termios
import time
from fcntl import ioctl
from pathlib import Path

OUD = "67ecdcb"
WORTEL = Path(__file__).resolve().parents[1]
PROGRAMMA = Path(__file__).with_name("veldprogramma.py")
MAAT = 20_000
# What a user does in ten keys; each is waited for until it is drawn.
TOETSEN = ("a", "b", " ", "c", "\x1b[A", "d", "e", "\x1b[B", "\x7f", "\x7f")
_MERK = re.compile(rb"\x1b\]777;(\d+)\x07")
_WOORDEN = (
    "de", "het", "een", "van", "en", "in", "op", "met", "voor", "gemeente", "wijkagent",
    "partners", "polarisatie", "jongerenwerk", "deskundigheidsbevordering", "signalen",
    "samenwerking", "afspraken", "coördinatie",
)  # fmt: skip


class Kind:
    """A program on a terminal of 80 by 24."""

    def __init__(self, opdracht: list[str], bron: Path, map_: str) -> None:
        self.begin = time.perf_counter()
        self.getekend = 0
        self.staart = b""
        self.pid, self.kant = pty.fork()
        if self.pid == 0:
            os.chdir(map_)
            os.environ.update(
                TERM="xterm-256color", PYTHONPATH=str(bron), UITVOERINGSPLAN_CONCEPTEN=map_
            )
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles it all
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execv(sys.executable, [sys.executable, *opdracht])

    def lees(self) -> bytes:
        """Return what it wrote; empty when nothing comes for a while."""
        if not select.select([self.kant], [], [], 20)[0]:
            raise TimeoutError(repr(self.staart[-300:]))
        data = os.read(self.kant, 65536)
        self.staart = (self.staart + data)[-4096:]
        if b"\x1b[6n" in data:  # where is the cursor? a terminal answers
            os.write(self.kant, b"\x1b[20;1R")
        for merk in _MERK.finditer(self.staart):
            self.getekend = int(merk[1])
        return data

    def toets(self, data: str, aantal: int = 1) -> float:
        """Press a key, and return the seconds until it is drawn."""
        doel = self.getekend + aantal
        begin = time.perf_counter()
        os.write(self.kant, data.encode())
        while self.getekend < doel:
            self.lees()
        return time.perf_counter() - begin

    def geheugen(self) -> float:
        """Return the megabytes that it has in use."""
        for regel in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if regel.startswith("VmRSS"):
                return int(regel.split()[1]) / 1024
        raise AssertionError

    def sluit(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.kant)


def veld(wat: str, tekst: str, bron: Path, map_: str) -> Kind:
    """Return a field with a text, when it has drawn that and is at rest."""
    bestand = Path(map_) / f"{len(tekst)}-{tekst.count(chr(10))}.txt"
    bestand.write_text(tekst, "utf-8")
    kind = Kind([str(PROGRAMMA), wat, str(bestand)], bron, map_)
    while not _MERK.search(kind.staart):
        kind.lees()
    time.sleep(0.7)  # it clears up after 0.4 seconds
    return kind


def een_tekst(*, alineas: bool) -> str:
    """Return a text of 20,000 characters, with points or as one paragraph."""
    r, regels, lengte = random.Random(1), [], 0
    while lengte < MAAT:
        tot = min(r.choice([80, 300, 700]) if alineas else MAAT, MAAT - lengte)
        regel = "- " if alineas and r.random() < 0.4 else ""
        while len(regel) < tot:
            regel += f"{r.choice(_WOORDEN)} "
        regels.append(regel.rstrip())
        lengte += len(regel)
    return "\n".join(regels)[:MAAT]


def per_toets(naam: str, tekst: str, oud: Path, map_: str, keren: int, grens: str) -> None:
    """Print how long a key takes against the old field, by spelling or not."""
    mediaan, staart, ms = [], [], []
    for _ in range(keren):
        een = veld("spelling" if "spelling" in naam else "nu", tekst, WORTEL / "src", map_)
        ander = veld("oud", tekst, oud, map_)
        tijden: tuple[list[float], list[float]] = ([], [])
        for i in range(400):
            tijden[0].append(een.toets(TOETSEN[i % len(TOETSEN)]))
            tijden[1].append(ander.toets(TOETSEN[i % len(TOETSEN)]))
        een.sluit()
        ander.sluit()
        nu, toen = sorted(tijden[0]), sorted(tijden[1])
        mediaan.append(statistics.median(nu) / statistics.median(toen))
        staart.append(nu[int(0.99 * len(nu))] / toen[int(0.99 * len(toen))])
        ms.append(tuple(1000 * r[int(d * len(r))] for r in (nu, toen) for d in (0.5, 0.99)))
    midden = [statistics.median(kolom) for kolom in zip(*ms, strict=True)]
    print(
        f"{naam:24} mediaan {statistics.median(mediaan):.2f}, 99% {statistics.median(staart):.2f}"
        f" (hooguit {grens}); {midden[0]:.1f} / {midden[1]:.1f} ms, toen"
        f" {midden[2]:.1f} / {midden[3]:.1f} ms",
        flush=True,
    )


def geheugen(tekst: str, map_: str) -> None:
    """Print how much more is in use after 2,000 edits than in an empty field."""
    leeg, vol = veld("nu", "", WORTEL / "src", map_), veld("nu", tekst, WORTEL / "src", map_)
    leeg.toets("a")
    for i in range(2000):
        if i % 100 == 99:
            vol.toets(f"\x1b[200~{tekst[:2000]}\x1b[201~")
            vol.toets("\x1a")
        else:
            vol.toets(("x", " ", "\x7f")[i % 3])
            vol.toets("\x1b[D") if i % 7 == 0 else None
    print(f"geheugen na 2.000 bewerkingen: {vol.geheugen() - leeg.geheugen():.1f} MB meer dan leeg")
    leeg.sluit()
    vol.sluit()


def start(oud: Path, map_: str, keren: int) -> None:
    """Print how long it takes until the first key of the whole program is on the screen."""
    voorbeeld = (WORTEL / "voorbeelden" / "oudermeer.plan.yaml").read_bytes()
    (Path(map_) / "dorp.plan.yaml").write_bytes(voorbeeld)
    paren = []
    for ronde in range(keren + 1):  # the first round warms the caches up and does not count
        tijden = [_eerste_toets(bron, map_) for bron in (WORTEL / "src", oud)]
        if ronde:
            paren.append(tijden)
    verhouding = statistics.median(een / ander for een, ander in paren)
    nu, toen = (1000 * statistics.median(kolom) for kolom in zip(*paren, strict=True))
    print(f"eerste toets {verhouding:.2f} (hooguit 0.9); {nu:.0f} ms, toen {toen:.0f} ms")


def _eerste_toets(bron: Path, map_: str) -> float:
    opdracht = ["-m", "uitvoeringsplan", "verder", "dorp.plan.yaml"]
    kind = Kind([*opdracht, "--vraag", "borgen-budget", "--alles"], bron, map_)
    while b"F1" not in kind.staart or termios.tcgetattr(kind.kant)[3] & termios.ICANON:
        kind.lees()
    kind.staart = b""
    os.write(kind.kant, b"Q")
    while b"Q" not in kind.staart:
        kind.lees()
    tijd = time.perf_counter() - kind.begin
    kind.sluit()
    return tijd


def main() -> None:
    """Print all figures."""
    opties = argparse.ArgumentParser(description="Meet het tekstveld tegenover dat van vroeger.")
    opties.add_argument("--keren", type=int, default=5, help="aantal paren per meting")
    opties.add_argument("--start", action="store_true", help="alleen de eerste toets")
    gekozen = opties.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        oud = Path(map_) / "oud"
        oud.mkdir()
        git = ["git", "-C", str(WORTEL), "archive", OUD, "src", "vragen.yaml", "templates"]
        inhoud = subprocess.run(git, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(oud)], input=inhoud, check=True)
        if not gekozen.start:
            alineas, een = een_tekst(alineas=True), een_tekst(alineas=False)
            per_toets("in alinea's", alineas, oud / "src", map_, gekozen.keren, "0.7 en 0.45")
            per_toets("in één alinea", een, oud / "src", map_, gekozen.keren, "0.25 en 0.35")
            per_toets("met spelling", alineas, oud / "src", map_, gekozen.keren, "- en 0.7")
            geheugen(alineas, map_)
        start(oud / "src", map_, 4 * gekozen.keren)


if __name__ == "__main__":
    main()
