"""How the help of a command looks: in Dutch, and in a window of any width."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from collections.abc import Sequence

_KOPPEN = {"Arguments": "Argumenten", "Options": "Opties", "Commands": "Opdrachten"}
_SPATIE = 2  # columns between a name and what it does
_BREEDSTE_NAAM = 30  # columns; of a longer one the explanation starts below it
_SMALSTE_UITLEG = 30  # columns; with less, every explanation starts below its name
_VERVOLG = 4  # columns that an explanation below a name is indented by

# Typer does not export the class that writes help, but every context names it.
_Basis: Any = typer.Context.formatter_class


class Opmaak(_Basis):  # type: ignore[misc]  # a base that is only known at run time
    """Writes help as everything else is written: folded at words, in the columns there are."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """Write how the command is typed; what goes on below is indented."""
        regel = " ".join(f"{prefix or 'Gebruik:'} {prog} {args}".split())
        self._schrijf(" " * self.current_indent, regel, _VERVOLG)

    def section(self, name: str) -> Any:
        """Start a part below its heading."""
        return super().section(_KOPPEN.get(name, name))

    def write_text(self, text: str) -> None:
        """Write a text; an empty line starts a new paragraph."""
        for plek, alinea in enumerate(text.split("\n\n")):
            if plek:
                self.write("\n")
            self._schrijf(" " * self.current_indent, " ".join(alinea.split()))

    def write_dl(self, rows: Sequence[tuple[str, str]], *_args: Any, **_kwargs: Any) -> None:
        """Write names with what they do, beside each other or in a narrow window below."""
        marge = " " * self.current_indent
        breedste = min(_BREEDSTE_NAAM, max(len(naam) for naam, _ in rows)) + _SPATIE
        is_smal = self._kolommen() - len(marge) - breedste < _SMALSTE_UITLEG
        inspringing = _VERVOLG if is_smal else breedste
        for naam, uitleg in rows:
            if is_smal or len(naam) + _SPATIE > breedste:
                self._schrijf(marge, naam)
                self._schrijf(marge + " " * inspringing, _vertaald(uitleg))
            else:
                self._schrijf(marge, f"{naam:<{breedste}}{_vertaald(uitleg)}", inspringing)

    def _schrijf(self, marge: str, tekst: str, hang: int = 0) -> None:
        from uitvoeringsplan.terminal.wrapping import vouw_regel  # noqa: PLC0415 - only for help

        for regel in vouw_regel(tekst, self._kolommen(), marge, hang):
            self.write(f"{regel}\n")

    def _kolommen(self) -> int:
        from uitvoeringsplan.terminal.wrapping import breedte  # noqa: PLC0415 - only for help

        return breedte()


def _vertaald(tekst: str) -> str:
    tekst = tekst.replace("[required]", "[verplicht]")
    return re.sub(r"\[default: \(?(.*?)\)?\]", r"[standaard: \1]", tekst)
