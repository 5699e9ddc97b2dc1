"""Measures the text field against the one of questionary that it came for, key by key in turn.

That one is run with the code of then (`OLD`), so this needs the history in git. Only ratios count.
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

OLD = "67ecdcb"
ROOT = Path(__file__).resolve().parents[1]
PROGRAM = Path(__file__).with_name("veldprogramma.py")
SIZE = 20_000
# What a user does in ten keys; each is waited for until it is drawn.
KEYS = ("a", "b", " ", "c", "\x1b[A", "d", "e", "\x1b[B", "\x7f", "\x7f")
_MARK = re.compile(rb"\x1b\]777;(\d+)\x07")
_WORDS = (
    "de", "het", "een", "van", "en", "in", "op", "met", "voor", "gemeente", "wijkagent",
    "partners", "polarisatie", "jongerenwerk", "deskundigheidsbevordering", "signalen",
    "samenwerking", "afspraken", "coördinatie",
)  # fmt: skip


class Kind:
    """A program on a terminal of 80 by 24."""

    def __init__(self, command: list[str], source: Path, map_: str) -> None:
        self.start = time.perf_counter()
        self.drawn = 0
        self.tail = b""
        self.pid, self.side = pty.fork()
        if self.pid == 0:
            os.chdir(map_)
            os.environ.update(
                TERM="xterm-256color", PYTHONPATH=str(source), UITVOERINGSPLAN_CONCEPTEN=map_
            )
            os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else every start compiles it all
            ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            os.execv(sys.executable, [sys.executable, *command])

    def read(self) -> bytes:
        """Return what it wrote; empty when nothing comes for a while."""
        if not select.select([self.side], [], [], 20)[0]:
            raise TimeoutError(repr(self.tail[-300:]))
        data = os.read(self.side, 65536)
        self.tail = (self.tail + data)[-4096:]
        if b"\x1b[6n" in data:  # where is the cursor? a terminal answers
            os.write(self.side, b"\x1b[20;1R")
        for mark in _MARK.finditer(self.tail):
            self.drawn = int(mark[1])
        return data

    def key(self, data: str, count: int = 1) -> float:
        """Press a key, and return the seconds until it is drawn."""
        target = self.drawn + count
        start = time.perf_counter()
        os.write(self.side, data.encode())
        while self.drawn < target:
            self.read()
        return time.perf_counter() - start

    def memory(self) -> float:
        """Return the megabytes that it has in use."""
        for line in Path(f"/proc/{self.pid}/status").read_text().splitlines():
            if line.startswith("VmRSS"):
                return int(line.split()[1]) / 1024
        raise AssertionError

    def sluit(self) -> None:
        """End it."""
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.side)


def veld(what: str, text: str, source: Path, map_: str) -> Kind:
    """Return a field with a text, when it has drawn that and is at rest."""
    file = Path(map_) / f"{len(text)}-{text.count(chr(10))}.txt"
    file.write_text(text, "utf-8")
    kind = Kind([str(PROGRAM), what, str(file)], source, map_)
    while not _MARK.search(kind.tail):
        kind.read()
    time.sleep(0.7)  # it clears up after 0.4 seconds
    return kind


def one_text(*, paragraphs: bool) -> str:
    """Return a text of 20,000 characters, with points or as one paragraph."""
    r, lines, length = random.Random(1), [], 0
    while length < SIZE:
        end = min(r.choice([80, 300, 700]) if paragraphs else SIZE, SIZE - length)
        line = "- " if paragraphs and r.random() < 0.4 else ""
        while len(line) < end:
            line += f"{r.choice(_WORDS)} "
        lines.append(line.rstrip())
        length += len(line)
    return "\n".join(lines)[:SIZE]


def per_key(name: str, text: str, old: Path, map_: str, rounds: int, bound: str) -> None:
    """Print how long a key takes against the old field, by spelling or not."""
    mediaan, tail, ms = [], [], []
    for _ in range(rounds):
        one = veld("spelling" if "spelling" in name else "nu", text, ROOT / "src", map_)
        other = veld("oud", text, old, map_)
        times: tuple[list[float], list[float]] = ([], [])
        for i in range(400):
            times[0].append(one.key(KEYS[i % len(KEYS)]))
            times[1].append(other.key(KEYS[i % len(KEYS)]))
        one.sluit()
        other.sluit()
        nu, then_ = sorted(times[0]), sorted(times[1])
        mediaan.append(statistics.median(nu) / statistics.median(then_))
        tail.append(nu[int(0.99 * len(nu))] / then_[int(0.99 * len(then_))])
        ms.append(tuple(1000 * r[int(d * len(r))] for r in (nu, then_) for d in (0.5, 0.99)))
    midden = [statistics.median(kolom) for kolom in zip(*ms, strict=True)]
    print(
        f"{name:24} mediaan {statistics.median(mediaan):.2f}, 99% {statistics.median(tail):.2f}"
        f" (hooguit {bound}); {midden[0]:.1f} / {midden[1]:.1f} ms, toen"
        f" {midden[2]:.1f} / {midden[3]:.1f} ms",
        flush=True,
    )


def memory(text: str, map_: str) -> None:
    """Print how much more is in use after 2,000 edits than in an empty field."""
    empty, full = veld("nu", "", ROOT / "src", map_), veld("nu", text, ROOT / "src", map_)
    empty.key("a")
    for i in range(2000):
        if i % 100 == 99:
            full.key(f"\x1b[200~{text[:2000]}\x1b[201~")
            full.key("\x1a")
        else:
            full.key(("x", " ", "\x7f")[i % 3])
            full.key("\x1b[D") if i % 7 == 0 else None
    print(f"geheugen na 2.000 bewerkingen: {full.memory() - empty.memory():.1f} MB meer dan leeg")
    empty.sluit()
    full.sluit()


def start(old: Path, map_: str, rounds: int) -> None:
    """Print how long it takes until the first key of the whole program is on the screen."""
    voorbeeld = (ROOT / "voorbeelden" / "oudermeer.plan.yaml").read_bytes()
    (Path(map_) / "dorp.plan.yaml").write_bytes(voorbeeld)
    pairs = []
    for ronde in range(rounds + 1):  # the first round warms the caches up and does not count
        times = [_first_key(source, map_) for source in (ROOT / "src", old)]
        if ronde:
            pairs.append(times)
    ratio = statistics.median(one / other for one, other in pairs)
    nu, then_ = (1000 * statistics.median(kolom) for kolom in zip(*pairs, strict=True))
    print(f"eerste toets {ratio:.2f} (hooguit 0.9); {nu:.0f} ms, toen {then_:.0f} ms")


def _first_key(source: Path, map_: str) -> float:
    command = ["-m", "uitvoeringsplan", "verder", "dorp.plan.yaml"]
    kind = Kind([*command, "--vraag", "borgen-budget", "--alles"], source, map_)
    while b"F1" not in kind.tail or termios.tcgetattr(kind.side)[3] & termios.ICANON:
        kind.read()
    kind.tail = b""
    os.write(kind.side, b"Q")
    while b"Q" not in kind.tail:
        kind.read()
    elapsed = time.perf_counter() - kind.start
    kind.sluit()
    return elapsed


def main() -> None:
    """Print all figures."""
    options = argparse.ArgumentParser(description="Meet het tekstveld tegenover dat van vroeger.")
    options.add_argument("--keren", type=int, default=5, help="aantal paren per meting")
    options.add_argument("--start", action="store_true", help="alleen de eerste toets")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as map_:
        old = Path(map_) / "oud"
        old.mkdir()
        git = ["git", "-C", str(ROOT), "archive", OLD, "src", "vragen.yaml", "templates"]
        content = subprocess.run(git, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x", "-C", str(old)], input=content, check=True)
        if not chosen.start:
            paragraphs, one = one_text(paragraphs=True), one_text(paragraphs=False)
            per_key("in alinea's", paragraphs, old / "src", map_, chosen.keren, "0.7 en 0.45")
            per_key("in één alinea", one, old / "src", map_, chosen.keren, "0.25 en 0.35")
            per_key("met spelling", paragraphs, old / "src", map_, chosen.keren, "- en 0.7")
            memory(paragraphs, map_)
        start(old / "src", map_, 4 * chosen.keren)


if __name__ == "__main__":
    main()
