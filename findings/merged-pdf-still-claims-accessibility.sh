#!/usr/bin/env bash
# Pages that are added to an accessible PDF have no tags in the result, and the result still says that it
# is tagged and PDF/UA-1.
#
# Packages: pypdf 7.1.1 (PdfWriter(clone_from=...).append) and pikepdf 10.18.0 (pages.extend).
# Input: one tagged page with a heading and a paragraph, and the same page added behind it: a plan and its
# appendix. What is added was accessible too.
# Expected: the tags of both pages, or no claim any more (ISO 14289-1, 7.1: all real content is tagged).
# Seen: two pages, a structure tree with one heading and one paragraph, Marked true and pdfuaid:part 1.
# With pikepdf both pages have StructParents 0, so the words of the second page are taken for those of
# the first. A reader with a screen reader hears half the document.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check pypdf==7.1.1 pikepdf==10.18.0
cat >tagged.py <<'PY'
"""make(NAME): writes NAME, a tagged PDF of one page with a heading and a paragraph, marked PDF/UA-1."""
import pikepdf
from pikepdf import Array, Dictionary, Name, String

UA = "{http://www.aiim.org/pdfua/ns/id/}part"
CONTENT = (
    b"/H1 <</MCID 0>> BDC BT /F1 18 Tf 20 150 Td (Budget) Tj ET EMC "
    b"/P <</MCID 1>> BDC BT /F1 12 Tf 20 120 Td (Er is 15.000 euro.) Tj ET EMC"
)


def make(name):
    pdf = pikepdf.new()
    pdf.add_blank_page(page_size=(300, 200))
    page = pdf.pages[0]
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=pdf.make_indirect(font)))
    page.Contents = pdf.make_stream(CONTENT)
    page.StructParents = 0
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, ParentTreeNextKey=1))
    top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=tree))
    elements = [
        pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name(kind), P=top, Pg=page.obj, K=number))
        for number, kind in enumerate(("/H1", "/P"))
    ]
    top.K, tree.K = Array(elements), top
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=Array([0, Array(elements)])))
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)
    pdf.Root.Lang = String("nl-NL")
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    with pdf.open_metadata() as meta:
        meta["dc:title"] = "Concept"
        meta[UA] = "1"
    pdf.save(name)
PY

cat >show.py <<'PY'
import pikepdf
import pypdf
from tagged import UA, make


def kinds(node):
    if isinstance(node, pikepdf.Array):
        return [kind for child in node for kind in kinds(child)]
    if not isinstance(node, pikepdf.Dictionary):
        return []
    return [str(node.S)] + (kinds(node.K) if "/K" in node else [])


def show(name):
    with pikepdf.open(name) as pdf:
        print(name, "pages:", len(pdf.pages), "tags:", kinds(pdf.Root.StructTreeRoot.K))
        print("  Marked:", pdf.Root.MarkInfo.Marked, "PDF/UA:", pdf.open_metadata().get(UA))
        print("  StructParents:", [str(page.get("/StructParents")) for page in pdf.pages])


make("plan.pdf")
show("plan.pdf")
writer = pypdf.PdfWriter(clone_from="plan.pdf")
writer.append("plan.pdf")
writer.write("pypdf.pdf")
show("pypdf.pdf")
with pikepdf.open("plan.pdf") as plan, pikepdf.open("plan.pdf") as appendix:
    plan.pages.extend(appendix.pages)
    plan.save("pikepdf.pdf")
show("pikepdf.pdf")
PY
venv/bin/python show.py >seen.txt

cat >expected.txt <<'OUT'
plan.pdf pages: 1 tags: ['/Document', '/H1', '/P']
  Marked: True PDF/UA: 1
  StructParents: ['0']
pypdf.pdf pages: 2 tags: ['/Document', '/H1', '/P']
  Marked: True PDF/UA: 1
  StructParents: ['0', 'None']
pikepdf.pdf pages: 2 tags: ['/Document', '/H1', '/P']
  Marked: True PDF/UA: 1
  StructParents: ['0', '0']
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
