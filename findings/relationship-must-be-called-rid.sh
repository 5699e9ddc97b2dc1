#!/usr/bin/env bash
# A valid document is refused because of how a relationship is called, and a link in one that is not refused comes back
# in another typeface.
#
# Package: docxmlater 10.1.0 (npm), Document.load and save, nothing done between.
# Input: one paragraph with a link of which the relationship is called rId1, R1 and logo in turn. A relationship has any
# xsd:ID for a name (ECMA-376 part 2, 9.3.3); Word happens to write rId and a number, other programs do not.
# Expected: three documents with a link, looking as it did: the run says nothing about its looks.
# Seen: "Relationship ID must start with 'rId'" for two of them. In the third the run has got Verdana, twelve points, blue and
# underlined as formatting of its own, which no style can change any more.
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

for name in ("rId1", "R1", "logo"):
    make(
        name,
        f'<w:p><w:hyperlink r:id="{name}">{run("de nota")}</w:hyperlink></w:p>',
        f'<Relationship Id="{name}" Type="{REL}/hyperlink" Target="https://www.voorbeeld.nl/" TargetMode="External"/>',
    )
PY
python3 inputs.py
cat >again.cjs <<'JS'
const { Document } = require('docxmlater');
const fs = require('fs');

(async () => {
  for (const name of ['rId1', 'R1', 'logo']) {
    try {
      const document = await Document.load(`${name}.docx`);
      await document.save(`${name}-saved.docx`);
      document.dispose();
    } catch (error) {
      fs.writeFileSync(`${name}-error.txt`, error.message);
    }
  }
})();
JS
node again.cjs >log.txt 2>&1
python3 - >seen.txt <<'PY'
import re
import zipfile
from pathlib import Path

for name in ("rId1", "R1", "logo"):
    error = Path(f"{name}-error.txt")
    if error.exists():
        print(name, "refused:", error.read_text())
    else:
        xml = zipfile.ZipFile(f"{name}-saved.docx").read("word/document.xml").decode()
        link = re.search(r"<w:hyperlink.*?</w:hyperlink>", xml, re.S).group()
        print(name, "saved with", *re.findall(r'<w:(rFonts w:ascii="[^"]*|sz w:val="[^"]*|color w:val="[^"]*|u w:val="[^"]*)"', link))
PY

cat >expected.txt <<'OUT'
rId1 saved with rFonts w:ascii="Verdana color w:val="0000FF sz w:val="24 u w:val="single
R1 refused: Relationship ID must start with 'rId', got 'R1'
logo refused: Relationship ID must start with 'rId', got 'logo'
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
