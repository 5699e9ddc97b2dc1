#!/usr/bin/env bash
# A line end that is written as w:cr is dropped, so the words before and after it become one word.
#
# Packages: mammoth 1.13.0, pypandoc_binary 1.17 (pandoc 3.9), docx2python 3.7.1; python-docx 1.2.0 and
# docx2txt 0.9 read it as a line end.
# Input: "Raad", w:cr, "College" in one paragraph. ECMA-376 part 1, 17.3.3.4: w:cr is a line end with the
# same meaning as a w:br without attributes; Word and LibreOffice 7.4 start a new line.
# Expected: a line end or at least a space, as these readers give for w:br.
# Seen: "RaadCollege", without a warning from pandoc or docx2python.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 docx2python==3.7.1 python-docx==1.2.0 docx2txt==0.9

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

for name in ("cr", "br"):
    make(name, f'<w:p>{run("Raad")}<w:r><w:{name}/></w:r>{run("College")}</w:p>')
    pandoc = subprocess.run(
        [sys.argv[1], f"{name}.docx", "-t", "markdown"], capture_output=True, text=True, check=True
    )
    texts = {
        "mammoth": mammoth.convert_to_html(open(f"{name}.docx", "rb")).value,
        "pandoc": pandoc.stdout + pandoc.stderr,
        "docx2python": docx2python(f"{name}.docx").text,
        "python-docx": docx.Document(f"{name}.docx").paragraphs[0].text,
        "docx2txt": docx2txt.process(f"{name}.docx"),
    }
    for reader, text in texts.items():
        print(f"w:{name}", reader, repr(text.strip()))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
w:cr mammoth '<p>RaadCollege</p>'
w:cr pandoc 'RaadCollege'
w:cr docx2python 'RaadCollege'
w:cr python-docx 'Raad\nCollege'
w:cr docx2txt 'Raad\nCollege'
w:br mammoth '<p>Raad<br />College</p>'
w:br pandoc 'Raad\\\nCollege'
w:br docx2python 'Raad\nCollege'
w:br python-docx 'Raad\nCollege'
w:br docx2txt 'Raad\nCollege'
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
