#!/usr/bin/env bash
# A sentence that was moved with "track changes" on is read twice by two readers of text, not at
# all by a third, and once by the rest.
#
# Packages: docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0, mammoth 1.13.0.
# Input: a tracked move (w:moveFrom and w:moveTo, ECMA-376 part 1, 17.13.5) as Word writes it: the old
# place holds the words in w:t, not in w:delText as a deletion does.
# Expected: once, at the new place, as Word shows "No Markup" and as a deletion plus an insertion reads.
# Seen: docx2txt and docx2python give the sentence at both places (a deletion they do leave out);
# python-docx gives neither place, so the sentence is gone.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0

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
import docx
import docx2txt
import mammoth
from docx2python import docx2python
from make import make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'


def moved(kind, n):
    return (
        f'<w:move{kind}RangeStart w:id="{n}" w:name="move1" {WHO}/>'
        f'<w:move{kind} w:id="{n + 1}" {WHO}>{run("Verhuisd. ")}</w:move{kind}>'
        f'<w:move{kind}RangeEnd w:id="{n}"/>'
    )


make("moved", f'<w:p>{moved("From", 1)}{run("Eerst.")}</w:p><w:p>{moved("To", 5)}{run("Later.")}</w:p>')
texts = {
    "docx2txt": docx2txt.process("moved.docx"),
    "docx2python": docx2python("moved.docx").text,
    "python-docx": "|".join(p.text for p in docx.Document("moved.docx").paragraphs),
    "mammoth": mammoth.extract_raw_text(open("moved.docx", "rb")).value,
}
for name, text in texts.items():
    print(name, text.count("Verhuisd."), "|".join(text.split()))
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
docx2txt 2 Verhuisd.|Eerst.|Verhuisd.|Later.
docx2python 2 Verhuisd.|Eerst.|Verhuisd.|Later.
python-docx 0 Eerst.|Later.
mammoth 1 Eerst.|Verhuisd.|Later.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
