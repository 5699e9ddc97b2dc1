"""Where a sentence ends for certain.

A dot ends a sentence, an abbreviation, an initial or a number, and only a reader can tell which.
Two people's changes go together per sentence (`model.samenvoeging`), so a sentence that is cut in
two by mistake would be written by nobody; one that is too long only asks a question too many. So
whatever is in doubt is no end.
"""

from __future__ import annotations

import re

_SLUITEND = "\"'”’»)\\]"
_EINDE = re.compile(rf"[.!?][{_SLUITEND}]*(?=\s)")
_SLOT = re.compile(rf"[.!?][{_SLUITEND}]*\s*\Z")
# A capital starts a sentence; after a digit or a small letter it may have been an abbreviation.
_BEGIN = re.compile(r"\s+[\"'“‘«(\[]*(\w)")
_WOORD = re.compile(r"\S{1,60}\Z")
_GETAL = re.compile(r"[€(]*[\d.,:/%-]*\d[\d.,:/%-]*\Z")
_KLINKER = re.compile(r"[aeiouyàâäèéêëìíîïòóôöùúûü]", re.IGNORECASE)
_DOORLOPEND = re.compile(
    r"(?:[,;]|\b(?:en|of|en/of|maar|noch|tenzij|behalve|zonder|mits|als|indien|want|plus))\s*\Z"
)
_LANG_GETAL = 4  # digits: “3.” may be the number of an article or a step, “2027.” is a year
_KORT = 3
#: Words this short are mostly abbreviations before a dot (nr., art., Jan.); these are not.
_KORTE_WOORDEN = frozenset((
    "aan", "af", "al", "bij", "dag", "dan", "dat", "die", "dit", "dus", "een", "en", "er", "ga",
    "had", "hem", "hen", "het", "hij", "hoe", "hun", "ik", "in", "is", "ja", "je", "jij", "kan",
    "kon", "lag", "man", "mee", "met", "mij", "na", "nee", "nu", "om", "ons", "ook", "op", "per",
    "toe", "tot", "u", "uit", "uur", "vak", "van", "ver", "vol", "wat", "weg", "wel", "wet", "wie",
    "wij", "wil", "zal", "zei", "zij", "zin", "zo", "zou",
))  # fmt: skip
_AFKORTINGEN = frozenset((
    "artt", "bijl", "bijv", "blzz", "burg", "circ", "conf", "corn", "dept", "dipl", "excl", "exkl",
    "gebr", "genm", "gest", "hfdst", "hist", "hoofdst", "incl", "inst", "lett", "maatsch", "mevr",
    "minr", "nadr", "onderd", "onderz", "openb", "overl", "past", "plaatsv", "postb", "prof",
    "prov", "rapp", "resp", "secr", "sect", "sept", "staatssecr", "techn", "telef", "temp", "toel",
    "uitg", "univ", "verg", "verm", "vert", "voorz", "vrijw", "weth", "wethr", "wijz",
))  # fmt: skip


def find_zinseinden(tekst: str) -> list[int]:
    """Return the places behind every sentence in a paragraph that another one surely follows."""
    uit = []
    for einde in _EINDE.finditer(tekst):
        begin = _BEGIN.match(tekst, einde.end())
        if begin and begin[1].isupper() and _is_zeker(tekst, einde.start()):
            uit.append(einde.end())
    return uit


def is_complete(tekst: str) -> bool:
    """Whether a text surely ends where a sentence ends; else what follows it may belong to it."""
    slot = _SLOT.search(tekst, max(0, len(tekst.rstrip()) - 8))
    return slot is not None and _is_zeker(tekst, slot.start())


def is_unfinished(tekst: str) -> bool:
    """Whether a text says itself that it goes on: a comma, a semicolon, a word like “of”."""
    return _DOORLOPEND.search(tekst, max(0, len(tekst.rstrip()) - 10)) is not None


def _is_zeker(tekst: str, plek: int) -> bool:
    """Whether the sign at `plek` ends a sentence, and is not part of the word before it."""
    if tekst[plek] != ".":
        return True
    gevonden = _WOORD.search(tekst, max(0, plek - 60), plek)
    woord = gevonden[0].strip("\"'”’»“‘«()[]*") if gevonden else ""
    if _GETAL.match(woord):
        return woord[-1] == "%" or sum(teken.isdigit() for teken in woord) >= _LANG_GETAL
    if not woord or "." in woord or not woord[-1].isalnum():
        return False
    if len(woord) <= _KORT:
        return woord in _KORTE_WOORDEN
    return woord.casefold() not in _AFKORTINGEN and _KLINKER.search(woord) is not None
