#!/usr/bin/env bash
# Text that is marked as hidden in Word is ordinary text in the web page or Markdown made of it.
#
# Packages: mammoth 1.13.0, pypandoc_binary 1.17 (pandoc 3.9), docx2txt 0.9, docx2python 3.7.1, python-docx 1.2.0.
# Input: "Besluit volgt." and a run with w:vanish (ECMA-376 part 1, 17.3.2.41) with a remark that was
# hidden before sending the file round. Word does not show or print it unless asked to.
# Expected: left out, or marked as hidden in the HTML.
# Seen: all five give it as plain text, and no warning says so.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 docx2txt==0.9 docx2python==3.7.1 python-docx==1.2.0

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
from docx2python import docx2python
from make import make, run

hidden = run("Wethouder twijfelt.").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
make("hidden", f'<w:p>{run("Besluit volgt. ")}{hidden}</w:p>')
with open("hidden.docx", "rb") as file:
    html = mammoth.convert_to_html(file)
print("mammoth:", html.value, "messages:", html.messages)
pandoc = subprocess.run(
    [sys.argv[1], "hidden.docx", "-t", "html"], capture_output=True, text=True, check=True
)
print("pandoc:", pandoc.stdout.strip(), "warnings:", pandoc.stderr or "none")
print("docx2txt:", docx2txt.process("hidden.docx"))
print("docx2python:", docx2python("hidden.docx").text)
print("python-docx:", docx.Document("hidden.docx").paragraphs[0].text)
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
mammoth: <p>Besluit volgt. Wethouder twijfelt.</p> messages: []
pandoc: <p>Besluit volgt. Wethouder twijfelt.</p> warnings: none
docx2txt: Besluit volgt. Wethouder twijfelt.
docx2python: Besluit volgt. Wethouder twijfelt.
python-docx: Besluit volgt. Wethouder twijfelt.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
