#!/usr/bin/env bash
# A field inside the code of another field leaks: its result is read as text of the document.
#
# Packages: mammoth 1.13.0, docx2python 3.7.1, docx2txt 0.9, python-docx 1.2.0, pypandoc_binary 1.17 (pandoc 3.9).
# Input: { IF { DOCPROPERTY status } = "open" "Concept" "Vastgesteld" } with the stored results
# "open" (inner) and "Vastgesteld" (outer): ECMA-376 part 1, 17.16.18 lets a field stand in a field code.
# Expected: "Status: Vastgesteld"; what stands before the separator is code, and Word (and LibreOffice 7.4)
# show nothing of it.
# Seen: "Status: openVastgesteld" in all five: two statuses, of which one is not on the page.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 docx2python==3.7.1 docx2txt==0.9 python-docx==1.2.0 pypandoc_binary==1.17

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
import subprocess
import sys

import docx
import docx2txt
import mammoth
from docx2python import docx2python
from make import make, run


def mark(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text):
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


inner = mark("begin") + code(" DOCPROPERTY status ") + mark("separate") + run("open") + mark("end")
outer = (
    mark("begin") + code(" IF ") + inner + code(' = "open" "Concept" "Vastgesteld" ')
    + mark("separate") + run("Vastgesteld") + mark("end")
)
make("nested", f'<w:p>{run("Status: ")}{outer}</w:p>')
pandoc = [sys.argv[1], "nested.docx", "-t", "plain"]
texts = {
    "mammoth": mammoth.extract_raw_text(open("nested.docx", "rb")).value,
    "docx2python": docx2python("nested.docx").text,
    "docx2txt": docx2txt.process("nested.docx"),
    "python-docx": docx.Document("nested.docx").paragraphs[0].text,
    "pandoc": subprocess.run(pandoc, capture_output=True, text=True, check=True).stdout,
}
for name, text in texts.items():
    print(name, "->", text.strip())
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
mammoth -> Status: openVastgesteld
docx2python -> Status: openVastgesteld
docx2txt -> Status: openVastgesteld
python-docx -> Status: openVastgesteld
pandoc -> Status: openVastgesteld
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
