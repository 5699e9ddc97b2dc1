#!/usr/bin/env bash
# A field whose deletion is rejected comes back without its instruction: it is an empty shell that can never be updated.
#
# Packages: docx-revisions 0.1.5, docx-plus 0.6.2 and docx-editor 0.8.2; python-docx 1.2.0 opens and saves for the first two.
# Input: a PAGE field that was deleted with "track changes" on. In a deletion its words stand in w:delText and its
# instruction in w:delInstrText (ECMA-376 part 1, 17.16.13: for an instruction inside a deletion; 17.16.23 for the others).
# Expected: rejecting makes w:t of the first and w:instrText of the second.
# Seen: all three turn w:delText into w:t and leave w:delInstrText as it is, so the field that came back has a result and
# no instruction. A reader that does not skip that element by name has code among the words.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx-revisions==0.1.5 docx-editor==0.8.2 docx-plus==0.6.2 python-docx==1.2.0

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
import shutil
import zipfile

import docx
from docx_editor import Document
from docx_plus.revisions import reject_all_revisions
from docx_revisions import RevisionDocument
from lxml import etree
from make import make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'


def sign(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def with_docx_revisions():
    document = RevisionDocument("in.docx")
    document.reject_all()
    document.save("out.docx")


def with_docx_plus():
    document = docx.Document("in.docx")
    reject_all_revisions(document)
    document.save("out.docx")


def with_docx_editor():
    shutil.copy("in.docx", "copy.docx")
    with Document.open("copy.docx", author="B. Visser") as document:
        document.reject_all()
        document.save("out.docx")


field = (
    sign("begin")
    + "<w:r><w:delInstrText> PAGE </w:delInstrText></w:r>"
    + sign("separate")
    + "<w:r><w:delText>7</w:delText></w:r>"
    + sign("end")
)
make("in", f'<w:p>{run("Bladzijde ")}<w:del w:id="1" {WHO}>{field}</w:del></w:p>')
for reject in (with_docx_revisions, with_docx_editor, with_docx_plus):
    reject()
    root = etree.fromstring(zipfile.ZipFile("out.docx").read("word/document.xml"))
    names = [etree.QName(element).localname for element in root.iter("{*}r", "{*}del", "{*}t", "{*}delText", "{*}instrText", "{*}delInstrText")]
    print(reject.__name__[5:], *(name for name in names if name != "r"))
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
docx_revisions t delInstrText t
docx_editor t delInstrText t
docx_plus t delInstrText t
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
