#!/usr/bin/env bash
# Words of an .odt that come from a field are dropped in silence: the chosen item of a list, a
# variable, a date, a cross-reference; and everything inside text:meta.
#
# Packages: pypandoc_binary 1.17 (pandoc 3.9), officeparser 7.8.0 (npm); odfpy 1.4.1 keeps them.
# Input: one sentence per element of ODF 1.3 part 3, 7 (text:drop-down, text:user-field-get, text:date,
# text:bookmark-ref) and 6.1.9 (text:meta), each with its words as text content, as the format asks so that
# a reader that does not know the field can show them.
# Expected: "Keuze: rood.", "Gemeente Delft.", "Op 5 mei.", "Zie Geld.", "Met nadruk gezegd."
# Seen: pandoc keeps only the reference, officeparser not even that. Neither says anything.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 odfpy==1.4.1 "setuptools<81"
npm install --silent --no-audit --no-fund --prefix . officeparser@7.8.0
cat >odt.py <<'PY'
"""make(NAME, BODY, parts=()): writes NAME.odt, a minimal OpenDocument 1.3 text with this content."""
import zipfile

URN = "urn:oasis:names:tc:opendocument:xmlns"
NS = " ".join(f'xmlns:{name}="{URN}:{name}:1.0"' for name in ("office", "text", "table", "style"))
NS += f' xmlns:fo="{URN}:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/"'
ODT = "application/vnd.oasis.opendocument.text"
EMPTY_STYLES = "<office:font-face-decls/><office:styles/><office:automatic-styles/><office:master-styles/>"


def make(name, body, styles=EMPTY_STYLES):
    parts = {
        "content.xml": f"<office:document-content {NS} office:version='1.3'><office:font-face-decls/>"
        f"<office:automatic-styles/><office:body><office:text>{body}</office:text></office:body></office:document-content>"
    }
    if styles is not None:
        parts["styles.xml"] = f"<office:document-styles {NS} office:version='1.3'>{styles}</office:document-styles>"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{part}" manifest:media-type="{kind}"/>'
        for part, kind in {"/": ODT, **dict.fromkeys(parts, "text/xml")}.items()
    )
    parts["META-INF/manifest.xml"] = (
        f'<manifest:manifest xmlns:manifest="{URN}:manifest:1.0" manifest:version="1.3">{entries}</manifest:manifest>'
    )
    with zipfile.ZipFile(f"{name}.odt", "w") as package:
        package.writestr("mimetype", ODT)
        for part, xml in parts.items():
            package.writestr(part, '<?xml version="1.0" encoding="UTF-8"?>' + xml)
PY

cat >show.py <<'PY'
import subprocess
import sys

from odf import teletype
from odf.opendocument import load
from odf.text import P
from odt import make

make(
    "fields",
    '<text:user-field-decls><text:user-field-decl office:value-type="string" office:string-value="Delft"'
    ' text:name="g"/></text:user-field-decls>'
    '<text:p>Keuze: <text:drop-down text:name="k"><text:label text:value="groen"/>'
    '<text:label text:value="rood" text:current-selected="true"/>rood</text:drop-down>.</text:p>'
    '<text:p>Gemeente <text:user-field-get text:name="g">Delft</text:user-field-get>.</text:p>'
    "<text:p>Op <text:date>5 mei</text:date>.</text:p>"
    '<text:p>Zie <text:bookmark-ref text:reference-format="text" text:ref-name="geld">Geld</text:bookmark-ref>.</text:p>'
    "<text:p>Met <text:meta>nadruk</text:meta> gezegd.</text:p>"
    '<text:p><text:bookmark-start text:name="geld"/>Geld<text:bookmark-end text:name="geld"/></text:p>',
)
command = [sys.argv[1], "fields.odt", "-t", "plain"]
pandoc = subprocess.run(command, capture_output=True, text=True, check=True)
print("pandoc:", " / ".join(pandoc.stdout.split("\n\n")).strip(), "| warnings:", pandoc.stderr or "none")
paragraphs = load("fields.odt").text.getElementsByType(P)
print("odfpy:", " / ".join(teletype.extractText(p) for p in paragraphs))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt
node -e '
const { OfficeParser } = require("officeparser");
OfficeParser.parseOffice(require("fs").readFileSync(process.argv[1]))
  .then((document) => console.log("officeparser:", document.toText().split("\n").join(" / ")));' fields.odt >>seen.txt

cat >expected.txt <<'OUT'
pandoc: Keuze: . / Gemeente . / Op . / Zie Geld. / Met gezegd. / Geld | warnings: none
odfpy: Keuze: rood. / Gemeente Delft. / Op 5 mei. / Zie Geld. / Met nadruk gezegd. / Geld
officeparser: Keuze: . / Gemeente . / Op . / Zie . / Met  gezegd. / Geld
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
