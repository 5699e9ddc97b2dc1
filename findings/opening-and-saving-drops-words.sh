#!/usr/bin/env bash
# Opening a document and saving it again, without a change, drops words: those of content controls, simple fields,
# smart tags and custom XML.
#
# Package: docxmlater 10.1.0 (npm), Document.load and save with every option as it is, and with
# revisionHandling: 'preserve', which makes no difference here.
# Input: "Raad" in a plain run, in a control around a paragraph, inside a paragraph, around a cell and around a row, in a DOCPROPERTY
# field as one element (w:fldSimple), in w:smartTag and in w:customXml (ECMA-376 part 1, 17.5 and 17.16.19).
# Expected: what a program does not know stays where it is; content controls it says it knows.
# Seen: those six are empty in the saved file, the cell and the row are gone with their words, and nothing
# is raised or logged. Only a control around whole paragraphs keeps its words.
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
from make import make, run

WORD = run("Raad")
OTHER = f"<w:tc><w:p>{run('Kop')}</w:p></w:tc>"
GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/><w:gridCol w:w="2000"/></w:tblGrid>'


def control(content):
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{content}</w:sdtContent></w:sdt>"


make("plain", f"<w:p>{WORD}</w:p>")
make("control-around", control(f"<w:p>{WORD}</w:p>"))
make("control-inside", f"<w:p>{control(WORD)}</w:p>")
make("control-cell", f"<w:tbl>{GRID}<w:tr>{OTHER}{control(f'<w:tc><w:p>{WORD}</w:p></w:tc>')}</w:tr></w:tbl><w:p/>")
make(
    "control-row",
    f"<w:tbl>{GRID}<w:tr>{OTHER}{OTHER}</w:tr>{control(f'<w:tr>{OTHER}<w:tc><w:p>{WORD}</w:p></w:tc></w:tr>')}</w:tbl><w:p/>",
)
make("field", f'<w:p><w:fldSimple w:instr=" DOCPROPERTY Orgaan ">{WORD}</w:fldSimple></w:p>')
make("smart-tag", f'<w:p><w:smartTag w:uri="urn:orgaan" w:element="naam">{WORD}</w:smartTag></w:p>')
make("custom-xml", f'<w:p><w:customXml w:uri="urn:orgaan" w:element="naam">{WORD}</w:customXml></w:p>')
PY
python3 inputs.py
cat >again.cjs <<'JS'
const { Document } = require('docxmlater');
const fs = require('fs');

(async () => {
  for (const file of fs.readdirSync('.').filter((name) => name.endsWith('.docx'))) {
    for (const [kind, options] of [['default', {}], ['preserve', { revisionHandling: 'preserve' }]]) {
      const document = await Document.load(file, options);
      await document.save(`${kind}-${file}`);
      document.dispose();
    }
  }
})();
JS
node again.cjs >log.txt 2>&1
python3 - >seen.txt <<'PY'
import zipfile

for name in (
    "plain",
    "control-around",
    "control-inside",
    "control-cell",
    "control-row",
    "field",
    "smart-tag",
    "custom-xml",
):
    files = (name, f"default-{name}", f"preserve-{name}")
    texts = [zipfile.ZipFile(f"{file}.docx").read("word/document.xml").decode() for file in files]
    print(name, *("there" if "Raad" in text else "gone" for text in texts))
PY

cat >expected.txt <<'OUT'
plain there there there
control-around there there there
control-inside there gone gone
control-cell there gone gone
control-row there gone gone
field there gone gone
smart-tag there gone gone
custom-xml there gone gone
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
