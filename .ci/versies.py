"""The versions that CI tests with: `versies.txt` names all of them, and this holds CI to it.

python versies.py kijk    what is installed here without a fixed version, or in another one
python versies.py schrijf the newest that there is, from an environment that was just made
"""

from __future__ import annotations

import re
import sys
from importlib.metadata import distributions
from pathlib import Path

LIJST = Path(__file__).with_name("versies.txt")
KOP = """\
# Met deze versies draait .ci/run de tests en de poorten; `pip install -c` neemt ze.
# Vernieuwen: bash .ci/installeer.sh versies
"""
# What an environment comes with, and the program itself.
NIET = {"pip", "setuptools", "wheel", "uitvoeringsplan"}


def naam(vorm: str) -> str:
    """Return the one form of the name of a package (PEP 503)."""
    return re.sub(r"[-_.]+", "-", vorm).lower()


def lees(tekst: str) -> dict[str, str]:
    """Return the version of every package in a list of `name==version`."""
    regels = (regel.partition("#")[0].strip() for regel in tekst.splitlines())
    paren = (regel.partition("==") for regel in regels if regel)
    return {naam(pakket): versie for pakket, _, versie in paren}


def bezwaren(vast: dict[str, str], hier: dict[str, str]) -> list[str]:
    """Return what is installed in another version than the fixed one, or has none."""
    return [
        f"{pakket} {versie} hoort {vast[pakket]} te zijn"
        if pakket in vast
        else f"{pakket} {versie} heeft geen vaste versie in {LIJST.name}"
        for pakket, versie in sorted(hier.items())
        if vast.get(pakket) != versie
    ]


def geinstalleerd() -> dict[str, str]:
    """Return what this Python has, without what every environment has."""
    alle = {naam(d.metadata["Name"]): d.version for d in distributions()}
    return {pakket: versie for pakket, versie in alle.items() if pakket not in NIET}


def main() -> int:
    """Do what the first argument says and return an exit code."""
    hier = geinstalleerd()
    if sys.argv[1:] == ["schrijf"]:
        regels = "".join(f"{pakket}=={versie}\n" for pakket, versie in sorted(hier.items()))
        LIJST.write_text(KOP + regels, encoding="utf-8")
        return 0
    fouten = bezwaren(lees(LIJST.read_text(encoding="utf-8")), hier)
    print("\n".join(fouten) or f"{len(hier)} pakketten in hun vaste versie")
    return 1 if fouten else 0


if __name__ == "__main__":
    sys.exit(main())
