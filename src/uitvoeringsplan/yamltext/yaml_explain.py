"""What the messages of PyYAML and libyaml mean, for someone who has never heard of either."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import yaml

MAX_DIEPTE = 12
TE_DIEP = f"dit is dieper genest dan {MAX_DIEPTE} lagen"

_GEEN_BEGIN = (
    "met dit teken kan een waarde niet beginnen; zet de tekst tussen aanhalingstekens, en gebruik"
    " spaties in plaats van tabs"
)
# Pieces of the messages of PyYAML and libyaml, and what to tell the user instead.
_UITLEG = {
    # From libyaml 0.2.6 on (in PyYAML 6.0.4), which reads ahead of what it has handed out.
    "exceeded maximum nesting depth": TE_DIEP,
    "found character '\\t'": "een tab kan hier niet; gebruik spaties",
    "found a tab": "een tab kan hier niet; gebruik spaties",
    "could not find expected ':'": "hier ontbreekt een dubbele punt na de sleutel",
    "mapping values are not allowed": "een dubbele punt met een spatie kan hier niet; zet de tekst"
    " tussen aanhalingstekens of in een blok met |",
    "found unexpected ':'": "achter deze dubbele punt hoort een spatie",
    "while parsing a flow": "deze haak wordt niet goed gesloten",
    "did not find expected key": "deze regel springt anders in dan de regels erboven",
    "expected <block end>": "deze regel springt anders in dan de regels erboven",
    "did not find expected '-'": "deze regel springt anders in dan de regels erboven",
    "found unexpected end of stream": "dit aanhalingsteken is niet gesloten",
    "cannot start any token": _GEEN_BEGIN,
    "node content": _GEEN_BEGIN,
    "unknown escape character": "een backslash heeft tussen dubbele aanhalingstekens een eigen"
    " betekenis; gebruik enkele aanhalingstekens",
    "while scanning a block scalar": "na | of > mag op deze regel niets meer staan",
    "<document start>": "hierboven is de inhoud al afgelopen; springt deze regel goed in?",
}
# Mistakes that are found further on but were made where the context began.
_BEGON_EERDER = ("could not find expected ':'", "found unexpected end of stream")


def leg_uit(fout: yaml.MarkedYAMLError, haak: Any = None) -> tuple[str, int, int]:
    """Return a Dutch sentence for a mistake in YAML, and its line and column, from 1.

    `haak` is the place of the innermost bracket that is still open, if any.
    """
    melding = f"{fout.context or ''} {fout.problem or ''}"
    plek = fout.problem_mark or fout.context_mark
    if any(deel in melding for deel in _BEGON_EERDER):
        plek = fout.context_mark or plek
    elif "while parsing a flow" in melding and haak is not None:
        plek = haak
    passend = (nl for en, nl in _UITLEG.items() if en in melding)
    zin = next(passend, "dit is geen geldige YAML")
    regel, kolom = (plek.line + 1, plek.column + 1) if plek else (1, 1)
    return f"{zin}.", regel, kolom
