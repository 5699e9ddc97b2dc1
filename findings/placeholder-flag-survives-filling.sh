#!/usr/bin/env bash
# A tag in a content control that still shows its placeholder is filled, but the control goes on
# saying that it shows a placeholder.
#
# Packages: docxtemplater 3.71.0 with pizzip 3.3.0, easy-template-x 7.2.8, docx-templates 4.15.0 (npm),
# docxtpl 0.20.2 (Python).
# Input: a plain-text control with w:showingPlcHdr, its words "{naam}" in the style PlaceholderText.
# Expected: a filled control without w:showingPlcHdr (ECMA-376 part 1, 17.5.2.39: the flag says that the
# content is placeholder text, to be treated as no content) and without the style of placeholders.
# Seen: all four put the value in and leave both. An editor that honours the flag treats the name of the
# applicant as "nothing entered yet".
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docxtpl==0.20.2
npm install --silent --no-audit --no-fund --prefix . docxtemplater@3.71.0 pizzip@3.3.0 easy-template-x@7.2.8 docx-templates@4.15.0

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
cat >control.py <<'PY'
from make import make


def control(tag):
    words = f'<w:r><w:rPr><w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{tag}</w:t></w:r>'
    return f"<w:p><w:sdt><w:sdtPr><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{words}</w:sdtContent></w:sdt></w:p>"


make("one", control("{naam}"))
make("two", control("{{naam}}"))
PY
venv/bin/python control.py
cat >fill.cjs <<'JS'
const Docxtemplater = require('docxtemplater');
const PizZip = require('pizzip');
const { TemplateHandler } = require('easy-template-x');
const { createReport } = require('docx-templates');
const fs = require('fs');

(async () => {
  const template = fs.readFileSync('one.docx');
  const data = { naam: 'Jan de Vries' };
  const doc = new Docxtemplater(new PizZip(template));
  doc.render(data);
  fs.writeFileSync('docxtemplater.docx', doc.getZip().generate({ type: 'nodebuffer' }));
  fs.writeFileSync('easy-template-x.docx', await new TemplateHandler().process(template, data));
  fs.writeFileSync('docx-templates.docx', await createReport({ template, data, cmdDelimiter: ['{', '}'] }));
})();
JS
node fill.cjs
venv/bin/python -W ignore - >seen.txt <<'PY'
import re
import zipfile

from docxtpl import DocxTemplate

template = DocxTemplate("two.docx")
template.render({"naam": "Jan de Vries"})
template.save("docxtpl.docx")
for name in ("docxtemplater", "easy-template-x", "docx-templates", "docxtpl"):
    xml = zipfile.ZipFile(f"{name}.docx").read("word/document.xml").decode()
    flag = "flag left" if "showingPlcHdr" in xml else "flag gone"
    style = "style left" if "PlaceholderText" in xml else "style gone"
    print(name, re.findall(r"<w:t[^>]*>([^<]+)</w:t>", xml), flag, style)
PY

cat >expected.txt <<'OUT'
docxtemplater ['Jan de Vries'] flag left style left
easy-template-x ['Jan de Vries'] flag left style left
docx-templates ['Jan de Vries'] flag left style left
docxtpl ['Jan de Vries'] flag left style left
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
