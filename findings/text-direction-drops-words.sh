#!/usr/bin/env bash
# Words inside an element that only sets their direction disappear.
#
# Packages: mammoth 1.13.0, pypandoc_binary 1.17 (pandoc 3.9), python-docx 1.2.0; docx2txt 0.9 beside them.
# Input: a Dutch sentence of which one part stands in w:bdo and one in w:dir, both left to right: what
# editors write around a name or number in a document with Arabic or Hebrew in it. Valid for the Open XML SDK.
# Expected: all words, as Word and LibreOffice 7.4 show them.
# Seen: mammoth, pandoc and python-docx drop both parts; mammoth names the elements in its messages,
# the two others say nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0 docx2txt==0.9

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
from make import make, run

make(
    "direction",
    f'<w:p>{run("Bel ")}<w:bdo w:val="ltr">{run("mevrouw Haddad")}</w:bdo>{run(" op ")}'
    f'<w:dir w:val="ltr">{run("maandag")}</w:dir>{run(".")}</w:p>',
)
pandoc = subprocess.run(
    [sys.argv[1], "direction.docx", "-t", "plain"], capture_output=True, text=True, check=True
)
html = mammoth.extract_raw_text(open("direction.docx", "rb"))
print("mammoth:", html.value.strip())
for message in html.messages:
    print("  says:", message.message.replace("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}", "w:"))
print("pandoc:", pandoc.stdout.strip(), "| warnings:", pandoc.stderr or "none")
print("python-docx:", docx.Document("direction.docx").paragraphs[0].text)
print("docx2txt:", docx2txt.process("direction.docx"))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
mammoth: Bel  op .
  says: An unrecognised element was ignored: w:bdo
  says: An unrecognised element was ignored: w:dir
pandoc: Bel op . | warnings: none
python-docx: Bel  op .
docx2txt: Bel mevrouw Haddad op maandag.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
