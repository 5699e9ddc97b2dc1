#!/usr/bin/env bash
# De webpagina's van de plannen door de poorten, en de proef dat die poorten iets tegenhouden.
set -euo pipefail

map=$(mktemp -d -p "$WERK")
genereer() { uitvoeringsplan genereer --naar html "$@" >/dev/null; }

printf 'soort: polarisatie\nvragenlijst: 1\n' >"$map/leeg.plan.yaml"
genereer voorbeelden/oudermeer.plan.yaml -u "$map/tabel.docx"
genereer voorbeelden/oudermeer.plan.yaml -u "$map/koppen.docx" --indeling koppen
genereer voorbeelden/oudermeer.plan.yaml -u "$map/intern.docx" --intern
genereer tests/data/maastricht.plan.yaml -u "$map/maastricht.docx"
genereer "$map/leeg.plan.yaml" -u "$map/leeg.docx"
python .ci/html_poort.py "$map"/*.html
python .ci/proef_html_poort.py "$map/tabel.html"
