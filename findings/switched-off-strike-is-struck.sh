#!/usr/bin/env bash
# Formatting that was switched off is read as switched on: a struck-out amount that somebody restored is
# struck out again on the web page.
#
# Packages: docx2python 3.7.1 (html=True) and mammoth 1.13.0; python-docx 1.2.0 makes one of the files, and pypandoc_binary
# 1.17 (pandoc 3.9) reads all of them right.
# Input: a run with w:strike whose w:val is "0", as python-docx writes `run.font.strike = False`, and "false" and "off",
# the other two words for it in ST_OnOff (ECMA-376 part 1, 22.9.2.7; "off" in its transitional form). A style that strikes
# out and a run that does not is how Word says "restored".
# Expected: no mark, three times; python-docx reads False, three times.
# Seen: docx2python strikes the words out every time: it looks whether the element is there and not what it says. mammoth
# does it for "off" alone; bold and italic go the same way.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0 pypandoc_binary==1.17

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
import mammoth
import pypandoc
from docx2python import docx2python
from make import make


def show(name):
    struck = docx.Document(name).paragraphs[0].runs[1].font.strike
    pages = (
        docx2python(name, html=True).text,
        mammoth.convert_to_html(open(name, "rb")).value,
        pypandoc.convert_file(name, "html").strip(),
    )
    print(struck, *pages, sep=" | ")


restored = docx.Document()
paragraph = restored.add_paragraph("Bijdrage: ")
paragraph.add_run("500 euro").font.strike = False
restored.save("restored.docx")
show("restored.docx")
for off in ("0", "false", "off"):
    amount = f'<w:r><w:rPr><w:strike w:val="{off}"/></w:rPr><w:t>500 euro</w:t></w:r>'
    make(off, f'<w:p><w:r><w:t xml:space="preserve">Bijdrage: </w:t></w:r>{amount}</w:p>')
    show(f"{off}.docx")
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
False | Bijdrage: <s>500 euro</s> | <p>Bijdrage: 500 euro</p> | <p>Bijdrage: 500 euro</p>
False | Bijdrage: <s>500 euro</s> | <p>Bijdrage: 500 euro</p> | <p>Bijdrage: 500 euro</p>
False | Bijdrage: <s>500 euro</s> | <p>Bijdrage: 500 euro</p> | <p>Bijdrage: 500 euro</p>
False | Bijdrage: <s>500 euro</s> | <p>Bijdrage: <s>500 euro</s></p> | <p>Bijdrage: 500 euro</p>
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
