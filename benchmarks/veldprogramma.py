"""One field on a terminal, to be driven by `veld.py`: `veldprogramma.py nu|oud|spelling BESTAND`.

After each drawing it writes a mark that a terminal does not show, with the number of keys so far.
"""

from __future__ import annotations

import gc
import importlib
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.application import Application


def main() -> None:
    """Run it with the text of a file, and the cursor in the middle."""
    wat, bestand = sys.argv[1:]
    tekst = Path(bestand).read_text("utf-8")
    if wat == "oud":
        app, getypt = oud(tekst)
        run_guarded = _module_of_then("terminal", "bewaker").vraag_bewaakt
    else:
        from uitvoeringsplan.terminal.screen.window import run_guarded

        app, getypt = nu(tekst, spelling=wat == "spelling")
    app.current_buffer.cursor_position = len(tekst) // 2
    meld_tekeningen(app)
    gc.freeze()  # as the conversation does, now and then, before its first question
    gc.set_threshold(*gc.get_threshold()[:2], 1_000)
    run_guarded(app, getypt, lambda _tekst: None)


def oud(tekst: str) -> tuple[Application[Any], Callable[[], str]]:
    """Return the prompt of questionary, with the code of then."""
    model = _module_of_then("model", "vraag")
    soort = model.VraagType.TEKST
    vraag = model.Vraag(id="v", label="Label", vraag="De vraag?", type=soort)
    prompt, getypt = _module_of_then("terminal", "formulier")._prompt(vraag, tekst, print)  # noqa: SLF001
    return prompt.application, getypt


def _module_of_then(*naam: str) -> Any:
    """Return a module by the name that it had then, which may be gone now."""
    return importlib.import_module(".".join(("uitvoeringsplan", *naam)))


def nu(tekst: str, *, spelling: bool) -> tuple[Application[Any], Callable[[], str]]:
    """Return the field, below a question and above a bar."""
    from prompt_toolkit.application import Application
    from prompt_toolkit.layout import HSplit, Layout, Window
    from prompt_toolkit.layout.controls import FormattedTextControl
    from prompt_toolkit.styles import Style

    from uitvoeringsplan.terminal.field.field import FIELD_STYLE, TextField

    veld = TextField(tekst, is_block=True, spelling=Opgezocht() if spelling else None)
    balk = FormattedTextControl(lambda: f"Ctrl+S verder  F1 toetsen  {veld.word_count} woorden")
    boven = Window(FormattedTextControl("vraag 7 van 20\nDe vraag?"), height=2)
    delen = [boven, veld.window, veld.search_bar, Window(balk, height=1)]
    app: Application[None] = Application(
        Layout(HSplit(delen), focused_element=veld.window),
        full_screen=True,
        mouse_support=True,
        style=Style.from_dict(FIELD_STYLE),
    )
    return app, lambda: veld.text


class Opgezocht:
    """A spelling that looks every word up, and has every third word wrong."""

    def __init__(self) -> None:
        self._bekend: dict[str, bool] = {}

    def fouten(self, tekst: str, begin: int, eind: int) -> Iterator[tuple[int, int]]:
        """Give where the wrong words stand."""
        for woord in re.finditer(r"\w+", tekst[begin:eind]):
            if self._bekend.setdefault(woord[0], len(self._bekend) % 3 == 0):
                yield begin + woord.start(), begin + woord.end()


def meld_tekeningen(app: Application[Any]) -> None:
    """Write the mark."""
    toetsen = [0]
    app.key_processor.after_key_press += lambda _: toetsen.__setitem__(0, toetsen[0] + 1)

    def meld(_: object) -> None:
        app.output.write_raw(f"\x1b]777;{toetsen[0]}\x07")
        app.output.flush()

    app.after_render += meld


if __name__ == "__main__":
    main()
