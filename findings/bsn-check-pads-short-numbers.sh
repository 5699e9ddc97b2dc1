#!/usr/bin/env bash
# The check of a Dutch citizen service number calls every eleventh short number valid, because it
# fills the number up with zeros first.
#
# Package: python-stdnum 2.2, module stdnum.nl.bsn.
# Input: the numbers 1 to 999 as text, and three years as they stand in a plan.
# Expected: a BSN has nine digits (an eight-digit one is written with a leading zero); a text of two or
# three digits, a year or an amount has the wrong length.
# Seen: 90 of the 999 are "valid", and so are the years 2021 and 2033. Whoever looks for such numbers in
# running text with is_valid() flags one in eleven of all numbers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-stdnum==2.2
venv/bin/python - >seen.txt <<'PY'
from stdnum.nl import bsn

valid = [n for n in range(1, 1000) if bsn.is_valid(str(n))]
print(len(valid), "of 999 valid, the first:", valid[:8])
for text in ("2021", "2027", "2033", "12", "111222333"):
    print(text, bsn.is_valid(text), bsn.format(text))
PY

cat >expected.txt <<'OUT'
90 of 999 valid, the first: [12, 24, 36, 48, 61, 73, 85, 97]
2021 True 0000.02.021
2027 False 0000.02.027
2033 True 0000.02.033
12 True 0000.00.012
111222333 True 1112.22.333
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
