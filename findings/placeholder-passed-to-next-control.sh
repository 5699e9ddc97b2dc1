#!/usr/bin/env bash
# Opened and saved by LibreOffice, a content control that has no placeholder entry gets the one of the
# control before it. Whoever knows a control by that entry (its tag is gone after saving) takes a check
# box for the field in front of it.
#
# Program: LibreOffice 7.4.7 (soffice on PATH, or SOFFICE=...); no packages but Python's own.
# Input: a line with a rich text control whose w:placeholder names the entry "Entry-A", and below it a
# check box control (w14:checkbox) without w:placeholder; every element as ECMA-376 part 1, 17.5.2 has it.
# Expected: after opening and saving as .docx the check box has no placeholder, or none that is called
# Entry-A.
# Seen: both controls name Entry-A.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

cat >make.py <<'PY'
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def control(properties, text):
    return (
        f"<w:sdt><w:sdtPr>{properties}</w:sdtPr><w:sdtContent><w:r><w:t>{text}</w:t></w:r></w:sdtContent></w:sdt>"
    )


entry = '<w:placeholder><w:docPart w:val="Entry-A"/></w:placeholder>'
box = '<w14:checkbox><w14:checked w14:val="0"/></w14:checkbox>'
lines = (
    f'<w:p><w:r><w:t xml:space="preserve">Name: </w:t></w:r>{control(entry, "Anna")}</w:p>'
    f'<w:p>{control(box, "&#x2610;")}<w:r><w:t xml:space="preserve"> agreed</w:t></w:r></w:p>'
)
parts = {
    "[Content_Types].xml": f'<Types xmlns="{PKG}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:w14="{W14}" xmlns:mc="{MC}" mc:Ignorable="w14">'
    f"<w:body>{lines}<w:sectPr/></w:body></w:document>",
}
with zipfile.ZipFile("in.docx", "w", zipfile.ZIP_DEFLATED) as package:
    for part, xml in parts.items():
        package.writestr(part, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + xml)
PY
python3 make.py
mkdir out
"${SOFFICE:-soffice}" "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir out in.docx >/dev/null 2>&1

cat >check.py <<'PY'
import re
import sys
import zipfile

text = zipfile.ZipFile("out/in.docx").read("word/document.xml").decode()
controls = re.findall(r"<w:sdtPr>.*?</w:sdtPr>", text)
boxes = [one for one in controls if "checkbox" in one]
entries = [re.findall(r'docPart w:val="([^"]*)"', one) for one in boxes]
print("placeholder entries of the check box:", entries)
if entries != [["Entry-A"]]:
    sys.exit("changed: the check box does not have the placeholder of the control before it")
PY
python3 check.py
"${SOFFICE:-soffice}" --version | head -1
