#!/usr/bin/env bash
# An OpenDocument text that ONLYOFFICE opens and saves as docx says something else: a rare ideograph is another letter, a smiley an
# empty box, and a link leads to another address.
#
# Packages: document-builder 9.4.0.130, the engine of the ONLYOFFICE editors.
# Input: a text (ODF 1.3) with U+1F642 and U+20BB7 between letters, and a link whose address has an ampersand, written &amp; as XML asks.
# Expected: the same characters (XML 1.0, 2.2: whatever Unicode has), and the same address.
# Seen: of a character above U+FFFF the lower sixteen bits are left, so U+20BB7 (Chinese and Japanese names have it) becomes U+0BB7, a
# letter of Tamil, and U+1F642 the private U+F642. The address has been escaped twice: it has "&amp;" where "&" was. The same words in
# a docx that it opens and saves stay as they are. Without a licence the engine says so, and adds a watermark that is not looked at here.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check document-builder==9.4.0.130

cat >make.py <<'PY'
"""Writes in.odt and in.docx, minimal documents with the same two paragraphs."""
import zipfile

TYPE = "application/vnd.oasis.opendocument.text"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
ADDRESS = "https://voorbeeld.example/?a=1&amp;b=2"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELS = "application/vnd.openxmlformats-package.relationships+xml"
KOP = '<?xml version="1.0" encoding="UTF-8"?>'
SIGNS = "Tot straks \U0001f642 en x\U00020bb7y"

names = f'xmlns:office="{ODF}office:1.0" xmlns:text="{ODF}text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3"'
entry = "<manifest:file-entry manifest:full-path"
odt = {
    "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{ODF}manifest:1.0" manifest:version="1.3">'
    f'{entry}="/" manifest:version="1.3" manifest:media-type="{TYPE}"/>'
    f'{entry}="content.xml" manifest:media-type="text/xml"/>{entry}="styles.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>",
    "content.xml": f"<office:document-content {names}><office:body><office:text><text:p>{SIGNS}</text:p>"
    f'<text:p>Zie <text:a xlink:type="simple" xlink:href="{ADDRESS}">de lijst</text:a>.</text:p>'
    "</office:text></office:body></office:document-content>",
    "styles.xml": f"<office:document-styles {names}><office:styles/></office:document-styles>",
}
docx = {
    "[Content_Types].xml": f'<Types xmlns="{PKG}/content-types"><Default Extension="rels" ContentType="{RELS}"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}/relationships">'
    f'<Relationship Id="rId1" Type="{REL}/hyperlink" Target="{ADDRESS}" TargetMode="External"/></Relationships>',
    "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{REL}"><w:body><w:p><w:r><w:t>{SIGNS}</w:t></w:r></w:p>'
    '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>de lijst</w:t></w:r></w:hyperlink></w:p><w:sectPr/></w:body></w:document>',
}
for name, parts in (("in.odt", odt), ("in.docx", docx)):
    with zipfile.ZipFile(name, "w") as package:
        if name == "in.odt":
            package.writestr("mimetype", TYPE)
        for part, xml in parts.items():
            package.writestr(part, KOP + xml, zipfile.ZIP_DEFLATED)
PY
cat >show.py <<'PY'
import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import docbuilder


def said(kind):
    builder = docbuilder.CDocBuilder()
    assert builder.OpenFile(str(Path(f"in.{kind}").resolve()), "") == 0
    assert builder.SaveFile("docx", str(Path(f"{kind}-out.docx").resolve())) == 0
    builder.CloseFile()
    with zipfile.ZipFile(f"{kind}-out.docx") as package:
        root = ElementTree.fromstring(package.read("word/document.xml"))
        rels = ElementTree.fromstring(package.read("word/_rels/document.xml.rels"))
    text = "".join(t.text or "" for t in root.iter() if t.tag.endswith("}t"))
    (address,) = (rel.get("Target") for rel in rels if rel.get("TargetMode") == "External")
    return re.search("straks (.) en x(.)y", text).groups(), address


for kind in ("docx", "odt"):
    signs, address = said(kind)
    print(f"{kind}: {' '.join(f'U+{ord(sign):04X}' for sign in signs)} {address}")
PY
venv/bin/python make.py
venv/bin/python show.py 2>/dev/null | tee seen
diff seen - <<'SEEN'
docx: U+1F642 U+20BB7 https://voorbeeld.example/?a=1&b=2
odt: U+F642 U+0BB7 https://voorbeeld.example/?a=1&amp;b=2
SEEN
