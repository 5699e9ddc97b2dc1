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
NOT = {"pip", "setuptools", "wheel", "uitvoeringsplan"}


def name(form: str) -> str:
    """Return the one form of the name of a package (PEP 503)."""
    return re.sub(r"[-_.]+", "-", form).lower()


def read(text: str) -> dict[str, str]:
    """Return the version of every package in a list of `name==version`."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    pairs = (line.partition("==") for line in lines if line)
    return {name(package): versie for package, _, versie in pairs}


def objections(fixed: dict[str, str], here: dict[str, str]) -> list[str]:
    """Return what is installed in another version than the fixed one, or has none."""
    return [
        f"{package} {versie} hoort {fixed[package]} te zijn"
        if package in fixed
        else f"{package} {versie} heeft geen vaste versie in {LIJST.name}"
        for package, versie in sorted(here.items())
        if fixed.get(package) != versie
    ]


def installed() -> dict[str, str]:
    """Return what this Python has, without what every environment has."""
    every = {name(d.metadata["Name"]): d.version for d in distributions()}
    return {package: versie for package, versie in every.items() if package not in NOT}


def main() -> int:
    """Do what the first argument says and return an exit code."""
    here = installed()
    if sys.argv[1:] == ["schrijf"]:
        lines = "".join(f"{package}=={versie}\n" for package, versie in sorted(here.items()))
        LIJST.write_text(KOP + lines, encoding="utf-8")
        return 0
    errors = objections(read(LIJST.read_text(encoding="utf-8")), here)
    print("\n".join(errors) or f"{len(here)} pakketten in hun vaste versie")
    return 1 if errors else 0


if __name__ == "__main__":
    sys.exit(main())
