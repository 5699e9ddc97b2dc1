"""A slow and simple model of a text field, written apart from it: what should be on the screen."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import takewhile

from wcwidth import iter_graphemes, wcwidth

KOP = re.compile(r"( *)(-|\d{1,3}\.) +")
MOVEMENT = (
    "left", "right", "up", "down", "home", "end", "c-home", "c-end", "c-left", "c-right",
    "pageup", "pagedown",
)  # fmt: skip


def shown(sign: str) -> str:
    """Return how one sign is shown."""
    if sign in "\u00ad\u200b\u202e\u2066":
        return f"<U+{ord(sign):04X}>"
    return " " if sign == "\u00a0" else sign


@cache
def _w(sign: str) -> int:
    return sum(max(0, wcwidth(t)) for t in shown(sign))


def w(text: str) -> int:
    return sum(map(_w, text))


def cellen(text: str) -> str:
    """Return the row as a screen has it: a sign without a width goes on top of the one before."""
    result: list[str] = []
    for sign in text:
        picture = shown(sign)
        if w(picture):
            result.append(picture)
        elif result and w(result[-1]) <= 2:
            result[-1] += picture
    return "".join(result)


@lru_cache(maxsize=64)
def stops_of(text: str) -> list[int]:
    """Every place where the cursor can stand."""
    result, place = [0], 0
    for part in re.findall(r"[^ \n]+|[ \n]", text):
        for letter in iter_graphemes(part):
            place += len(letter)
            result.append(place)
    return result


@lru_cache(maxsize=4)
def rijen_start(text: str, kol: int) -> list[tuple[int, int, int, bool]]:
    """(begin, end, indent, last of its paragraph), by trying every end of every row."""
    result, start, b = [], 0, kol - 1
    for paragraph in text.split("\n"):
        kop = KOP.match(paragraph)
        mark = len(kop[0]) if kop else 0
        hang = min(mark, b // 2)
        stops = stops_of(paragraph)
        s = 0
        while True:
            ind = hang if s else 0
            rest = paragraph[s:]
            if w(rest.rstrip(" ")) <= b - ind:
                result.append((start + s, start + len(paragraph), ind, True))
                break
            space = takewhile(
                lambda k: w(paragraph[s:k].rstrip(" ")) <= b - ind,  # noqa: B023 - used at once
                range(s + 1, len(paragraph)),
            )
            e = max(
                (k for k in space if paragraph[k - 1] == " " != paragraph[k] and (s or k > mark)),
                default=0,
            )
            if not e:
                further = [k for k in stops if k > s]
                past = takewhile(lambda k: w(paragraph[s:k]) <= b - ind, further)  # noqa: B023
                e = max(past, default=further[0])
                while paragraph[e] == " ":
                    e += 1
            result.append((start + s, start + e, ind, False))
            s = e
        start += len(paragraph) + 1
    return result


class Model:
    """The text `t`, the cursor `p`, the other end of the selection, and the first row shown."""

    def __init__(self, text: str, place: int, kolommen: int, height: int) -> None:
        self.t = text
        self.p = max(q for q in stops_of(text) if q <= place)
        self.kol, self.height = kolommen, height
        self.anchor: int | None = None
        self.wens: int | None = None
        self.top = 0
        self.terug: list[list] = []  # text and cursor before a step, and behind it
        self.there: list[list] = []
        self.kind = ""  # of the step that may still grow

    def rijen(self) -> list[tuple[int, int, int, bool]]:
        return rijen_start(self.t, self.kol)

    def place(self) -> tuple[int, int]:
        """The row and the column of the cursor."""
        for nr, (a, e, ind, last) in enumerate(self.rijen()):
            if a <= self.p < e or (last and self.p == e):
                return nr, ind + w(self.t[a : self.p])
        raise AssertionError

    def spring(self, nr: int, kolom: int) -> None:
        self.p = self.op(nr, kolom)

    def place_of(self, kolom: int, rij: int) -> int:
        """Where a click in the window puts the cursor."""
        return self.op(min(self.top + rij, len(self.rijen()) - 1), kolom)

    def op(self, nr: int, kolom: int) -> int:
        a, e, ind, last = self.rijen()[nr]
        places = [q for q in stops_of(self.t) if a <= q < e + last]
        return max((q for q in places if ind + w(self.t[a:q]) <= kolom), default=a)

    def screen(self) -> tuple[list[str], int, int]:
        """Return the rows in the window and the cursor in it, scrolled as little as possible."""
        rijen = self.rijen()
        nr, x = self.place()
        self.top = max(0, min(self.top, len(rijen) - self.height))
        self.top = min(max(self.top, nr - self.height + 1), nr)
        lines = [
            cellen(" " * ind + self.t[a:e])
            for a, e, ind, _ in rijen[self.top : self.top + self.height]
        ]
        return lines, nr - self.top, min(x, self.kol - 1)

    def chosen_cellen(self) -> int:
        """How many cells in the window are drawn as selected."""
        if self.anchor is None:
            return 0
        since, until = sorted((self.anchor, self.p))
        count = 0
        for a, e, ind, last in self.rijen()[self.top : self.top + self.height]:
            for q in range(max(a, since), min(e, until)):
                kolom = ind + w(self.t[a:q])
                count += max(0, min(w(self.t[q]), self.kol - kolom))
            count += last and since <= e < until and ind + w(self.t[a:e]) < self.kol
        return count

    def replace(self, a: int, e: int, new: str) -> None:
        self.t, self.p, self.anchor = self.t[:a] + new + self.t[e:], a + len(new), None

    def keus(self) -> tuple[int, int]:
        return (min(self.anchor, self.p), max(self.anchor,
        self.p)) if self.anchor is not None else (
            self.p, self.p
        )  # fmt: skip

    def perform(self, name: str, data: object = "") -> None:
        """Do what a key of this name does."""
        if name in ("klik", "sleep", "dubbel", "wiel"):
            self.mouse(name, data)
        elif name.removeprefix("s:") in MOVEMENT:
            self.kind = ""
            self.cursor(name)
        elif name == "alles":
            self.kind, self.wens = "", None
            self.anchor, self.p = (0, len(self.t)) if self.t else (None, 0)
        else:
            self.wens = None
            self.change(name, str(data))

    def cursor(self, name: str) -> None:
        old = self.anchor
        if name.startswith("s:"):
            self.anchor = self.p if old is None else old
            self.beweeg(name[2:])
            self.anchor = None if self.anchor == self.p else self.anchor
        elif old is not None and name in ("left", "right"):
            self.p = (min if name == "left" else max)(old, self.p)
            self.anchor = self.wens = None
        else:
            self.anchor = None
            self.beweeg(name)

    def beweeg(self, name: str) -> None:
        rijen, (nr, x) = self.rijen(), self.place()
        stap = {"up": -1, "down": 1, "pageup": 1 - self.height, "pagedown": self.height - 1}.get(
            name
        )
        if stap is not None:
            wens = x if self.wens is None else self.wens
            self.spring(max(0, min(len(rijen) - 1, nr + stap)), wens)
            self.wens = wens
            return
        self.wens = None
        a, e, _, last = rijen[nr]
        stops = stops_of(self.t)
        word = [m.start() for m in re.finditer(r"(?<!\S)\S", self.t)]
        self.p = {
            "left": max([0, *(q for q in stops if q < self.p)]),
            "right": min([len(self.t), *(q for q in stops if q > self.p)]),
            "home": a,
            "end": e if last else max([a, *(q for q in stops if q < e)]),
            "c-home": 0,
            "c-end": len(self.t),
            "c-left": max([0, *(q for q in word if q < self.p)]),
            "c-right": min([len(self.t), *(q for q in word if q > self.p)]),
        }[name]

    def mouse(self, name: str, data: object) -> None:
        if name == "wiel":
            self.wiel(int(str(data)))
            return
        self.kind = ""
        (x, y), *end = data  # type: ignore[misc]
        self.wens = self.anchor = None
        self.p = self.place_of(x, y)
        if name == "sleep":
            start = self.p
            self.screen()
            self.p = self.place_of(*end[0])
            self.anchor = None if start == self.p else start
        if name == "dubbel":
            stroke = self.t.rfind("\n", 0, self.p) + 1
            line = self.t[stroke:].split("\n")[0]
            for word in re.finditer(r"\w(?:[\w'’-]*\w)?", line):
                if stroke + word.start() <= self.p <= stroke + word.end():
                    self.anchor, self.p = stroke + word.start(), stroke + word.end()
                    return
            self.anchor, self.p = self.p, min(self.p + 1, len(self.t))
            self.anchor = None if self.anchor == self.p else self.anchor

    def wiel(self, stap: int) -> None:
        rijen, (nr, x) = self.rijen(), self.place()
        kan = self.top < len(rijen) - self.height if stap > 0 else self.top > 0
        if not kan:
            return
        if nr - self.top == (0 if stap > 0 else self.height - 1):
            wens = x if self.wens is None else self.wens
            self.anchor, self.kind = None, ""
            self.spring(nr + stap, wens)
            self.wens = wens
        self.top += stap

    def change(self, name: str, data: str) -> None:
        before, further = [self.t, self.p], False
        a, e = self.keus()
        kind = ""
        if name in ("undo", "redo"):
            self.ongedaan(terug=name == "undo")
            return
        if name == "typ":
            kind = "typ"
            white = self.p > 0 and self.t[self.p - 1].isspace()
            further = a == e and not (white and not data.isspace())
            self.replace(a, e, data)
        elif name == "plak" and data:
            self.replace(a, e, data)
        elif name in ("backspace", "delete"):
            kind, further = "wis", a == e
            self.wis(name, a, e)
        elif name == "enter":
            self.enter(a, e)
        elif name in ("tab", "s-tab"):
            self.level(1 if name == "tab" else -1)
        if self.t == before[0]:
            if name in ("plak", "enter") and data:
                self.kind = ""
            return
        if further and kind == self.kind:
            self.terug[-1][2:] = [self.t, self.p]
        else:
            self.terug.append([*before, self.t, self.p])
        self.there.clear()
        self.kind = kind

    def wis(self, name: str, a: int, e: int) -> None:
        stops = stops_of(self.t)
        if a == e and name == "backspace":
            a = max([0, *(q for q in stops if q < self.p)])
        elif a == e:
            e = min([len(self.t), *(q for q in stops if q > self.p)])
        if a != e:
            self.replace(a, e, "")

    def enter(self, a: int, e: int) -> None:
        self.replace(a, e, "")
        line = self.t[self.t.rfind("\n", 0, a) + 1 : a]
        kop = KOP.match(line)
        if kop and kop[0] == line and not self.t[a:].split("\n")[0].strip():
            self.replace(a - len(line), a, "")
        elif kop and kop[2] != "999.":
            mark = "-" if kop[2] == "-" else f"{int(kop[2][:-1]) + 1}."
            self.replace(a, a, f"\n{kop[1]}{mark} ")
        else:
            self.replace(a, a, "\n")

    def level(self, stap: int) -> None:
        since, until = self.keus()
        lines = self.t.split("\n")
        place, new, places = 0, [], {}
        for line in lines:
            other = line
            if place <= until and place + len(line) >= since and (kop := KOP.match(line)):
                allowed = self.below_one_punt(lines[: len(new)])
                if stap > 0 and len(kop[1]) < 2 and allowed:
                    other = "  " + line
                elif stap < 0:
                    other = line[min(2, len(kop[1])) :]
            start = sum(len(n) + 1 for n in new)
            for name in ("p", "anchor"):
                q = getattr(self, name)
                if q is not None and place <= q <= place + len(line):
                    places[name] = start + max(0, q - place + len(other) - len(line))
            new.append(other)
            place += len(line) + 1
        if new == lines:
            return
        self.t, self.p, self.anchor = "\n".join(new), places["p"], places.get("anchor")
        self.anchor = None if self.anchor == self.p else self.anchor

    @staticmethod
    def below_one_punt(lines: list[str]) -> bool:
        """Whether the last line that is not blank, nor goes on with a point, is a point."""
        over = [r for r in lines if KOP.match(r) or (r.strip() and r[:2] != "  ")]
        return bool(over) and KOP.match(over[-1]) is not None

    def ongedaan(self, *, terug: bool) -> None:
        since, naar = (self.terug, self.there) if terug else (self.there, self.terug)
        self.kind = ""
        if since:
            naar.append(since.pop())
            self.t, self.p = naar[-1][:2] if terug else naar[-1][2:]
            self.anchor = None
