#!/usr/bin/env bash
# ooxml-integrity 0.8.4 does not know that mc:AlternateContent holds alternatives: a tracked change in
# a text box is an ERROR, "revision id 8 used 2 times".
#
# A text box stands twice in a document: as a DrawingML shape (mc:Choice) and, for readers that do
# not know that, as VML (mc:Fallback), with the same paragraphs in both. A reader takes exactly one of
# the two and the other is not there for it (ECMA-376 Part 3, 7.6), so an id that is in both is used
# once. That is what we would have sworn a program called "integrity" counts by: other ids would make
# two changes of one. The Open XML SDK has no objection to this document.
#
# Expected: clean, exit 0, as without the second branch. Seen: REV001, exit 1.
# Exits 0 as long as that is so, and 1 when it has changed. Not part of CI.
set -euo pipefail

map=$(mktemp -d)
trap 'rm -rf "$map"' EXIT
python3 -m venv "$map/venv"
"$map/venv/bin/pip" install -q 'ooxml-integrity==0.8.4'

"$map/venv/bin/python" - "$map" <<'PYTHON'
import sys
import zipfile
from pathlib import Path

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
SPACES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "v": "urn:schemas-microsoft-com:vml",
    }.items()
)
CHANGE = '<w:ins w:id="8" w:author="A" w:date="2026-01-01T00:00:00Z"><w:r><w:t>word</w:t></w:r></w:ins>'


def document(content: str, *, fallback: bool) -> str:
    box = f"<w:txbxContent><w:p>{content}</w:p></w:txbxContent>"
    shape = (
        '<w:drawing><wp:inline><wp:extent cx="1800000" cy="360000"/><wp:docPr id="1" name="Box 1"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1800000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        f"</wps:spPr><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
        "</wp:inline></w:drawing>"
    )
    vml = f'<w:pict><v:rect style="width:142pt;height:28pt"><v:textbox>{box}</v:textbox></v:rect></w:pict>'
    second = f"<mc:Fallback>{vml}</mc:Fallback>" if fallback else ""
    return (
        f'<w:document {SPACES}><w:body><w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps">{shape}'
        f"</mc:Choice>{second}</mc:AlternateContent></w:r></w:p><w:sectPr/></w:body></w:document>"
    )


def write(path: Path, body: str) -> None:
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override'
        f' PartName="/word/document.xml" ContentType="{WORD}.document.main+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1"'
        f' Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": body,
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, f'<?xml version="1.0" encoding="UTF-8"?>\n{content}')


folder = Path(sys.argv[1])
write(folder / "both.docx", document(CHANGE, fallback=True))
write(folder / "one-branch.docx", document(CHANGE, fallback=False))
PYTHON

cd "$map"
venv/bin/pip list --format freeze 2>/dev/null | grep ^ooxml-integrity >seen
for name in one-branch both; do
  code=0
  venv/bin/ooxml-integrity check --no-config --fail-on error "$name.docx" >>seen 2>&1 || code=$?
  echo "exit $code" >>seen
done
cat >expected <<'TEXT'
ooxml-integrity==0.8.4
one-branch.docx: 0 error(s), 0 warning(s), 0 info  - clean
exit 0
both.docx: 1 error(s), 0 warning(s), 0 info
  [ERROR] REV001  revision id 8 used 2 times - outside the verified paragraph-mark/content pair; review for an ID collision
            -> word/document.xml
exit 1
TEXT
if ! diff -u expected seen; then
  echo 'CHANGED: ooxml-integrity 0.8.4 no longer says what this script describes.'
  exit 1
fi
cat seen
