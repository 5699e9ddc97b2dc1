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


def richt_in(map_: Path, vraag: Vrager, *, opdracht: str = "", proef: bool = False) -> Uitkomst:
    """Set up git for the plans in a folder, step by step, each only when the user agrees.

    `vraag` returns None when the user stops. With `proef` nothing changes or is asked. What is
    there already is no step. Raises GitError and BestandError.
    """
    inrichting = _Inrichting(map_, opdracht or eigen_opdracht())
    uitkomst = _loop(inrichting.stappen(), vraag, proef=proef)
    meldingen = [*inrichting.meldingen, *([] if proef else inrichting.gaat_voor()), WAARSCHUWING]
    return uitkomst._replace(meldingen=tuple(meldingen))


def haal_weg(map_: Path, vraag: Vrager, *, proef: bool = False) -> Uitkomst:
    """Take away everything that `richt_in` ever set up in this repository."""
    return _loop(_Inrichting(map_, "").wegstappen(), vraag, proef=proef)


def _loop(stappen: Iterable[Inrichtstap], vraag: Vrager, *, proef: bool) -> Uitkomst:
    gedaan: list[Inrichtstap] = []
    niet: list[Inrichtstap] = []
    for stap in stappen:
        if not stap.wijzigingen:
            continue
        mag = proef or vraag(stap.vraag)
        if mag is None:
            return Uitkomst(tuple(gedaan), tuple(niet), (), is_gestopt=True)
        if mag:
            gedaan.append(stap)
            for wijziging in () if proef else stap.wijzigingen:
                wijziging.doe()
        else:
            niet.append(stap)
    return Uitkomst(tuple(gedaan), tuple(niet), ())


class _Inrichting:
    """Works out the steps, each from what there is when its turn comes."""

    def __init__(self, map_: Path, opdracht: str) -> None:
        self._boom = werkboom(map_)
        self._map = self._boom.top / self._boom.naam
        self._opdracht = opdracht
        self.meldingen: list[str] = []

    def stappen(self) -> Iterator[Inrichtstap]:
        basis = {aanvulling.pad.name: aanvulling.regels for aanvulling in aanvullingen(self._map)}
        yield Inrichtstap(
            "Mogen plannen op elke computer dezelfde regeleindes krijgen, en resten van een"
            " afgebroken keer bewaren buiten git blijven?",
            (
                *self._regels(NEGEER, basis.get(NEGEER, ())),
                *self._regels(KENMERKEN, basis.get(KENMERKEN, ())),
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
        namen = bestanden(self._boom, KENMERKEN, NEGEER)
        paden = dict.fromkeys([*(self._boom.top / naam for naam in namen), *self._eigen()])
        haken, eigen = haakmap(self._boom)
        if eigen:
            paden[haken / HAAK] = None
        yield Inrichtstap(
            "Mag alles weg wat `uitvoeringsplan git` hier heeft gezet?",
            (
                *(weg for pad in paden for weg in self._zonder_blok(pad)),
                *(weg for sleutel in _SLEUTELS for weg in self._instelling(sleutel, None)),
            ),
        )

    def gaat_voor(self) -> list[str]:
        """Return what to say of files for which another rule goes before ours."""
        uit = []
        for naam, patroon, regel, waarde in (
            ("diff", "*.docx", _TOON_WORD, _DOCX),
            ("merge", "*.plan.yaml", _VOEG_SAMEN, _PLAN),
        ):
            if regel not in _tekst(self._map / KENMERKEN):
                continue
            nu = kenmerk(self._boom, naam, bestanden(self._boom, patroon))
            if anders := [pad for pad, is_nu in nu.items() if is_nu != waarde]:
                uit.append(
                    f"Voor {len(anders)} {'bestand' if len(anders) == 1 else 'bestanden'}, zoals"
                    f" {anders[0]}, gaat een regel uit een andere {KENMERKEN} voor. Geef"
                    " `uitvoeringsplan git` ook in die map."
                )
        return uit

    def _eigen(self) -> tuple[Path, Path]:
        return self._map / KENMERKEN, self._map / NEGEER

    def _regels(self, naam: str, nodig: Sequence[str]) -> Iterator[Ingreep]:
        pad = self._map / naam
        aanwezig = _tekst(pad).split("\n")
        mist = [regel for regel in nodig if regel not in aanwezig]
        if not mist:
            return
        data = _bytes(pad) or b""
        # Of two lines about a file git follows the later: what is general comes first.
        alle = [*lees_blok(data, pad), *mist]
        eigen = [regel for regel in (_TOON_WORD, _VOEG_SAMEN) if regel in alle]
        regels = [*(regel for regel in alle if regel not in eigen), *eigen]
        yield self._bestand(pad, met_blok(data, pad, regels), [f"+ {regel}" for regel in mist])

    def _haak(self) -> Iterator[Ingreep]:
        haken, eigen = haakmap(self._boom)
        pad = haken / HAAK
        regels = nakijken(self._opdracht)
        hoe = f"Zet deze regels er zelf in om plannen te laten nakijken:\n{chr(10).join(regels)}"
        data = _bytes(pad)
        if not eigen:
            self.meldingen.append(
                f"De haken van git staan in {haken}, buiten deze map; daar verandert niets. {hoe}"
            )
        elif pad.is_symlink() or (data is not None and not lees_blok(data, pad)):
            self.meldingen.append(f"{pad} is van iemand anders en blijft zoals het is. {hoe}")
        else:
            nieuw = met_blok(data or _SH.encode(), pad, regels)
            if nieuw != data or not os.access(pad, os.X_OK):
                yield self._bestand(pad, nieuw, ["+ nakijken voor het vastleggen"], mode=0o755)

    def _zonder_blok(self, pad: Path) -> Iterator[Ingreep]:
        data = _bytes(pad)
        if data is None or pad.is_symlink() or not (regels := lees_blok(data, pad)):
            return
        over: bytes | None = met_blok(data, pad, ())
        if over in (b"", _SH.encode()):
            over = None
        wat = ["- nakijken voor het vastleggen"] if pad.name == HAAK else [f"- {r}" for r in regels]
        yield self._bestand(pad, over, wat)

    def _bestand(
        self, pad: Path, data: bytes | None, wat: Iterable[str], *, mode: int | None = None
    ) -> Ingreep:
        if pad.is_symlink():
            raise BestandError(pad, "dit is een snelkoppeling; git leest die hier niet.")
        return Ingreep(str(pad), tuple(wat), lambda: zet_bestand(pad, data, mode))

    def _instelling(self, sleutel: str, waarde: str | None) -> Iterator[Ingreep]:
        nu = lees_instelling(self._boom, sleutel)
        if nu != ([] if waarde is None else [waarde]):
            wat = f"- {sleutel}" if waarde is None else f"+ {sleutel} = {waarde}"
            yield Ingreep(
                "de instellingen van deze map (git config)",
                (wat,),
                lambda: zet_instelling(self._boom, sleutel, waarde),
            )


def _bytes(pad: Path) -> bytes | None:
    return lees_bytes(pad) if os.path.lexists(pad) else None


def _tekst(pad: Path) -> str:
    regels = (_bytes(pad) or b"").decode("utf-8", "replace").split("\n")
    return "\n".join(regel.strip() for regel in regels)
