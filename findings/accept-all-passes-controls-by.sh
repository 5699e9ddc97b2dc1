#!/usr/bin/env bash
# "Accept all" leaves every tracked change inside a content control or a link as it was, and raises no objection.
#
# Packages: docx-revisions 0.1.5 with python-docx 1.2.0; docx-editor 0.8.2 and docx-plus 0.6.2 beside it.
# Input: the same replacement ("oud" deleted, "nieuw" inserted, ECMA-376 part 1, 17.13.5) in a plain paragraph, a table cell,
# a control around a paragraph, a control inside a paragraph and a link.
# Expected: no revision is left after accept_all(), as its name and its documentation say.
# Seen: three of the five are still tracked in the saved file. A form is made of content controls: who publishes
# it after "accept all" publishes what was deleted. The two others accept all five.
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
from docx_plus.revisions import accept_all_revisions
from docx_revisions import RevisionDocument
from make import make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'
CHANGE = (
    f'<w:del w:id="1" {WHO}><w:r><w:delText>oud</w:delText></w:r></w:del><w:ins w:id="2" {WHO}>{run("nieuw")}</w:ins>'
)


def control(content):
    return f'<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


PLACES = {
    "paragraph": f"<w:p>{CHANGE}</w:p>",
    "table cell": f'<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid><w:tr><w:tc><w:p>{CHANGE}</w:p></w:tc></w:tr></w:tbl><w:p/>',
    "control around": control(f"<w:p>{CHANGE}</w:p>"),
    "control inside": f"<w:p>{control(CHANGE)}</w:p>",
    "link": f'<w:p><w:hyperlink w:anchor="plek">{CHANGE}</w:hyperlink></w:p>',
}


def with_docx_revisions():
    document = RevisionDocument("in.docx")
    document.accept_all()
    document.save("out.docx")


def with_docx_plus():
    document = docx.Document("in.docx")
    accept_all_revisions(document)
    document.save("out.docx")


def with_docx_editor():
    shutil.copy("in.docx", "copy.docx")
    with Document.open("copy.docx", author="B. Visser") as document:
        document.accept_all()
        document.save("out.docx")


for place, body in PLACES.items():
    make("in", body)
    said = []
    for accept in (with_docx_revisions, with_docx_editor, with_docx_plus):
        accept()
        xml = zipfile.ZipFile("out.docx").read("word/document.xml").decode()
        said.append(f"{accept.__name__[5:]} {'tracked' if 'delText' in xml or '<w:ins ' in xml else 'accepted'}")
    print(place, *said, sep=" | ")
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
paragraph | docx_revisions accepted | docx_editor accepted | docx_plus accepted
table cell | docx_revisions accepted | docx_editor accepted | docx_plus accepted
control around | docx_revisions tracked | docx_editor accepted | docx_plus accepted
control inside | docx_revisions tracked | docx_editor accepted | docx_plus accepted
link | docx_revisions tracked | docx_editor accepted | docx_plus accepted
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
