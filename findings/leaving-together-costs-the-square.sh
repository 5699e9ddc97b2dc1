#!/usr/bin/env bash
# Taking one paragraph out of a document costs the square of what is in it.
#
# Package: lxml 6.1.3 (libxml2 2.14.6).
# Input: a WordprocessingML paragraph of bookmarks (w:bookmarkStart with w:id and w:name, ECMA-376 17.13.6.2), with the
# namespace declared on the root, as every program that writes Word files does. The paragraph is removed from its parent.
# Expected: twice as many bookmarks take about twice as long to leave, and the order of work does not matter.
# Seen: twice as many take about four times as long; the same bookmarks removed one by one take about twice as long, and a
# paragraph that declares the namespace itself leaves at once.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check lxml==6.1.3
cat >show.py <<'PY'
import time

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def body(count, on_paragraph):
    marks = "".join(f'<w:bookmarkStart w:id="{i}" w:name="b{i}"/>' for i in range(count))
    own = f' xmlns:w="{W}"' if on_paragraph else ""
    return etree.fromstring(f'<w:document xmlns:w="{W}"><w:body><w:p{own}>{marks}</w:p></w:body></w:document>')[0]


def at_once(parent):
    parent.remove(parent[0])


def one_by_one(parent):
    for mark in list(parent[0]):
        parent[0].remove(mark)
    parent.remove(parent[0])


def seconds(count, leave, on_paragraph):
    best = 9.0
    for _ in range(5):
        parent = body(count, on_paragraph)
        begin = time.process_time()
        leave(parent)
        best = min(best, time.process_time() - begin)
    return best


def growth(leave):
    return seconds(16_000, leave, False) / seconds(4_000, leave, False)


print("lxml", ".".join(map(str, etree.LXML_VERSION[:3])))
print("four times as many at once take over ten times as long:", growth(at_once) > 10)
print("four times as many one by one take over ten times as long:", growth(one_by_one) > 10)
print("declared on the paragraph takes a tenth or less:", seconds(8_000, at_once, True) * 10 < seconds(8_000, at_once, False))
PY
venv/bin/python show.py >seen.txt

cat >expected.txt <<'OUT'
lxml 6.1.3
four times as many at once take over ten times as long: True
four times as many one by one take over ten times as long: False
declared on the paragraph takes a tenth or less: True
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
