#!/usr/bin/env bash
# The second line of a value lands behind the rest of the sentence, not behind its first line.
#
# Package: easy-template-x 7.2.8 (npm).
# Input: a template with one run "Bel {naam} voor maandag." and the value "Jan de Vries<newline>Piet Bakker".
# Expected: "Bel Jan de Vries / Piet Bakker voor maandag."
# Seen: "Bel Jan de Vries voor maandag. / Piet Bakker": the words of the template and of the value are
# interleaved. When the tag is the last thing in its run the order is right, so a template that was
# tried with the tag at the end of the line gives no hint.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --prefix . easy-template-x@7.2.8

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
python3 -c '
from make import make, run
make("middle", "<w:p>" + run("Bel {naam} voor maandag.") + "</w:p>")
make("end", "<w:p>" + run("Bel {naam}") + run(" voor maandag.") + "</w:p>")'
cat >fill.cjs <<'JS'
const { TemplateHandler } = require('easy-template-x');
const fs = require('fs');

(async () => {
  for (const name of ['middle', 'end']) {
    const data = { naam: 'Jan de Vries\nPiet Bakker' };
    fs.writeFileSync(`${name}-filled.docx`, await new TemplateHandler().process(fs.readFileSync(`${name}.docx`), data));
  }
})();
JS
node fill.cjs
python3 - >seen.txt <<'PY'
import re
import zipfile

for name in ("middle", "end"):
    xml = zipfile.ZipFile(f"{name}-filled.docx").read("word/document.xml").decode()
    pieces = re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(<w:br/>)", xml)
    print(name, "->", "".join(text or " / " for text, _ in pieces))
PY

cat >expected.txt <<'OUT'
middle -> Bel Jan de Vries voor maandag. / Piet Bakker
end -> Bel Jan de Vries / Piet Bakker voor maandag.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
