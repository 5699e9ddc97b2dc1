#!/usr/bin/env bash
# Appending a document to another drops its comments but keeps the marks that point to them.
#
# Packages: docxcompose 2.2.0 with python-docx 1.2.0.
# Input: a document with one comment, made by python-docx, appended twice to a document without comments.
# Expected: the comments come along, or their marks go with them.
# Seen: there is no comments part, while the body holds two commentReference elements, both with id 0.
# The words of the reviewer are gone without a message, and the file is no longer valid: the Open XML SDK
# validator reports Sem_MissingReferenceElement and Sem_UniqueAttributeValue.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docxcompose==2.2.0 python-docx==1.2.0 "setuptools<81"
cat >show.py <<'PY'
import re
import zipfile

import docx
from docxcompose.composer import Composer

docx.Document().save("front.docx")
remark = docx.Document()
paragraph = remark.add_paragraph("Er is 15.000 euro beschikbaar.")
remark.add_comment(paragraph.runs, text="Klopt dit bedrag?", author="A. Janssen", initials="AJ")
remark.save("remark.docx")
print("before:", [c.text for c in docx.Document("remark.docx").comments])
composer = Composer(docx.Document("front.docx"))
for _ in range(2):
    composer.append(docx.Document("remark.docx"))
composer.save("whole.docx")
with zipfile.ZipFile("whole.docx") as package:
    body = package.read("word/document.xml").decode()
    print("parts with comments:", [n for n in package.namelist() if "comments" in n])
print("marks:", re.findall(r"<w:commentReference [^>]*>", body))
print("after:", [c.text for c in docx.Document("whole.docx").comments])
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
before: ['Klopt dit bedrag?']
parts with comments: []
marks: ['<w:commentReference w:id="0"/>', '<w:commentReference w:id="0"/>']
after: []
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
