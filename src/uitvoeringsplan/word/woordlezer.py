"""Following the elements of a text for its words, paragraph by paragraph, and nothing else.

What a program may change without anybody seeing it is left out: the results of fields that are
worked out anew (page numbers, the contents list) and the shape of the text. A picture, a note and
a sign that no letter means are words between brackets, and words that are struck through have a
mark.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.ooxml.names import W
from uitvoeringsplan.word.vastetekst import WAARDE

if TYPE_CHECKING:
    from collections.abc import Callable

M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
VAL = f"{W}}}val"

# Fields that a program works out anew each time; what stands in them is nobody's text.
_BEREKEND = frozenset(
    (
        "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TOC", "PAGEREF", "REF", "SEQ", "STYLEREF",
        "DATE", "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "EDITTIME", "FILENAME", "FILESIZE",
        "DOCPROPERTY", "TITLE", "SUBJECT", "AUTHOR", "LASTSAVEDBY", "KEYWORDS", "COMMENTS",
        "NUMWORDS", "NUMCHARS", "REVNUM", "TEMPLATE", "INFO",
    )
)  # fmt: skip
_DOORHALING = "~"  # around words that are struck through
_UIT = ("0", "false", "off")
_BEELD, _BESTAND, _NOOT, _TEKEN = "[afbeelding]", "[ingevoegd bestand]", "[noot]", "[teken {}]"


class Alinea(NamedTuple):
    """The words of a paragraph, with a mark where each of `waarden` stands."""

    tekst: list[str]
    waarden: list[str]
    in_vak: bool = False  # in a text box


class Woordlezer:
    """Follows the elements of a text, and gives every paragraph that ends to `klaar`.

    Names are `namespace}name`, as expat gives them. Who feeds it may skip what is in neither of
    the tables `begins` and `ends`.
    """

    def __init__(self, klaar: Callable[[Alinea], None]) -> None:
        self._klaar = klaar
        self._alineas: list[Alinea] = []
        self._opdrachten: list[list[str]] = []  # of the fields that are open
        self._stil: list[bool] = []  # whether their results are nobody's text
        self._waarde: list[str] | None = None
        self._in_tekst = self._in_opdracht = False
        self._doorgehaald = self._verborgen = False
        # What the data of a field of a form says so far: its items, and by name what was chosen.
        self._punten: list[str] = []
        self._gekozen: dict[str, str] = {}
        self._tekeningen = 0  # how many are open, one inside the other
        self.begins: dict[str, Callable[[dict[str, str]], None]] = {
            f"{W}}}p": self._alinea,
            f"{W}}}r": self._run,
            f"{W}}}strike": self._streep,
            f"{W}}}dstrike": self._streep,
            f"{W}}}vanish": self._verberg,
            f"{W}}}instrText": self._opdracht,
            f"{W}}}fldChar": self._veldteken,
            f"{W}}}fldSimple": self._kort_veld,
            f"{W}}}drawing": partial(self._ding, _BEELD),
            f"{W}}}pict": partial(self._ding, _BEELD),
            f"{W}}}object": partial(self._ding, _BESTAND),
            f"{W}}}contentPart": partial(self._teken, _BEELD),
            f"{W}}}subDoc": partial(self._teken, _BESTAND),
            f"{W}}}ddList": self._keuzelijst,
            f"{W}}}checkBox": self._vinkje,
            **{
                f"{W}}}{naam}": partial(self._formulier, naam)
                for naam in ("result", "default", "listEntry", "checked")
            },
            f"{W}}}footnoteReference": partial(self._teken, _NOOT),
            f"{W}}}endnoteReference": partial(self._teken, _NOOT),
            f"{W}}}sym": self._symbool,
            f"{W}}}noBreakHyphen": partial(self._teken, "-"),
            **{f"{W}}}{wit}": partial(self._teken, " ") for wit in ("tab", "ptab", "br", "cr")},
            f"{W}}}t": self._letters,
            f"{M}}}t": self._letters,
        }
        self.ends: dict[str, Callable[[], None]] = {
            f"{W}}}p": self._alinea_einde,
            f"{W}}}t": self._letters_einde,
            f"{M}}}t": self._letters_einde,
            f"{W}}}instrText": self._letters_einde,
            f"{W}}}fldSimple": self._kort_veld_einde,
            f"{W}}}ddList": self._keuzelijst_einde,
            f"{W}}}checkBox": self._vinkje_einde,
            **{f"{W}}}{ding}": self._ding_einde for ding in ("drawing", "pict", "object")},
        }

    def take(self, tekst: str) -> None:
        """Take characters."""
        if self._in_tekst:
            self._zeg(tekst)
        elif self._in_opdracht and self._opdrachten:
            self._opdrachten[-1].append(tekst)

    def begin_value(self) -> None:
        """Begin the value of a field of the plan, inside a paragraph."""
        self._waarde = []

    def end_value(self) -> None:
        """End the value of a field of the plan."""
        waarde, self._waarde = self._waarde, None
        if self._alineas and waarde is not None:
            self._alineas[-1].tekst.append(WAARDE)
            self._alineas[-1].waarden.append("".join(waarde))

    def _zeg(self, tekst: str) -> None:
        if not self._alineas or self._verborgen or True in self._stil:
            return
        if self._doorgehaald and tekst.strip():
            tekst = f"{_DOORHALING}{tekst}{_DOORHALING}"
        if self._waarde is not None:
            self._waarde.append(tekst)
        else:
            self._alineas[-1].tekst.append(tekst)

    def _alinea(self, _: dict[str, str]) -> None:
        self._alineas.append(Alinea([], [], in_vak=self._tekeningen > 0))

    def _alinea_einde(self) -> None:
        if self._alineas:
            self._klaar(self._alineas.pop())

    def _run(self, _: dict[str, str]) -> None:
        self._doorgehaald = self._verborgen = False

    def _streep(self, kenmerken: dict[str, str]) -> None:
        self._doorgehaald = kenmerken.get(VAL) not in _UIT

    def _verberg(self, kenmerken: dict[str, str]) -> None:
        self._verborgen = kenmerken.get(VAL) not in _UIT

    def _letters(self, _: dict[str, str]) -> None:
        self._in_tekst = True

    def _opdracht(self, _: dict[str, str]) -> None:
        self._in_opdracht = True

    def _letters_einde(self) -> None:
        self._in_tekst = self._in_opdracht = False

    def _teken(self, teken: str, _: dict[str, str]) -> None:
        self._zeg(teken)

    def _symbool(self, kenmerken: dict[str, str]) -> None:
        # Rare in fixed text, and every plan that is made waits for what this loads.
        from uitvoeringsplan.ooxml.symbols import ONBEKEND, character  # noqa: PLC0415

        code = kenmerken.get(f"{W}}}char", "")
        teken = character(kenmerken.get(f"{W}}}font", ""), code)
        self._zeg(_TEKEN.format(code) if teken == ONBEKEND else teken)

    def _ding(self, naam: str, _: dict[str, str]) -> None:
        if not self._tekeningen:
            self._zeg(naam)
        self._tekeningen += 1

    def _ding_einde(self) -> None:
        self._tekeningen -= 1

    def _keuzelijst(self, _: dict[str, str]) -> None:
        self._punten, self._gekozen = [], {}

    _vinkje = _keuzelijst

    def _formulier(self, naam: str, kenmerken: dict[str, str]) -> None:
        if naam == "listEntry":
            self._punten.append(kenmerken.get(VAL, ""))
        else:
            self._gekozen[naam] = kenmerken.get(VAL, "1")

    def _keuzelijst_einde(self) -> None:
        nummer = self._gekozen.get("result") or self._gekozen.get("default") or "0"
        plek = int(nummer) if nummer.isascii() and nummer.isdecimal() else 0
        self._zeg("".join(self._punten[plek : plek + 1]))

    def _vinkje_einde(self) -> None:
        staat = self._gekozen.get("checked") or self._gekozen.get("default", "0")
        self._zeg("☐" if staat in _UIT else "☑")

    def _veldteken(self, kenmerken: dict[str, str]) -> None:
        soort = kenmerken.get(f"{W}}}fldCharType")
        if soort == "begin":
            self._opdrachten.append([])
            self._stil.append(False)
        elif soort == "separate" and self._opdrachten:
            self._stil[-1] = _is_berekend("".join(self._opdrachten[-1]))
        elif soort == "end":
            self._kort_veld_einde()

    def _kort_veld(self, kenmerken: dict[str, str]) -> None:
        self._opdrachten.append([])
        self._stil.append(_is_berekend(kenmerken.get(f"{W}}}instr", "")))

    def _kort_veld_einde(self) -> None:
        if self._opdrachten:
            self._opdrachten.pop()
            self._stil.pop()


def _is_berekend(opdracht: str) -> bool:
    return opdracht.split(maxsplit=1)[0].upper() in _BEREKEND if opdracht.strip() else False
