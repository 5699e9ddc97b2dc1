#!/usr/bin/env bash
# A picture that says it is decoration becomes a figure without words, so the PDF is not the PDF/UA-1 that was asked for.
#
# Packages: WeasyPrint 70.0; page-validation 0.11.0 judges, pikepdf 10.18.0 shows the structure.
# Input: one page of HTML with a title, a language, a heading and a picture with alt="", which in HTML means: passed over by
# who does not see it (HTML, 4.8.4.4.2); written with pdf_variant="pdf/ua-1".
# Expected: the picture is an artifact (ISO 14289-1, 7.1: content that is no part of the meaning is marked as such).
# Seen: a structure element Figure without Alt, under a claim of PDF/UA-1 in the metadata. A warning says that the picture has
# no required description, but alt="" is the description that HTML asks for, and any words would make a screen reader
# say them. A logo that stands beside the name of the municipality is such a picture.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv venv
venv/bin/pip install --quiet --disable-pip-version-check weasyprint==70.0 page-validation==0.11.0 pikepdf==10.18.0

cat >show.py <<'PY'
import logging

import page
import pikepdf
from weasyprint import HTML

LOGO = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='9' height='9'%3E%3Crect width='9' height='9'/%3E%3C/svg%3E"
messages = []


class Collect(logging.Handler):
    def emit(self, record):
        if "alt" in record.getMessage():
            messages.append(record.getMessage().rpartition('" ')[2])


logging.getLogger("weasyprint").addHandler(Collect())


def kinds(element):
    children = element.get("/K", [])
    yield str(element.get("/S", "")), "/Alt" in element
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary):
            yield from kinds(child)


for name, alt in (("words", "Wapen van Delft"), ("decoration", "")):
    html = f'<html lang="nl"><head><title>Plan</title></head><body><h1>Plan</h1><p><img alt="{alt}" src="{LOGO}"></p></body></html>'
    HTML(string=html).write_pdf(f"{name}.pdf", pdf_variant="pdf/ua-1")
    report = page.validate_pdf_bytes(open(f"{name}.pdf", "rb").read(), profile="ua1")
    with pikepdf.open(f"{name}.pdf") as pdf:
        figures = ["figure with Alt" if alt else "figure without" for kind, alt in kinds(pdf.Root.StructTreeRoot) if kind == "/Figure"]
        claim = "pdfuaid" in pdf.Root.Metadata.read_bytes().decode()
    print(name, figures, f"claim {claim}", [failure.message for failure in report.failures], messages)
PY
venv/bin/python -W ignore show.py >seen.txt

cat >expected.txt <<'OUT'
words ['figure with Alt'] claim True [] []
decoration ['figure without'] claim True ['a Figure structure element has neither a non-empty /Alt nor an /ActualText string'] ['has no required alt description']
OUT
if diff -u expected.txt seen.txt; then
  echo "as described: $(basename "$0")"
else
  echo "changed: the lines above differ from what was seen before" >&2
  exit 1
fi
