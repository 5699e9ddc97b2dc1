#!/usr/bin/env bash
# A spelling check that answers yes or no raises an error for a word with a letter of another alphabet.
#
# Package: chunspell 2.0.5 (Hunspell for Python).
# Input: two dictionaries of one word made here. They differ in the line SET of the .aff file alone:
# ISO8859-1, as many dictionaries in use have, or UTF-8.
# Expected: a word that the dictionary cannot hold is not in it: False, as for any other unknown word.
# Seen: with ISO8859-1, spell() raises UnicodeEncodeError for “Łódź” and for “Beyoğlu”, and so does
# suggest(). With UTF-8 both simply answer. One Polish place name in a Dutch text ends the checking of
# all that comes after it, unless every call is guarded.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check chunspell==2.0.5
cat >show.py <<'PY'
from pathlib import Path

from hunspell import Hunspell

for name, charset in (("old", "ISO8859-1"), ("new", "UTF-8")):
    Path(f"{name}.aff").write_text(f"SET {charset}\n", charset.replace("ISO8859", "iso-8859"))
    Path(f"{name}.dic").write_text("1\ngemeente\n", "ascii")
    checker = Hunspell(name, hunspell_data_dir=".")
    for word in ("gemeente", "gemeentte", "Łódź", "Beyoğlu"):
        for act in (checker.spell, checker.suggest):
            try:
                seen = act(word)
            except UnicodeEncodeError as error:
                seen = type(error).__name__
            print(charset, act.__name__, word, seen)
PY
PYTHONIOENCODING=utf-8 venv/bin/python show.py >seen.txt

cat >expected.txt <<'OUT'
ISO8859-1 spell gemeente True
ISO8859-1 suggest gemeente ('gemeente',)
ISO8859-1 spell gemeentte False
ISO8859-1 suggest gemeentte ('gemeente',)
ISO8859-1 spell Łódź UnicodeEncodeError
ISO8859-1 suggest Łódź UnicodeEncodeError
ISO8859-1 spell Beyoğlu UnicodeEncodeError
ISO8859-1 suggest Beyoğlu UnicodeEncodeError
UTF-8 spell gemeente True
UTF-8 suggest gemeente ('gemeente',)
UTF-8 spell gemeentte False
UTF-8 suggest gemeentte ('gemeente',)
UTF-8 spell Łódź False
UTF-8 suggest Łódź ()
UTF-8 spell Beyoğlu False
UTF-8 suggest Beyoğlu ()
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
