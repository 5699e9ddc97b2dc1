#!/usr/bin/env bash
# Words that stand inside a custom XML element are gone, while the same words in a smart tag or a content control stay.
#
# Packages: pypandoc_binary 1.17 (pandoc 3.9) and python-docx 1.2.0; mammoth 1.13.0 and docx2txt 0.9 keep all of them.
# Input: w:customXml around words and around a paragraph (ECMA-376 part 1, 17.5.1), w:smartTag and w:sdt
# beside it: four ways to say what a piece of text is, none of which changes what a reader sees.
# Expected: four times the words.
# Seen: pandoc drops both custom XML elements with all that is in them and says nothing; python-docx has none of the four
# among its paragraphs. Files of document systems that mark up names and case numbers so lose just those.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 python-docx==1.2.0 mammoth==1.13.0 docx2txt==0.9

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
import pypandoc
from make import make, run

WORDS = run("Zaak 12")
MARKED = {
    "customXml in a paragraph": f'<w:p><w:customXml w:uri="urn:zaak" w:element="nummer">{WORDS}</w:customXml></w:p>',
    "customXml around it": f'<w:customXml w:uri="urn:zaak" w:element="zaak"><w:p>{WORDS}</w:p></w:customXml>',
    "smartTag": f'<w:p><w:smartTag w:uri="urn:zaak" w:element="nummer">{WORDS}</w:smartTag></w:p>',
    "sdt": f'<w:p><w:sdt><w:sdtPr/><w:sdtContent>{WORDS}</w:sdtContent></w:sdt></w:p>',
}
for name, body in MARKED.items():
    make("in", body)
    texts = {
        "pandoc": pypandoc.convert_file("in.docx", "plain"),
        "python-docx": "".join(paragraph.text for paragraph in docx.Document("in.docx").paragraphs),
        "mammoth": mammoth.extract_raw_text(open("in.docx", "rb")).value,
        "docx2txt": docx2txt.process("in.docx"),
    }
    print(name, *(f"{reader} {'kept' if 'Zaak 12' in text else 'gone'}" for reader, text in texts.items()), sep=" | ")
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
customXml in a paragraph | pandoc gone | python-docx gone | mammoth kept | docx2txt kept
customXml around it | pandoc gone | python-docx gone | mammoth kept | docx2txt kept
smartTag | pandoc kept | python-docx gone | mammoth kept | docx2txt kept
sdt | pandoc kept | python-docx gone | mammoth kept | docx2txt kept
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
