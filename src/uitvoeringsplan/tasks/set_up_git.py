"""`git`: what makes git pleasant for plans, after asking, and all of it away again.

Only files of this repository change, and its own configuration. What others wrote in those files
stays as it is, a hook of somebody else too.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from uitvoeringsplan.errors import BestandError
from uitvoeringsplan.files.source_text import lees_bytes
from uitvoeringsplan.git.git_command import werkboom
from uitvoeringsplan.git.git_setup import (
    aanvullingen,
    als_tekst,
    bestanden,
    eigen_opdracht,
    haakmap,
    kenmerk,
    lees_blok,
    lees_instelling,
    met_blok,
    nakijken,
    voeg_samen,
    zet_bestand,
    zet_instelling,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    # Asks whether something may be done; None: the user stops.
    Vrager = Callable[[str], bool | None]

WAARSCHUWING = (
    "Let op: git bewaart ook wat je later weghaalt, dus schrijf in een plan niets over personen"
    " dat niet mag blijven bestaan."
)
KENMERKEN, NEGEER, HAAK = ".gitattributes", ".gitignore", "pre-commit"
_DOCX, _PLAN = "uitvoeringsplan-docx", "uitvoeringsplan"
_TOON_WORD = f"*.docx diff={_DOCX}"
_VOEG_SAMEN = f"*.plan.yaml merge={_PLAN}"
_SLEUTELS = (
    f"diff.{_DOCX}.textconv", f"diff.{_DOCX}.xfuncname", f"merge.{_PLAN}.name",
    f"merge.{_PLAN}.driver",
)  # fmt: skip
_SH = "#!/bin/sh\n"


class Ingreep(NamedTuple):
    """One change: where, what in words, and how it is made."""

    waar: str
    wat: tuple[str, ...]
    doe: Callable[[], None]


class Inrichtstap(NamedTuple):
    """Changes that belong together, and what the user is asked about them."""

    vraag: str
    wijzigingen: tuple[Ingreep, ...]


class Uitkomst(NamedTuple):
    """What was changed (or would be), what the user did not want, and what there is to say.

    `is_gestopt`: the user stopped, and was not asked about the rest.
    """

    gedaan: tuple[Inrichtstap, ...]
    niet: tuple[Inrichtstap, ...]
    meldingen: tuple[str, ...]
    is_gestopt: bool = False


def richt_in(folder: Path, vraag: Vrager, *, command: str = "", dry_run: bool = False) -> Uitkomst:
    """Set up git for the plans in a folder, step by step, each only when the user agrees.

    `vraag` returns None when the user stops. With `dry_run` nothing changes or is asked. What is
    there already is no step. Raises GitError and BestandError.
    """
    setup = _Inrichting(folder, command or eigen_opdracht())
    outcome = _loop(setup.stappen(), vraag, dry_run=dry_run)
    messages = [*setup.meldingen, *([] if dry_run else setup.gaat_voor()), WAARSCHUWING]
    return outcome._replace(meldingen=tuple(messages))


def haal_weg(folder: Path, vraag: Vrager, *, dry_run: bool = False) -> Uitkomst:
    """Take away everything that `richt_in` ever set up in this repository."""
    return _loop(_Inrichting(folder, "").wegstappen(), vraag, dry_run=dry_run)


def _loop(steps: Iterable[Inrichtstap], vraag: Vrager, *, dry_run: bool) -> Uitkomst:
    done: list[Inrichtstap] = []
    declined: list[Inrichtstap] = []
    for step in steps:
        if not step.wijzigingen:
            continue
        may = dry_run or vraag(step.vraag)
        if may is None:
            return Uitkomst(tuple(done), tuple(declined), (), is_gestopt=True)
        if may:
            done.append(step)
            for change in () if dry_run else step.wijzigingen:
                change.doe()
        else:
            declined.append(step)
    return Uitkomst(tuple(done), tuple(declined), ())


class _Inrichting:
    """Works out the steps, each from what there is when its turn comes."""

    def __init__(self, folder: Path, command: str) -> None:
        self._boom = werkboom(folder)
        self._map = self._boom.top / self._boom.naam
        self._opdracht = command
        self.meldingen: list[str] = []

    def stappen(self) -> Iterator[Inrichtstap]:
        base = {addition.pad.name: addition.regels for addition in aanvullingen(self._map)}
        yield Inrichtstap(
            "Mogen plannen op elke computer dezelfde regeleindes krijgen, en resten van een"
            " afgebroken keer bewaren buiten git blijven?",
            (
                *self._regels(NEGEER, base.get(NEGEER, ())),
                *self._regels(KENMERKEN, base.get(KENMERKEN, ())),
            ),
        )
        yield Inrichtstap(
            "Mag `git diff` van een Word-bestand de tekst laten zien?",
            (
                *self._regels(KENMERKEN, (_TOON_WORD,)),
                *self._instelling(_SLEUTELS[0], als_tekst(self._opdracht)),
                *self._instelling(_SLEUTELS[1], "^#+ .*$"),  # the heading above what changed
            ),
        )
        yield Inrichtstap(
            "Mag git een plan dat twee collega's veranderden zelf samenvoegen, per antwoord en met"
            " de punten? Wat botst, kies je zelf.",
            (
                *self._regels(KENMERKEN, (_VOEG_SAMEN,)),
                *self._instelling(_SLEUTELS[2], "plannen samenvoegen, met hun punten"),
                *self._instelling(_SLEUTELS[3], voeg_samen(self._opdracht)),
            ),
        )
        yield Inrichtstap(
            "Mag git elk plan dat je vastlegt eerst laten nakijken? Een plan dat niet te lezen is,"
            " of met een nummer van een persoon, houdt het dan tegen.",
            tuple(self._haak()),
        )

    def wegstappen(self) -> Iterator[Inrichtstap]:
        names = bestanden(self._boom, KENMERKEN, NEGEER)
        paths = dict.fromkeys([*(self._boom.top / name for name in names), *self._eigen()])
        hooks, own = haakmap(self._boom)
        if own:
            paths[hooks / HAAK] = None
        yield Inrichtstap(
            "Mag alles weg wat `uitvoeringsplan git` hier heeft gezet?",
            (
                *(gone for path in paths for gone in self._zonder_blok(path)),
                *(gone for key in _SLEUTELS for gone in self._instelling(key, None)),
            ),
        )

    def gaat_voor(self) -> list[str]:
        """Return what to say of files for which another rule goes before ours."""
        out = []
        for name, pattern, line, value in (
            ("diff", "*.docx", _TOON_WORD, _DOCX),
            ("merge", "*.plan.yaml", _VOEG_SAMEN, _PLAN),
        ):
            if line not in _tekst(self._map / KENMERKEN):
                continue
            now = kenmerk(self._boom, name, bestanden(self._boom, pattern))
            if different := [path for path, is_now in now.items() if is_now != value]:
                out.append(
                    f"Voor {len(different)} {'bestand' if len(different) == 1 else 'bestanden'},"
                    f" zoals {different[0]}, gaat een regel uit een andere {KENMERKEN} voor. Geef"
                    " `uitvoeringsplan git` ook in die map."
                )
        return out

    def _eigen(self) -> tuple[Path, Path]:
        return self._map / KENMERKEN, self._map / NEGEER

    def _regels(self, name: str, needed: Sequence[str]) -> Iterator[Ingreep]:
        path = self._map / name
        present = _tekst(path).split("\n")
        missing = [line for line in needed if line not in present]
        if not missing:
            return
        data = _bytes(path) or b""
        # Of two lines about a file git follows the later: what is general comes first.
        every = [*lees_blok(data, path), *missing]
        own = [line for line in (_TOON_WORD, _VOEG_SAMEN) if line in every]
        lines = [*(line for line in every if line not in own), *own]
        yield self._bestand(path, met_blok(data, path, lines), [f"+ {line}" for line in missing])

    def _haak(self) -> Iterator[Ingreep]:
        hooks, own = haakmap(self._boom)
        path = hooks / HAAK
        lines = nakijken(self._opdracht)
        how = f"Zet deze regels er zelf in om plannen te laten nakijken:\n{chr(10).join(lines)}"
        data = _bytes(path)
        if not own:
            self.meldingen.append(
                f"De haken van git staan in {hooks}, buiten deze map; daar verandert niets. {how}"
            )
        elif path.is_symlink() or (data is not None and not lees_blok(data, path)):
            self.meldingen.append(f"{path} is van iemand anders en blijft zoals het is. {how}")
        else:
            new = met_blok(data or _SH.encode(), path, lines)
            if new != data or not os.access(path, os.X_OK):
                yield self._bestand(path, new, ["+ nakijken voor het vastleggen"], mode=0o755)

    def _zonder_blok(self, path: Path) -> Iterator[Ingreep]:
        data = _bytes(path)
        if data is None or path.is_symlink() or not (lines := lees_blok(data, path)):
            return
        left: bytes | None = met_blok(data, path, ())
        if left in (b"", _SH.encode()):
            left = None
        what = (
            ["- nakijken voor het vastleggen"] if path.name == HAAK else [f"- {r}" for r in lines]
        )
        yield self._bestand(path, left, what)

    def _bestand(
        self, path: Path, data: bytes | None, what: Iterable[str], *, mode: int | None = None
    ) -> Ingreep:
        if path.is_symlink():
            raise BestandError(path, "dit is een snelkoppeling; git leest die hier niet.")
        return Ingreep(str(path), tuple(what), lambda: zet_bestand(path, data, mode))

    def _instelling(self, key: str, value: str | None) -> Iterator[Ingreep]:
        now = lees_instelling(self._boom, key)
        if now != ([] if value is None else [value]):
            what = f"- {key}" if value is None else f"+ {key} = {value}"
            yield Ingreep(
                "de instellingen van deze map (git config)",
                (what,),
                lambda: zet_instelling(self._boom, key, value),
            )


def _bytes(path: Path) -> bytes | None:
    return lees_bytes(path) if os.path.lexists(path) else None


def _tekst(path: Path) -> str:
    lines = (_bytes(path) or b"").decode("utf-8", "replace").split("\n")
    return "\n".join(line.strip() for line in lines)
