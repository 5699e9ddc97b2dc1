#!/usr/bin/env bash
# A cross-reference that is written as one element (w:fldSimple) loses its words in two converters,
# while the same reference written with field characters (w:fldChar) keeps them.
#
# Packages: mammoth 1.13.0 and pypandoc_binary 1.17 (pandoc 3.9), Python.
# Input: "Zie paragraaf 3 over geld." twice; "paragraaf 3" is the result of a REF field, in both
# forms that ECMA-376 part 1, 17.16.2 allows. The document is valid for the Open XML SDK.
# Expected: the same sentence twice; a result is what Word shows and prints.
# Seen: "Zie  over geld." for the simple form, without a warning from pandoc; mammoth only says that an
# element was ignored. python-docx 1.2.0 loses the words as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check mammoth==1.13.0 pypandoc_binary==1.17 python-docx==1.2.0

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
import mammoth
from make import make, run

BEGIN, SEPARATE, END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)
code = '<w:r><w:instrText xml:space="preserve"> REF geld \\h </w:instrText></w:r>'
result = run("paragraaf 3")
forms = {
    "simple": f'<w:fldSimple w:instr=" REF geld \\h ">{result}</w:fldSimple>',
    "complex": BEGIN + code + SEPARATE + result + END,
}
for name, field in forms.items():
    target = f'<w:p><w:bookmarkStart w:id="1" w:name="geld"/>{run("Geld")}<w:bookmarkEnd w:id="1"/></w:p>'
    make(name, f'<w:p>{run("Zie ")}{field}{run(" over geld.")}</w:p>{target}')
    with open(f"{name}.docx", "rb") as file:
        html = mammoth.convert_to_html(file)
    print(name, "mammoth:", html.value.split("</p>")[0].removeprefix("<p>"))
    command = [sys.argv[1], f"{name}.docx", "-t", "plain"]
    pandoc = subprocess.run(command, capture_output=True, text=True, check=True)
    print(name, "pandoc:", pandoc.stdout.splitlines()[0], "| warnings:", pandoc.stderr or "none")
    print(name, "python-docx:", docx.Document(f"{name}.docx").paragraphs[0].text)
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
simple mammoth: Zie  over geld.
simple pandoc: Zie over geld. | warnings: none
simple python-docx: Zie  over geld.
complex mammoth: Zie paragraaf 3 over geld.
complex pandoc: Zie paragraaf 3 over geld. | warnings: none
complex python-docx: Zie paragraaf 3 over geld.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
