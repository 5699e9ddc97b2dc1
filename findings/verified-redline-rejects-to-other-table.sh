#!/usr/bin/env bash
# The check that comes with a comparer says that rejecting gives the old document back, while a new table row stays as an empty one,
# and while bold and the address of a link that changed have no mark at all.
#
# Package: docx-trackdiff 1.0.0, its commands docx-trackdiff and docx-trackdiff-verify.
# Input: a table that gets a row; a paragraph of which a word becomes bold; a link (w:hyperlink) that goes elsewhere.
# Expected: a row that came is marked in w:trPr (ECMA-376 part 1, 17.13.5.16) and a changed look in w:rPrChange (17.13.5.31), or the
# check says what cannot be undone: it reports "accept-all == NEW" and "reject-all == OLD".
# Seen: it passes all three. Only the words in the new row are marked, so rejecting leaves a row without words; the other two files have
# no revision. Who rejects keeps the new look and the new address. The check compares the words of paragraphs that have any.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check docx-trackdiff==1.0.0

cat >make.py <<'PY'
"""make(NAME, BODY): writes NAME.docx, a minimal document with this content."""
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PKG = "http://schemas.openxmlformats.org/package/2006"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"


def make(name, body, address="https://www.voorbeeld.nl/oud"):
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PKG}/content-types">'
        f'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/>'
        f'<Override PartName="/word/settings.xml" ContentType="{MAIN.replace("document.main", "settings")}"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{PKG}/relationships">'
        f'<Relationship Id="rId1" Type="{REL}/hyperlink" Target="{address}" TargetMode="External"/>'
        f'<Relationship Id="rId2" Type="{REL}/settings" Target="settings.xml"/></Relationships>',
        "word/settings.xml": f'<w:settings xmlns:w="{W}"/>',
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

GRID = '<w:tblPr/><w:tblGrid><w:gridCol w:w="2000"/></w:tblGrid>'


def table(*words):
    rows = "".join(f"<w:tr><w:tc><w:p>{run(word)}</w:p></w:tc></w:tr>" for word in words)
    return f"<w:tbl>{GRID}{rows}</w:tbl><w:p>{run('Dat was het.')}</w:p>"


def link():
    return f'<w:p>{run("Zie de ")}<w:hyperlink r:id="rId1">{run("site")}</w:hyperlink></w:p>'


bold = run("zonder elkaar").replace("<w:r>", "<w:r><w:rPr><w:b/></w:rPr>")
make("row-old", table("een", "twee"))
make("row-new", table("een", "erbij", "twee"))
make("bold-old", f"<w:p>{run('Oneens zijn ')}{run('zonder elkaar')}{run(' kwijt te raken.')}</w:p>")
make("bold-new", f"<w:p>{run('Oneens zijn ')}{bold}{run(' kwijt te raken.')}</w:p>")
make("link-old", link())
make("link-new", link(), "https://www.voorbeeld.nl/nieuw")
PY
python3 inputs.py
for kind in row bold link; do
  venv/bin/docx-trackdiff "$kind-old.docx" "$kind-new.docx" "$kind.docx" >log.txt
  venv/bin/docx-trackdiff-verify "$kind.docx" "$kind-old.docx" "$kind-new.docx" >"$kind.txt" || true
done
cat >show.py <<'PY'
import re
import zipfile

for kind in ("row", "bold", "link"):
    package = zipfile.ZipFile(f"{kind}.docx")
    xml = package.read("word/document.xml").decode()
    check = re.findall(r"(PASS|FAIL) - (accept-all == NEW|reject-all == OLD)", open(f"{kind}.txt").read())
    words = len(re.findall(r"<w:(?:ins|del) [^>]*[^/]>", xml))
    rows = len(re.findall(r"<w:trPr>.*?<w:ins ", xml))
    looks = xml.count("<w:rPrChange ")
    new = "nieuw" in package.read("word/_rels/document.xml.rels").decode()
    print(kind, *(" ".join(pair) for pair in check), f"words {words}", f"rows {rows}", f"looks {looks}", f"new address {new}", sep=" | ")
PY
python3 show.py >seen.txt

cat >expected.txt <<'OUT'
row | PASS accept-all == NEW | PASS reject-all == OLD | words 1 | rows 0 | looks 0 | new address False
bold | PASS accept-all == NEW | PASS reject-all == OLD | words 0 | rows 0 | looks 0 | new address False
link | PASS accept-all == NEW | PASS reject-all == OLD | words 0 | rows 0 | looks 0 | new address True
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
