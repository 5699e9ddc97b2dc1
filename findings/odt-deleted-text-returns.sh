#!/usr/bin/env bash
# Text that was deleted with "record changes" on comes back when the words of an .odt are read.
#
# Packages: odfpy 1.4.1 (teletype.extractText), officeparser 7.8.0 (npm); pypandoc_binary 1.17 (pandoc 3.9) reads it right.
# Input: an OpenDocument text in which an amount was deleted. The format keeps the deleted words in
# text:tracked-changes, ahead of the first paragraph, with a mark at the old place (ODF 1.3 part 3, 5.5).
# Expected: "Er is geld.", as the document shows without tracked changes, and as a .docx gives (w:del is
# skipped by the same officeparser).
# Seen: both begin with the deleted words; odfpy glues the author and the moment to them as well.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check odfpy==1.4.1 pypandoc_binary==1.17 "setuptools<81"
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
from odt import make

INFO = (
    "<office:change-info><dc:creator>A. Janssen</dc:creator>"
    "<dc:date>2026-01-05T09:00:00</dc:date></office:change-info>"
)
make(
    "deleted",
    '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion>'
    f"{INFO}<text:p>35.000 euro </text:p></text:deletion></text:changed-region></text:tracked-changes>"
    '<text:p>Er is <text:change text:change-id="c1"/>geld.</text:p>',
)
pandoc = [sys.argv[1], "deleted.odt", "-t", "plain"]
print("pandoc:", subprocess.run(pandoc, capture_output=True, text=True, check=True).stdout.strip())
print("odfpy:", teletype.extractText(load("deleted.odt").text))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt
node -e '
const { OfficeParser } = require("officeparser");
OfficeParser.parseOffice(require("fs").readFileSync(process.argv[1]))
  .then((document) => console.log("officeparser:", document.toText().split("\n").join(" / ")));' deleted.odt >>seen.txt

cat >expected.txt <<'OUT'
pandoc: Er is geld.
odfpy: A. Janssen2026-01-05T09:00:0035.000 euro Er is geld.
officeparser: 35.000 euro  / Er is geld.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
