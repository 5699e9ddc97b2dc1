#!/usr/bin/env bash
# What was deleted stands among what replaced it, without a mark, and the address of a link stands among the words: in the first
# paragraph of a content control a program shows all text of the file as one.
#
# Program: LibreOffice 7.4.7 (Debian 12, soffice without a screen), from .docx to .odt.
# Input: "Er is € 35.000" with the amount replaced by "40.000" with "track changes" on (ECMA-376 part 1, 17.13.5), and "Zie de site"
# with a link as a field (17.16.22), each in a plain paragraph, as first and as second paragraph of a control around paragraphs
# (17.5.2) of no kind, of the kind for rich text and of the kind of a building block (docPartObj), and in a control for text in a line.
# Expected: one text in every place, as Word shows them.
# Seen: in a first paragraph, and in a line, the amounts run together as one number that nobody wrote, and the instruction of the field
# is read as words; in a second paragraph and in a building block they are as they should be. A change in the first paragraph can
# be neither accepted nor rejected: the text of the file says what it is, and the page does not.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

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
cat >inputs.py <<'PY'
import zipfile

from make import make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'
GONE = run("35.000").replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
CHANGED = f'{run("Er is € ")}<w:del w:id="1" {WHO}>{GONE}</w:del><w:ins w:id="2" {WHO}>{run("40.000")}</w:ins>'


def sign(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://www.voorbeeld.nl/" </w:instrText></w:r>'
LINK = run("Zie de ") + sign("begin") + CODE + sign("separate") + run("site") + sign("end")


def control(kind, content):
    return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"


for name, runs in (("amount", CHANGED), ("link", LINK)):
    one = f"<w:p>{runs}</w:p>"
    make(f"{name}-plain", one)
    make(f"{name}-first", control("", one))
    make(f"{name}-rich", control("<w:richText/>", one))
    make(f"{name}-second", control("", f"<w:p>{run('Eerst dit.')}</w:p>" + one))
    make(f"{name}-block", control("<w:docPartObj/>", one))
    make(f"{name}-line", f"<w:p>{control('<w:text/>', runs)}</w:p>")
PY
python3 inputs.py
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to odt *.docx >log.txt 2>&1
cat >show.py <<'PY'
"""Tells of every document what its body shows: text that a change took out is elsewhere in this format."""
import re
import zipfile
from xml.etree import ElementTree

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
for name in ("amount", "link"):
    for place in ("plain", "second", "block", "first", "rich", "line"):
        tree = ElementTree.fromstring(zipfile.ZipFile(f"{name}-{place}.odt").read("content.xml"))
        paragraphs = [p for p in tree.iter(f"{TEXT}p") if "".join(p.itertext()).startswith(("Er is", "Zie de"))]
        (words,) = ("".join(p.itertext()) for p in paragraphs)
        print(name, place, re.sub(r"\s+", " ", words.strip()), sep=" | ")
PY
python3 show.py >seen.txt

cat >expected.txt <<'OUT'
amount | plain | Er is € 40.000
amount | second | Er is € 40.000
amount | block | Er is € 40.000
amount | first | Er is € 35.00040.000
amount | rich | Er is € 35.00040.000
amount | line | Er is € 35.00040.000
link | plain | Zie de site
link | second | Zie de site
link | block | Zie de site
link | first | Zie de HYPERLINK "https://www.voorbeeld.nl/" site
link | rich | Zie de HYPERLINK "https://www.voorbeeld.nl/" site
link | line | Zie de HYPERLINK "https://www.voorbeeld.nl/" site
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
