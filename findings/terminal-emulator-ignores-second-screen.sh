#!/usr/bin/env bash
# A terminal emulator for tests shows a program of the whole window on the screen that it should give back.
#
# Package: pyte 0.8.2.
# Input: what a terminal is sent by a program that takes the whole window: text on the first screen, the
# request for the second one (DECSET 1049, also 1047 and 47), other text, and the request to go back.
# Expected: as in xterm and every terminal since: the first screen is there again, without the other text.
# Seen: the requests are read and nothing happens. The text of the program stays, the first screen is
# overwritten, and the cursor is not put back. The number is even kept among the modes of the screen, so a
# test that asks whether the mode was on and off again is content.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pyte==0.8.2
cat >show.py <<'PY'
import pyte

for mode in (47, 1047, 1049):
    screen = pyte.Screen(20, 3)
    stream = pyte.Stream(screen)
    stream.feed("ls\r\nplan.yaml")
    stream.feed(f"\x1b[?{mode}h\x1b[HVraag 7 van 20")
    print(mode, "mode on:", (mode << 5) in screen.mode)
    stream.feed(f"\x1b[?{mode}l")
    print(mode, "mode on:", (mode << 5) in screen.mode)
    print(mode, [line.rstrip() for line in screen.display], (screen.cursor.y, screen.cursor.x))
PY
venv/bin/python show.py >seen.txt

cat >expected.txt <<'OUT'
47 mode on: True
47 mode on: False
47 ['Vraag 7 van 20', 'plan.yaml', ''] (0, 14)
1047 mode on: True
1047 mode on: False
1047 ['Vraag 7 van 20', 'plan.yaml', ''] (0, 14)
1049 mode on: True
1049 mode on: False
1049 ['Vraag 7 van 20', 'plan.yaml', ''] (0, 14)
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
