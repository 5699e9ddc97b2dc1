"""A slow and simple model of a text field, written apart from it: what should be on the screen."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile

from wcwidth import iter_graphemes, wcwidth

KOP = re.compile(r"( *)(-|\d{1,3}\.) +")
BEWEGING = (
    "left", "right", "up", "down", "home", "end", "c-home", "c-end", "c-left", "c-right",
    "pageup", "pagedown",
)  # fmt: skip


def getoond(teken: str) -> str:
    """Return how one sign is shown."""
    if teken in "\u00ad\u200b\u202e\u2066":
        return f"<U+{ord(teken):04X}>"
    return " " if teken == "\u00a0" else teken


@cache
def _w(teken: str) -> int:
    return sum(max(0, wcwidth(t)) for t in getoond(teken))


def w(tekst: str) -> int:
    return sum(map(_w, tekst))


def cellen(tekst: str) -> str:
    """Return the row as a screen has it: a sign without a width goes on top of the one before."""
    uit: list[str] = []
    for teken in tekst:
        beeld = getoond(teken)
        if w(beeld):
            uit.append(beeld)
        elif uit and w(uit[-1]) <= 2:
            uit[-1] += beeld
    return "".join(uit)


@lru_cache(maxsize=64)
def stops_van(tekst: str) -> list[int]:
    """Every place where the cursor can stand."""
    uit, plek = [0], 0
    for deel in re.findall(r"[^ \n]+|[ \n]", tekst):
        for letter in iter_graphemes(deel):
            plek += len(letter)
            uit.append(plek)
    return uit


@lru_cache(maxsize=4)
def rijen_van(tekst: str, kol: int) -> list[tuple[int, int, int, bool]]:
    """(begin, end, indent, last of its paragraph), by trying every end of every row."""
    uit, start, b = [], 0, kol - 1
    for alinea in tekst.split("\n"):
        kop = KOP.match(alinea)
        merk = len(kop[0]) if kop else 0
        hang = min(merk, b // 2)
        stops = stops_van(alinea)
        s = 0
        while True:
            ind = hang if s else 0
            rest = alinea[s:]
            if w(rest.rstrip(" ")) <= b - ind:
                uit.append((start + s, start + len(alinea), ind, True))
                break
            ruimte = takewhile(
                lambda k: w(alinea[s:k].rstrip(" ")) <= b - ind,  # noqa: B023 - used at once
                range(s + 1, len(alinea)),
            )
            e = max(
                (k for k in ruimte if alinea[k - 1] == " " != alinea[k] and (s or k > merk)),
                default=0,
            )
            if not e:
                verder = [k for k in stops if k > s]
                past = takewhile(lambda k: w(alinea[s:k]) <= b - ind, verder)  # noqa: B023
                e = max(past, default=verder[0])
                while alinea[e] == " ":
                    e += 1
            uit.append((start + s, start + e, ind, False))
            s = e
        start += len(alinea) + 1
    return uit


class Model:
    """The text `t`, the cursor `p`, the other end of the selection, and the first row shown."""

    def __init__(self, tekst: str, plek: int, kolommen: int, hoog: int) -> None:
        self.t = tekst
        self.p = max(q for q in stops_van(tekst) if q <= plek)
        self.kol, self.hoog = kolommen, hoog
        self.anker: int | None = None
        self.wens: int | None = None
        self.top = 0
        self.terug: list[list] = []  # text and cursor before a step, and behind it
        self.heen: list[list] = []
        self.soort = ""  # of the step that may still grow

    def rijen(self) -> list[tuple[int, int, int, bool]]:
        return rijen_van(self.t, self.kol)

    def plaats(self) -> tuple[int, int]:
        """The row and the column of the cursor."""
        for nr, (a, e, ind, laatst) in enumerate(self.rijen()):
            if a <= self.p < e or (laatst and self.p == e):
                return nr, ind + w(self.t[a : self.p])
        raise AssertionError

    def spring(self, nr: int, kolom: int) -> None:
        self.p = self.op(nr, kolom)

    def place_of(self, kolom: int, rij: int) -> int:
        """Where a click in the window puts the cursor."""
        return self.op(min(self.top + rij, len(self.rijen()) - 1), kolom)

    def op(self, nr: int, kolom: int) -> int:
        a, e, ind, laatst = self.rijen()[nr]
        plekken = [q for q in stops_van(self.t) if a <= q < e + laatst]
        return max((q for q in plekken if ind + w(self.t[a:q]) <= kolom), default=a)

    def scherm(self) -> tuple[list[str], int, int]:
        """Return the rows in the window and the cursor in it, scrolled as little as possible."""
        rijen = self.rijen()
        nr, x = self.plaats()
        self.top = max(0, min(self.top, len(rijen) - self.hoog))
        self.top = min(max(self.top, nr - self.hoog + 1), nr)
        regels = [
            cellen(" " * ind + self.t[a:e])
            for a, e, ind, _ in rijen[self.top : self.top + self.hoog]
        ]
        return regels, nr - self.top, min(x, self.kol - 1)

    def gekozen_cellen(self) -> int:
        """How many cells in the window are drawn as selected."""
        if self.anker is None:
            return 0
        van, tot = sorted((self.anker, self.p))
        aantal = 0
        for a, e, ind, laatst in self.rijen()[self.top : self.top + self.hoog]:
            for q in range(max(a, van), min(e, tot)):
                kolom = ind + w(self.t[a:q])
                aantal += max(0, min(w(self.t[q]), self.kol - kolom))
            aantal += laatst and van <= e < tot and ind + w(self.t[a:e]) < self.kol
        return aantal

    def vervang(self, a: int, e: int, nieuw: str) -> None:
        self.t, self.p, self.anker = self.t[:a] + nieuw + self.t[e:], a + len(nieuw), None

    def keus(self) -> tuple[int, int]:
        return (min(self.anker, self.p), max(self.anker, self.p)) if self.anker is not None else (
            self.p, self.p
        )  # fmt: skip

    def doe(self, naam: str, data: object = "") -> None:
        """Do what a key of this name does."""
        if naam in ("klik", "sleep", "dubbel", "wiel"):
            self.muis(naam, data)
        elif naam.removeprefix("s:") in BEWEGING:
            self.soort = ""
            self.cursor(naam)
        elif naam == "alles":
            self.soort, self.wens = "", None
            self.anker, self.p = (0, len(self.t)) if self.t else (None, 0)
        else:
            self.wens = None
            self.verander(naam, str(data))

    def cursor(self, naam: str) -> None:
        oud = self.anker
        if naam.startswith("s:"):
            self.anker = self.p if oud is None else oud
            self.beweeg(naam[2:])
            self.anker = None if self.anker == self.p else self.anker
        elif oud is not None and naam in ("left", "right"):
            self.p = (min if naam == "left" else max)(oud, self.p)
            self.anker = self.wens = None
        else:
            self.anker = None
            self.beweeg(naam)

    def beweeg(self, naam: str) -> None:
        rijen, (nr, x) = self.rijen(), self.plaats()
        stap = {"up": -1, "down": 1, "pageup": 1 - self.hoog, "pagedown": self.hoog - 1}.get(naam)
        if stap is not None:
            wens = x if self.wens is None else self.wens
            self.spring(max(0, min(len(rijen) - 1, nr + stap)), wens)
            self.wens = wens
            return
        self.wens = None
        a, e, _, laatst = rijen[nr]
        stops = stops_van(self.t)
        woord = [m.start() for m in re.finditer(r"(?<!\S)\S", self.t)]
        self.p = {
            "left": max([0, *(q for q in stops if q < self.p)]),
            "right": min([len(self.t), *(q for q in stops if q > self.p)]),
            "home": a,
            "end": e if laatst else max([a, *(q for q in stops if q < e)]),
            "c-home": 0,
            "c-end": len(self.t),
            "c-left": max([0, *(q for q in woord if q < self.p)]),
            "c-right": min([len(self.t), *(q for q in woord if q > self.p)]),
        }[naam]

    def muis(self, naam: str, data: object) -> None:
        if naam == "wiel":
            self.wiel(int(str(data)))
            return
        self.soort = ""
        (x, y), *eind = data  # type: ignore[misc]
        self.wens = self.anker = None
        self.p = self.place_of(x, y)
        if naam == "sleep":
            begin = self.p
            self.scherm()
            self.p = self.place_of(*eind[0])
            self.anker = None if begin == self.p else begin
        if naam == "dubbel":
            lijn = self.t.rfind("\n", 0, self.p) + 1
            regel = self.t[lijn:].split("\n")[0]
            for woord in re.finditer(r"\w(?:[\w'’-]*\w)?", regel):
                if lijn + woord.start() <= self.p <= lijn + woord.end():
                    self.anker, self.p = lijn + woord.start(), lijn + woord.end()
                    return
            self.anker, self.p = self.p, min(self.p + 1, len(self.t))
            self.anker = None if self.anker == self.p else self.anker

    def wiel(self, stap: int) -> None:
        rijen, (nr, x) = self.rijen(), self.plaats()
        kan = self.top < len(rijen) - self.hoog if stap > 0 else self.top > 0
        if not kan:
            return
        if nr - self.top == (0 if stap > 0 else self.hoog - 1):
            wens = x if self.wens is None else self.wens
            self.anker, self.soort = None, ""
            self.spring(nr + stap, wens)
            self.wens = wens
        self.top += stap

    def verander(self, naam: str, data: str) -> None:
        voor, verder = [self.t, self.p], False
        a, e = self.keus()
        soort = ""
        if naam in ("undo", "redo"):
            self.ongedaan(terug=naam == "undo")
            return
        if naam == "typ":
            soort = "typ"
            wit = self.p > 0 and self.t[self.p - 1].isspace()
            verder = a == e and not (wit and not data.isspace())
            self.vervang(a, e, data)
        elif naam == "plak" and data:
            self.vervang(a, e, data)
        elif naam in ("backspace", "delete"):
            soort, verder = "wis", a == e
            self.wis(naam, a, e)
        elif naam == "enter":
            self.enter(a, e)
        elif naam in ("tab", "s-tab"):
            self.niveau(1 if naam == "tab" else -1)
        if self.t == voor[0]:
            if naam in ("plak", "enter") and data:
                self.soort = ""
            return
        if verder and soort == self.soort:
            self.terug[-1][2:] = [self.t, self.p]
        else:
            self.terug.append([*voor, self.t, self.p])
        self.heen.clear()
        self.soort = soort

    def wis(self, naam: str, a: int, e: int) -> None:
        stops = stops_van(self.t)
        if a == e and naam == "backspace":
            a = max([0, *(q for q in stops if q < self.p)])
        elif a == e:
            e = min([len(self.t), *(q for q in stops if q > self.p)])
        if a != e:
            self.vervang(a, e, "")

    def enter(self, a: int, e: int) -> None:
        self.vervang(a, e, "")
        regel = self.t[self.t.rfind("\n", 0, a) + 1 : a]
        kop = KOP.match(regel)
        if kop and kop[0] == regel and not self.t[a:].split("\n")[0].strip():
            self.vervang(a - len(regel), a, "")
        elif kop and kop[2] != "999.":
            merk = "-" if kop[2] == "-" else f"{int(kop[2][:-1]) + 1}."
            self.vervang(a, a, f"\n{kop[1]}{merk} ")
        else:
            self.vervang(a, a, "\n")

    def niveau(self, stap: int) -> None:
        van, tot = self.keus()
        regels = self.t.split("\n")
        plek, nieuw, plekken = 0, [], {}
        for regel in regels:
            ander = regel
            if plek <= tot and plek + len(regel) >= van and (kop := KOP.match(regel)):
                mag = self.onder_een_punt(regels[: len(nieuw)])
                if stap > 0 and len(kop[1]) < 2 and mag:
                    ander = "  " + regel
                elif stap < 0:
                    ander = regel[min(2, len(kop[1])) :]
            begin = sum(len(n) + 1 for n in nieuw)
            for naam in ("p", "anker"):
                q = getattr(self, naam)
                if q is not None and plek <= q <= plek + len(regel):
                    plekken[naam] = begin + max(0, q - plek + len(ander) - len(regel))
            nieuw.append(ander)
            plek += len(regel) + 1
        if nieuw == regels:
            return
        self.t, self.p, self.anker = "\n".join(nieuw), plekken["p"], plekken.get("anker")
        self.anker = None if self.anker == self.p else self.anker

    @staticmethod
    def onder_een_punt(regels: list[str]) -> bool:
        """Whether the last line that is not blank, nor goes on with a point, is a point."""
        over = [r for r in regels if KOP.match(r) or (r.strip() and r[:2] != "  ")]
        return bool(over) and KOP.match(over[-1]) is not None

    def ongedaan(self, *, terug: bool) -> None:
        van, naar = (self.terug, self.heen) if terug else (self.heen, self.terug)
        self.soort = ""
        if van:
            naar.append(van.pop())
            self.t, self.p = naar[-1][:2] if terug else naar[-1][2:]
            self.anker = None
