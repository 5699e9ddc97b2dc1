#!/usr/bin/env bash
# Saving the "final" or the "original" copy of a document is not the same as accepting or rejecting all changes in it: rows and fields
# come out otherwise.
#
# Package: superdoc-sdk 2.23.0 (PyPI, with its own superdoc-sdk-cli-linux-x64 2.23.0): save with mode final or original, and
# track_changes.decide for all changes before a plain save.
# Input: a table of three rows of which one was deleted and one inserted with "track changes" on (w:trPr/w:del and w:trPr/w:ins, ECMA-376
# part 1, 17.13.5.12 and 17.13.5.16), and a link that was deleted (a field with w:delInstrText, 17.16.13).
# Expected: two rows, and a field with its instruction when the deletion is undone; the same document by either way.
# Seen: deciding does that. The final copy keeps the deleted row as an empty one, the original copy the inserted one, and the
# original copy has a field without an instruction: its w:delInstrText is still there, outside any deletion.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
export HOME="$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check superdoc-sdk==2.23.0

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
cat >inputs.py <<'PY'
from make import make, run

WHO = 'w:author="A. Janssen" w:date="2026-01-05T09:00:00Z"'


def gone(runs):
    for name, other in (("t", "delText"), ("instrText", "delInstrText")):
        runs = runs.replace(f"<w:{name} ", f"<w:{other} ").replace(f"</w:{name}>", f"</w:{other}>")
    return runs


def row(content, mark=""):
    properties = f"<w:trPr>{mark}</w:trPr>" if mark else ""
    return f'<w:tr>{properties}<w:tc><w:tcPr><w:tcW w:w="2000" w:type="dxa"/></w:tcPr><w:p>{content}</w:p></w:tc></w:tr>'


def sign(kind):
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


rows = (
    row(run("blijft"))
    + row(f'<w:del w:id="1" {WHO}>{gone(run("weg"))}</w:del>', f'<w:del w:id="2" {WHO}/>')
    + row(f'<w:ins w:id="3" {WHO}>{run("nieuw")}</w:ins>', f'<w:ins w:id="4" {WHO}/>')
)
grid = '<w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'
code = '<w:r><w:instrText xml:space="preserve"> HYPERLINK "https://www.voorbeeld.nl/" </w:instrText></w:r>'
link = sign("begin") + code + sign("separate") + run("de site") + sign("end")
make("in", f'<w:tbl>{grid}{rows}</w:tbl><w:p>{run("Zie ")}<w:del w:id="5" {WHO}>{gone(link)}</w:del></w:p>')
PY
python3 inputs.py
cat >show.py <<'PY'
import pathlib
import re
import zipfile

from superdoc import SuperDocClient

client = SuperDocClient()
client.connect()
for decision, mode in (("accept", "final"), ("reject", "original")):
    for way in ("decided", "saved as"):
        document = client.open({"doc": "in.docx"})
        out = pathlib.Path(f"{mode}-{way.split()[0]}.docx").resolve()
        if way == "decided":
            document.track_changes.decide({"decision": decision, "target": {"kind": "all"}})
            document.save({"out": str(out), "force": True})
        else:
            document.save({"out": str(out), "force": True, "mode": mode})
        document.close({"discard": True})
        xml = zipfile.ZipFile(out).read("word/document.xml").decode()
        rows = ["".join(re.findall(r"<w:t[ >][^<]*?>?([^<>]*)</w:t>", row)) for row in re.findall(r"<w:tr[ >].*?</w:tr>", xml)]
        codes = [name for name in ("instrText", "delInstrText") if f"</w:{name}>" in xml]
        print(mode, way, f"rows {rows}", f"instruction {codes}", sep=" | ")
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
final | decided | rows ['blijft', 'nieuw'] | instruction []
final | saved as | rows ['blijft', '', 'nieuw'] | instruction []
original | decided | rows ['blijft', 'weg'] | instruction ['instrText']
original | saved as | rows ['blijft', 'weg', ''] | instruction ['delInstrText']
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
