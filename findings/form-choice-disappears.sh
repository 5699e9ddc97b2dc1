#!/usr/bin/env bash
# What somebody chose in an old Word form (a drop-down or check box of the Developer tab's legacy
# forms) is not in the converted text.
#
# Packages: pypandoc_binary 1.17 (pandoc 3.9), mammoth 1.13.0, docx2txt 0.9, docx2python 3.7.1.
# Input: "Besluit: " with a FORMDROPDOWN whose stored choice is the second of "akkoord" and "afgewezen",
# then a FORMCHECKBOX that is checked (ECMA-376 part 1, 17.16.9 and 17.16.7): the choice is an attribute in
# w:ffData, there is no text run.
# Expected: "Besluit: afgewezen" and a sign for the checked box.
# Seen: pandoc and docx2txt show neither the choice nor the box; mammoth shows the box as an HTML check
# box but drops the choice; docx2python shows both.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 mammoth==1.13.0 docx2txt==0.9 docx2python==3.7.1

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

import docx2txt
import mammoth
from docx2python import docx2python
from make import make, run


def field(name, data, code):
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:name w:val="{name}"/><w:enabled/>'
        f'<w:calcOnExit w:val="0"/>{data}</w:ffData></w:fldChar></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


entries = "".join(f'<w:listEntry w:val="{word}"/>' for word in ("akkoord", "afgewezen"))
choice = field("keuze", f'<w:ddList><w:result w:val="1"/>{entries}</w:ddList>', "FORMDROPDOWN")
box = field(
    "vak", '<w:checkBox><w:sizeAuto/><w:default w:val="0"/><w:checked/></w:checkBox>', "FORMCHECKBOX"
)
make("form", f'<w:p>{run("Besluit: ")}{choice}</w:p><w:p>{box}{run(" besproken")}</w:p>')
pandoc = subprocess.run(
    [sys.argv[1], "form.docx", "-t", "plain"], capture_output=True, text=True, check=True
)
texts = {
    "pandoc": pandoc.stdout,
    "mammoth": mammoth.convert_to_html(open("form.docx", "rb")).value,
    "docx2txt": docx2txt.process("form.docx"),
    "docx2python": docx2python("form.docx").text,
}
for name, text in texts.items():
    print(name, "->", " / ".join(line.strip() for line in text.splitlines() if line.strip()))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
pandoc -> Besluit: / besproken
mammoth -> <p>Besluit: </p><p><input checked="checked" type="checkbox" /> besproken</p>
docx2txt -> Besluit: / besproken
docx2python -> Besluit: afgewezen / ☒ besproken
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
