#!/usr/bin/env bash
# A value of two lines becomes a line break inside the text element, where none can stand.
#
# Package: docx-templates 4.15.0 (npm), with its defaults; python-docx 1.2.0 reads the result.
# Input: a template with one paragraph "A {naam} B" and the value "Jan<newline>Piet".
# Expected: <w:t>Jan</w:t><w:br/><w:t>Piet</w:t>: ECMA-376 part 1, 17.3.3.31 gives w:t text and no elements.
# Seen: <w:t>Jan<w:br/>Piet</w:t>. The Open XML SDK validator calls it Sch_InvalidChildinLeafElement,
# python-docx loses the second line, LibreOffice 7.4 shows "JanPiet". The option
# processLineBreaksAsNewText, which is off unless asked for, gives the right form.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
npm install --silent --no-audit --no-fund --prefix . docx-templates@4.15.0

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
venv/bin/python -c 'from make import make, run; make("template", "<w:p>" + run("A {naam} B") + "</w:p>")'
cat >fill.cjs <<'JS'
const { createReport } = require('docx-templates');
const fs = require('fs');

(async () => {
  for (const asText of [false, true]) {
    const report = await createReport({
      template: fs.readFileSync('template.docx'),
      data: { naam: 'Jan\nPiet' },
      cmdDelimiter: ['{', '}'],
      ...(asText ? { processLineBreaksAsNewText: true } : {}),
    });
    fs.writeFileSync(asText ? 'option.docx' : 'default.docx', report);
  }
})();
JS
node fill.cjs
venv/bin/python - >seen.txt <<'PY'
import re
import zipfile

import docx

for name in ("default", "option"):
    xml = zipfile.ZipFile(f"{name}.docx").read("word/document.xml").decode()
    xml = re.sub(r">\s+<", "><", xml)
    print(name, re.findall(r"<w:t[ >].*</w:t>", xml)[0].replace(' xml:space="preserve"', ""))
    print(name, "python-docx:", repr(docx.Document(f"{name}.docx").paragraphs[0].text))
PY

cat >expected.txt <<'OUT'
default <w:t>A </w:t><w:t>Jan<w:br/>Piet</w:t><w:t> B</w:t>
default python-docx: 'A Jan B'
option <w:t>A </w:t><w:t>Jan</w:t><w:br/><w:t>Piet</w:t><w:t> B</w:t>
option python-docx: 'A Jan\nPiet B'
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
