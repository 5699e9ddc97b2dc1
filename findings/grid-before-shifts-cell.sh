#!/usr/bin/env bash
# The only cell of a row that begins one column in (w:gridBefore) is put in the first column.
#
# Packages: pypandoc_binary 1.17 (pandoc 3.9), mammoth 1.13.0, python-docx 1.2.0.
# Input: a table with the columns "2027" and "2028"; the second row starts at the second column
# (ECMA-376 part 1, 17.4.15: grid columns before the first cell). Word writes this when somebody drags the left
# border of a row; it shows the amount under "2028". Valid for the Open XML SDK.
# Expected: an empty cell under "2027", or at least the amount under "2028".
# Seen: pandoc and mammoth put the amount under "2027". python-docx gives one cell at index 0, and only
# its property grid_cols_before tells.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 mammoth==1.13.0 python-docx==1.2.0

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

import docx
import mammoth
from make import make, run


def cell(text):
    return f'<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{run(text)}</w:p></w:tc>'


rows = (
    f'<w:tr>{cell("2027")}{cell("2028")}</w:tr>'
    f'<w:tr><w:trPr><w:gridBefore w:val="1"/><w:wBefore w:w="2000" w:type="dxa"/></w:trPr>{cell("15.000 euro")}</w:tr>'
)
grid = '<w:gridCol w:w="2000"/>' * 2
make("grid", f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl><w:p/>')
command = [sys.argv[1], "grid.docx", "-t", "html"]
html = subprocess.run(command, capture_output=True, text=True, check=True).stdout
print("pandoc", re.findall(r"<t[dh]>(.*?)</t[dh]>", html))
html = mammoth.convert_to_html(open("grid.docx", "rb")).value
print("mammoth", re.sub(r"</?(?:p|table|tbody)>", "", html))
row = docx.Document("grid.docx").tables[0].rows[1]
print("python-docx", [c.text for c in row.cells], "grid_cols_before", row.grid_cols_before)
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
pandoc ['2027', '2028', '15.000 euro', '']
mammoth <tr><td>2027</td><td>2028</td></tr><tr><td>15.000 euro</td></tr>
python-docx ['15.000 euro'] grid_cols_before 1
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
