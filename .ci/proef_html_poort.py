"""Shows that each gate for pages can be shut: a good page passes, one with a fault does not.

    python proef_html_poort.py BLADZIJDE

The page must have what the faults take away: a table, a contents list and a link.
"""

from __future__ import annotations

import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from html_poort import HTML_GATES


@dataclass(frozen=True)
class Fout:
    """One fault: what a pattern in the page becomes, and who must say what of it."""

    name: str
    gate: str
    expected: str
    patroon: str
    replacement: str


ERRORS = (
    Fout("geen taal", "axe-core", "html-has-lang", r'<html lang="nl">', "<html>"),
    Fout("geen titel", "axe-core", "document-title", r"<title>.*?</title>", ""),
    Fout("kop overgeslagen", "axe-core", "heading-order", r"<(/?)h3\b", r"<\1h5"),
    Fout("bleke letters", "axe-core", "color-contrast", r"--inkt: #\w+;", "--inkt: #ccc;"),
    Fout("bleek in het donker", "axe-core", "donker: color-contrast", r"40%, #fff", "80%, #000"),
    Fout("beeld zonder tekst", "axe-core", "image-alt", r"</main>", '<img src="data:,"></main>'),
    Fout(
        "link alleen in kleur",
        "axe-core",
        "link-in-text-block",
        r"(?<=\n)a \{",
        "a { text-decoration: none;",
    ),
    Fout("tekst buiten alles", "axe-core", "region", r"<main", "<p>los</p><main"),
    Fout(
        "te klein om te raken",
        "axe-core",
        "target-size",
        r"padding: \.32rem 0;",
        "padding: 0; line-height: .5;",
    ),
    Fout(
        "past niet op een telefoon", "axe-core", "reflow", r"<main", '<main style="min-width:30rem"'
    ),
    Fout(
        "zelfde id twee keer",
        "Nu Html Checker",
        "Duplicate ID",
        r'(?<=<h2 )id="[a-z]',
        'id="de_tekst" data-x="',
    ),
    Fout("alinea in een lijst", "Nu Html Checker", "not allowed as child", r"<ol>", "<ol><p>x</p>"),
    Fout("vergeten einde", "Nu Html Checker", "Unclosed element", r"</nav>", ""),
    Fout("lege kop", "Nu Html Checker", "Empty heading", r"</main>", "<h2></h2></main>"),
    Fout(
        "stijl die niet bestaat",
        "Nu Html Checker",
        "CSS:",
        r"line-height: 1\.25;",
        "regelhoogte: 1;",
    ),
    Fout(
        "rij te lang",
        "Nu Html Checker",
        "table",
        r"</thead>\n<tbody>\n<tr>",
        "</thead>\n<tbody>\n<tr><td>x</td>",
    ),
)


def houdt_tegen(map_: Path, good: str, error: Fout) -> tuple[str, bool]:
    """Return what was tried, and whether the gate saw it."""
    bedorven, count = re.subn(error.patroon, error.replacement, good, flags=re.DOTALL)
    if not count:
        raise LookupError(f"{error.name}: {error.patroon} staat niet in de bladzijde")
    result = map_ / f"{re.sub('[^a-z]+', '-', error.name)}.html"
    result.write_text(bedorven, encoding="utf-8")
    errors = HTML_GATES[error.gate](result)
    return f"{error.gate}: {error.name}", any(error.expected in line for line in errors)


def main() -> int:
    """Return an exit code."""
    path = Path(sys.argv[1])
    good = path.read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as map_, ThreadPoolExecutor(2) as helpers:
        uitslagen = [
            (f"{name}: een goede bladzijde", not p(path)) for name, p in HTML_GATES.items()
        ]
        uitslagen += helpers.map(lambda error: houdt_tegen(Path(map_), good, error), ERRORS)
    for name, seen in uitslagen:
        print(f"{'goed' if seen else 'fout'}  {name}")
    print(f"{sum(seen for _, seen in uitslagen)} van {len(uitslagen)} goed")
    return 0 if all(seen for _, seen in uitslagen) else 1


if __name__ == "__main__":
    sys.exit(main())
