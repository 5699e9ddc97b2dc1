#!/usr/bin/env bash
# A table row that was deleted with "track changes" on stays as an empty row when pandoc accepts the
# changes, and an inserted one stays as an empty row when it rejects them.
#
# Packages: pypandoc_binary 1.17 (pandoc 3.9); mammoth 1.13.0 beside it.
# Input: three rows; the second deleted, the third inserted, both marked in w:trPr as ECMA-376 part 1,
# 17.13.5.12 and 17.13.5.16 say and as Word writes them. Valid for the Open XML SDK.
# Expected: two rows either way. "accept" and "reject" are said to do what Word does.
# Seen: three rows with an empty one among them; mammoth drops the deleted row.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 mammoth==1.13.0

cat >make.py <<'PY'
"""make(NAME, BODY): writes NAME.docx, a minimal document with this content."""
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def make(name, body):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PKG}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    with zipfile.ZipFile(f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in parts.items():
            package.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
PY
cat >show.py <<'PY'
import re
import subprocess
import sys

import mammoth
from make import make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'


def row(content, properties=""):
    cell = '<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>' + content + "</w:p></w:tc>"
    return f"<w:tr>{properties}{cell}</w:tr>"


gone = run("weg").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
rows = (
    row(run("blijft"))
    + row(f'<w:del w:id="1" {WHO}>{gone}</w:del>', f'<w:trPr><w:del w:id="2" {WHO}/></w:trPr>')
    + row(f'<w:ins w:id="3" {WHO}>{run("nieuw")}</w:ins>', f'<w:trPr><w:ins w:id="4" {WHO}/></w:trPr>')
)
grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
make("rows", f"<w:tbl>{grid}{rows}</w:tbl><w:p/>")
for choice in ("accept", "reject"):
    command = [sys.argv[1], "rows.docx", "-t", "html", f"--track-changes={choice}"]
    html = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    print("pandoc", choice, re.findall(r"<td>(.*?)</td>", html))
html = mammoth.convert_to_html(open("rows.docx", "rb")).value
print("mammoth", re.findall(r"<td>(?:<p>)?(.*?)(?:</p>)?</td>", html))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
pandoc accept ['blijft', '', 'nieuw']
pandoc reject ['blijft', 'weg', '']
mammoth ['blijft', 'nieuw']
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
