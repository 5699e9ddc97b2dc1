#!/usr/bin/env bash
# The unnumbered heading of a list becomes item 1, and the number that an item starts at is ignored.
#
# Package: pypandoc_binary 1.17 (pandoc 3.9), reading OpenDocument.
# Input: a numbered list with a text:list-header ("Voorwaarden", ODF 1.3 part 3, 5.3.3: not numbered) and an item
# with text:start-value="4" (5.3.4). LibreOffice 7.4 shows "Voorwaarden" and "4. Draagvlak".
# Expected: an unnumbered line and an item 4.
# Seen: "1. Voorwaarden", "2. Draagvlak": whoever refers to "voorwaarde 4" refers to nothing.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17
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

from odt import EMPTY_STYLES, make

numbered = (
    '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="."'
    ' style:num-format="1"/></text:list-style>'
)
make(
    "list",
    '<text:list text:style-name="L1"><text:list-header><text:p>Voorwaarden</text:p></text:list-header>'
    '<text:list-item text:start-value="4"><text:p>Draagvlak</text:p></text:list-item></text:list>',
    EMPTY_STYLES.replace("<office:styles/>", f"<office:styles>{numbered}</office:styles>"),
)
command = [sys.argv[1], "list.odt", "-t", "plain"]
print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
1.  Voorwaarden
2.  Draagvlak
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
