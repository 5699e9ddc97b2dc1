#!/usr/bin/env bash
# A reader refuses a valid document because a namespace prefix that the document does not use is not
# declared.
#
# Package: docx2python 3.7.1; python-docx 1.2.0 beside it.
# Input: a document with one sentence whose root declares only the prefix w. There is no link and no picture in
# it, so nothing needs the relationships namespace. Valid for the Open XML SDK.
# Expected: the sentence. Prefixes are no part of what an XML document says, let alone unused ones.
# Seen: KeyError: 'r' when the text is asked for. With xmlns:r declared and still unused it works.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2python==3.7.1 python-docx==1.2.0

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
import zipfile

import docx
from docx2python import docx2python
from make import REL, make, run

make("with", f"<w:p>{run('Er is budget.')}</w:p>")
with zipfile.ZipFile("with.docx") as source, zipfile.ZipFile("without.docx", "w") as target:
    for part in source.namelist():
        xml = source.read(part).decode()
        if part == "word/document.xml":
            xml = xml.replace(f' xmlns:r="{REL}"', "")
        target.writestr(part, xml)
for name in ("with", "without"):
    print(name, "python-docx:", docx.Document(f"{name}.docx").paragraphs[0].text)
    try:
        print(name, "docx2python:", docx2python(f"{name}.docx").text)
    except KeyError as error:
        print(name, "docx2python: KeyError:", error)
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
with python-docx: Er is budget.
with docx2python: Er is budget.
without python-docx: Er is budget.
without docx2python: KeyError: 'r'
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
