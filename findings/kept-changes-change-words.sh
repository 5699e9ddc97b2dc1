#!/usr/bin/env bash
# Keeping tracked changes changes them: those inside a link are gone, old words and new, and a deletion inside an
# insertion becomes a proposal to add those words.
#
# Package: docxmlater 10.1.0 (npm), Document.load(…, { revisionHandling: 'preserve' }) and save, without an edit between.
# Input: a link of which one word, or all words, were replaced with "track changes" on (w:ins and w:del inside w:hyperlink), and
# words that one colleague inserted and another deleted (w:del inside w:ins, ECMA-376 part 1, 17.13.5.14).
# Expected: the same words with the same changes.
# Seen: of a link to the web only the words around the change are left, if there are any; one to a place in the document
# says "[Link]". The words that were deleted stand as an insertion only: who accepts all gets what both left out.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . docxmlater@10.1.0

cat >make.py <<'PY'
"""make(NAME, BODY, RELATIONSHIPS): writes NAME.docx, a minimal document with this content."""
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def make(name, body, relationships=""):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PKG}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}/relationships">{relationships}</Relationships>',
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    with zipfile.ZipFile(f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in parts.items():
            package.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
PY
cat >inputs.py <<'PY'
from make import REL, make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'
GONE = f'<w:del w:id="1" {WHO}><w:r><w:delText xml:space="preserve">oude </w:delText></w:r></w:del>'
NEW = f'<w:ins w:id="2" {WHO}>{run("nieuwe ")}</w:ins>'
LINK = f'<Relationship Id="rId1" Type="{REL}/hyperlink" Target="https://www.voorbeeld.nl/" TargetMode="External"/>'
make("link", f'<w:p><w:hyperlink r:id="rId1">{run("de ")}{GONE}{NEW}{run("nota")}</w:hyperlink></w:p>', LINK)
make("whole", f'<w:p><w:hyperlink r:id="rId1">{GONE}{NEW}</w:hyperlink></w:p>', LINK)
make("inside", f'<w:p><w:hyperlink w:anchor="geld">{GONE}{NEW}</w:hyperlink></w:p>')
make("twice", f'<w:p>{run("de ")}<w:ins w:id="3" {WHO}>{GONE}</w:ins>{run("nota")}</w:p>')
PY
python3 inputs.py
cat >again.cjs <<'JS'
const { Document } = require('docxmlater');

(async () => {
  for (const name of ['link', 'whole', 'inside', 'twice']) {
    const document = await Document.load(`${name}.docx`, { revisionHandling: 'preserve' });
    await document.save(`${name}-saved.docx`);
    document.dispose();
  }
})();
JS
node again.cjs >log.txt 2>&1
python3 - >seen.txt <<'PY'
import re
import zipfile

for name in ("link", "link-saved", "whole", "whole-saved", "inside", "inside-saved", "twice", "twice-saved"):
    xml = zipfile.ZipFile(f"{name}.docx").read("word/document.xml").decode()
    pieces = re.findall(r"<(w:ins|w:del)[ >]|(</w:ins>|</w:del>)|<w:(?:t|delText)(?: [^>]*)?>([^<]*)<", xml)
    print(name, "".join(f"<{start[2:]}>" if start else end.replace("w:", "") or words for start, end, words in pieces))
PY

cat >expected.txt <<'OUT'
link de <del>oude </del><ins>nieuwe </ins>nota
link-saved de nota
whole <del>oude </del><ins>nieuwe </ins>
whole-saved 
inside <del>oude </del><ins>nieuwe </ins>
inside-saved [Link]
twice de <ins><del>oude </del></ins>nota
twice-saved de <ins>oude </ins>nota
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
