"""What `inlezen` passes over in silence today, kind by kind and for each operation where.

A form that words lose on their way home counts as much as words that nobody hears of. Who closes
a silence takes it off; nothing is put on.
"""

from visible_kinds import CHANGED, DELETED, INSERTED, MOVED

_ANSWER = ("antwoord",)
_CELL = ("cel",)
_FIXED = ("vast",)
_ANSWERS = ("antwoord", "cel")
_ANYWHERE = ("antwoord", "cel", "vast")
_NOT_CELL = ("antwoord", "vast")
_NOT_TEXT = ("cel", "vast")

OPEN: dict[str, dict[str, tuple[str, ...]]] = {
    "vet": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _FIXED, MOVED: _CELL},
    "cursief": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _FIXED, MOVED: _CELL},
    "onderstreept": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWER},
    "hoog": {CHANGED: _FIXED, DELETED: _FIXED},
    "laag": {CHANGED: _FIXED, DELETED: _FIXED},
    "verborgen": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "gemarkeerd": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWERS},
    "witte letters": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWERS},
    "hoofdletters": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWERS},
    "kleinkapitaal": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWERS},
    "link naar buiten": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _FIXED, MOVED: _CELL},
    "link naar binnen": {
        INSERTED: _ANSWERS,
        CHANGED: _ANYWHERE,
        DELETED: _ANYWHERE,
        MOVED: _ANSWERS,
    },
    "veld HYPERLINK": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _CELL, MOVED: _CELL},
    "teken dat een letter heeft": {CHANGED: _FIXED},
    "tab": {CHANGED: _NOT_TEXT},
    "regeleinde": {INSERTED: _CELL, CHANGED: _NOT_TEXT, DELETED: _CELL, MOVED: _CELL},
    "pagina-einde": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANSWERS, MOVED: _ANSWERS},
    "kolomeinde": {INSERTED: _ANSWER, CHANGED: _ANYWHERE, DELETED: _ANSWERS, MOVED: _ANSWERS},
    "formule": {CHANGED: _FIXED},
    "formule op een eigen regel": {CHANGED: _FIXED},
    "veld REF": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "eenvoudig veld REF": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "veld PAGE": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "eenvoudig veld PAGE": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "veld DATE": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED, MOVED: _FIXED},
    "beginkapitaal": {INSERTED: _ANSWERS, CHANGED: _ANSWERS, DELETED: _ANSWERS, MOVED: _ANSWERS},
    "ingevoegd bestand": {INSERTED: _FIXED, CHANGED: _FIXED, DELETED: _FIXED},
    "ingebed bestand": {CHANGED: _FIXED},
    "tabel": {CHANGED: _FIXED},
    "lijst die opnieuw telt": {CHANGED: _FIXED, DELETED: _NOT_CELL, MOVED: _ANSWER},
    "lijst met letters": {CHANGED: _FIXED, DELETED: _FIXED},
    "punt op het derde niveau": {
        INSERTED: _ANSWER,
        CHANGED: _NOT_CELL,
        DELETED: _NOT_CELL,
        MOVED: _ANSWER,
    },
    "andere soort lijst": {CHANGED: _FIXED, DELETED: _FIXED},
    "ander kopniveau": {
        INSERTED: _ANSWERS,
        CHANGED: _ANYWHERE,
        DELETED: _ANYWHERE,
        MOVED: _ANSWERS,
    },
    "alinearand": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWERS},
    "arcering": {INSERTED: _ANSWERS, CHANGED: _ANYWHERE, DELETED: _ANYWHERE, MOVED: _ANSWERS},
    "sectie-einde": {INSERTED: _ANSWER, CHANGED: _NOT_CELL, DELETED: _NOT_CELL, MOVED: _ANSWER},
    "op een nieuwe pagina": {
        INSERTED: _ANSWERS,
        CHANGED: _ANYWHERE,
        DELETED: _ANYWHERE,
        MOVED: _ANSWERS,
    },
    "tabelrij": {MOVED: _CELL},
}
