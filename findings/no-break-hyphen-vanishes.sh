#!/usr/bin/env bash
# The no-break hyphen of Word (Ctrl+Shift+hyphen) is dropped, so a year range or a phone number
# becomes one long number.
#
# Packages: docx2txt 0.9, docx2python 3.7.1 (Python), officeparser 7.8.0 (npm); python-docx 1.2.0 and
# mammoth 1.13.0 keep it.
# Input: "Periode 2027", w:noBreakHyphen, "2028" (ECMA-376 part 1, 17.3.3.18).
# Expected: a hyphen, as python-docx gives "-" and mammoth U+2011.
# Seen: "Periode 20272028" in three readers.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0 mammoth==1.13.0
npm install --silent --no-audit --no-fund --prefix . officeparser@7.8.0

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

make("hyphen", f'<w:p>{run("Periode 2027")}<w:r><w:noBreakHyphen/></w:r>{run("2028")}</w:p>')
print("docx2txt:", ascii(docx2txt.process("hyphen.docx")))
print("docx2python:", ascii(docx2python("hyphen.docx").text))
print("python-docx:", ascii(docx.Document("hyphen.docx").paragraphs[0].text))
print("mammoth:", ascii(mammoth.extract_raw_text(open("hyphen.docx", "rb")).value.strip()))
PY
venv/bin/python -W ignore show.py >seen.txt
node -e '
const { OfficeParser } = require("officeparser");
OfficeParser.parseOffice(require("fs").readFileSync("hyphen.docx"))
  .then((document) => console.log("officeparser:", document.toText()));' >>seen.txt

cat >expected.txt <<'OUT'
docx2txt: 'Periode 20272028'
docx2python: 'Periode 20272028'
python-docx: 'Periode 2027-2028'
mammoth: 'Periode 2027\u20112028'
officeparser: Periode 20272028
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
