#!/usr/bin/env bash
# Comparing two documents takes every link to a place in the document out of the result, the contents list too, and does not mark
# that as a change.
#
# Package: jubarte-redlines 0.14.0, compare_documents; python-redlines 2.0.0 with its Docxodus engine beside it.
# Input: two documents of three paragraphs. The first has a link to a web page and one to a bookmark, the second is a line of a contents
# list with a link to a heading (w:hyperlink with r:id or w:anchor, ECMA-376 part 1, 17.16.22); in the third one word changed.
# Expected: a result with the three links, and one change.
# Seen: of the two links within the document the words are there and the links are not, so accepting gives a document that nobody
# wrote: the new one without them, and rejecting the old one without them. The other engine keeps all three.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check jubarte-redlines==0.14.0 python-redlines==2.0.0 python-redlines-docxodus==2.0.0

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
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/hyperlink" Target="https://www.voorbeeld.nl/" TargetMode="External"/>'
        f"</Relationships>",
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body>{body}<w:sectPr/></w:body></w:document>',
    }
    with zipfile.ZipFile(f"{name}.docx", "w", zipfile.ZIP_DEFLATED) as package:
        for part, xml in parts.items():
            package.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'
PY
cat >show.py <<'PY'
import io
import re
import zipfile

import jubarte_redlines
from make import make, run
from python_redlines import DocxodusEngine

LINKS = (
    f'<w:p><w:bookmarkStart w:id="0" w:name="_Toc1"/><w:bookmarkEnd w:id="0"/><w:bookmarkStart w:id="1" w:name="bron"/>{run("Inleiding. Zie ")}<w:bookmarkEnd w:id="1"/>'
    f'<w:hyperlink r:id="rId1">{run("de site")}</w:hyperlink>{run(" en ")}'
    f'<w:hyperlink w:anchor="bron">{run("de bron")}</w:hyperlink>{run(".")}</w:p>'
    f'<w:p><w:hyperlink w:anchor="_Toc1">{run("Inleiding")}</w:hyperlink></w:p>'
)
for name, word in (("old", "oude"), ("new", "nieuwe")):
    make(name, LINKS + f"<w:p>{run(f'Dit is het {word} plan.')}</w:p>")
old, new = (open(f"{name}.docx", "rb").read() for name in ("old", "new"))
for name, data in (
    ("new document", new),
    ("jubarte_redlines", jubarte_redlines.compare_documents(old, new)),
    ("docxodus", DocxodusEngine().run_redline("A. Janssen", old, new)[0]),
):
    xml = zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml").decode()
    links = re.findall(r"<w:hyperlink ([^>]*)>", xml)
    said = [f"web {sum('r:id=' in link for link in links)}", f"within {sum('r:id=' not in link for link in links)}"]
    said += [f"{kind} {xml.count(f'<w:{kind} ')}" for kind in ("ins", "del")]
    print(name, *said, f"fields {xml.count('HYPERLINK')}", f"words {'de bron' in xml and 'Inleiding' in xml}", sep=" | ")
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
new document | web 1 | within 2 | ins 0 | del 0 | fields 0 | words True
jubarte_redlines | web 1 | within 0 | ins 1 | del 1 | fields 0 | words True
docxodus | web 1 | within 2 | ins 1 | del 1 | fields 0 | words True
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
