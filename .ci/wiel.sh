#!/usr/bin/env bash
# Het wiel: bouwen en in een nieuwe omgeving zetten (`bouw`), en daar het werk doen (`gebruik`).
set -euo pipefail

omgeving=$WERK/wielomgeving

bouw() {
  python -m build -o "$WERK/dist" . >"$WERK/bouw.log" 2>&1 || { cat "$WERK/bouw.log"; return 1; }
  "$PYTHON" -m venv "$omgeving"
  "$omgeving/bin/pip" install -q "$WERK"/dist/*.whl
  (cd "$WERK/dist" && ls -1)
}

gebruik() {
  local map
  map=$(mktemp -d -p "$WERK")
  cd "$map"
  PATH=$omgeving/bin:$PATH
  # Zonder wat bij het bouwen klaargemaakt is, werkt alles ook, alleen trager: dat zou niemand zien.
  "$omgeving/bin/python" -c '
from uitvoeringsplan.built import command_table, question_set, ready_templates
assert len(ready_templates.READY) == 2, "een meegeleverd sjabloon is niet meer klaar"
'
  uitvoeringsplan --versie
  uitvoeringsplan voorbeeld .
  rm oudermeer.docx
  uitvoeringsplan genereer
  test -s oudermeer.docx
  uitvoeringsplan status --json >stand.json
  python -m json.tool stand.json >/dev/null
  python -m uitvoeringsplan --help >hulp.txt
  grep -q genereer hulp.txt
}

"$1"
