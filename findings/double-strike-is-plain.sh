#!/usr/bin/env bash
# Words that are struck out with two lines come out as ordinary words, while one line is kept.
#
# Packages: mammoth 1.13.0, pypandoc_binary 1.17 (pandoc 3.9), docx2python 3.7.1 (html=True); markitdown 0.1.9 keeps both.
# Input: "500 euro" with w:strike and "700 euro" with w:dstrike (ECMA-376 part 1, 17.3.2.37 and 17.3.2.9), the two
# choices for "strikethrough" in Word's window for fonts.
# Expected: both amounts marked as struck out, as Word shows them.
# Seen: the second amount stands there as if it holds. None of the three says so; mammoth has no message about it.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 docx2python==3.7.1 'markitdown[docx]==0.1.9'

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
import mammoth
import pypandoc
from docx2python import docx2python
from make import make
from markitdown import MarkItDown


def struck(kind, text):
    return f"<w:p><w:r><w:rPr><w:{kind}/></w:rPr><w:t>{text}</w:t></w:r></w:p>"


make("struck", struck("strike", "500 euro") + struck("dstrike", "700 euro"))
page = mammoth.convert_to_html(open("struck.docx", "rb"))
print("mammoth", page.value, page.messages)
print("pandoc", *pypandoc.convert_file("struck.docx", "html").split("\n"))
print("docx2python", *docx2python("struck.docx", html=True).text.split())
print("markitdown", *MarkItDown().convert("struck.docx").text_content.split())
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
mammoth <p><s>500 euro</s></p><p>700 euro</p> []
pandoc <p><del>500 euro</del></p> <p>700 euro</p> 
docx2python <s>500 euro</s> 700 euro
markitdown ~~500 euro~~ ~~700 euro~~
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
