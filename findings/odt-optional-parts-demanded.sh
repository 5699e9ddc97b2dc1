#!/usr/bin/env bash
# An .odt without the optional part styles.xml is refused, and so is one whose parts hold no container of
# styles at all.
#
# Package: pypandoc_binary 1.17 (pandoc 3.9); odfpy 1.4.1 and LibreOffice 7.4 read all three.
# Input: the same document of one sentence three times: whole; without styles.xml (ODF 1.3 asks
# for content.xml or styles.xml); and without the empty containers, which the schema makes optional one by one.
# Expected: the sentence, three times.
# Seen: the sentence once, "Could not find styles.xml" and "Could not read styles". One empty container in
# either part is enough for pandoc. A program that writes lean .odt files writes files that it does not open.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypandoc_binary==1.17 odfpy==1.4.1 "setuptools<81"
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
import zipfile

from odf import teletype
from odf.opendocument import load
from odt import make

make("whole", "<text:p>Er is geld.</text:p>")
make("no-styles", "<text:p>Er is geld.</text:p>", styles=None)
with zipfile.ZipFile("whole.odt") as source, zipfile.ZipFile("no-containers.odt", "w") as target:
    for part in source.infolist():
        xml = source.read(part)
        for container in ("font-face-decls", "styles", "automatic-styles", "master-styles"):
            xml = xml.replace(f"<office:{container}/>".encode(), b"")
        target.writestr(part, xml)
for name in ("whole", "no-styles", "no-containers"):
    command = [sys.argv[1], f"{name}.odt", "-t", "plain"]
    pandoc = subprocess.run(command, capture_output=True, text=True, check=False)
    print(name, "pandoc:", (pandoc.stdout + pandoc.stderr).strip(), "| code", pandoc.returncode)
    print(name, "odfpy:", teletype.extractText(load(f"{name}.odt").text))
PY
pandoc=$(venv/bin/python -c 'import pypandoc; print(pypandoc.get_pandoc_path())')
venv/bin/python -W ignore show.py "$pandoc" >seen.txt

cat >expected.txt <<'OUT'
whole pandoc: Er is geld. | code 0
whole odfpy: Er is geld.
no-styles pandoc: Could not find styles.xml | code 64
no-styles odfpy: Er is geld.
no-containers pandoc: Could not read styles | code 64
no-containers odfpy: Er is geld.
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
