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
    what, file = sys.argv[1:]
    text = Path(file).read_text("utf-8")
    if what == "oud":
        app, typed = old(text)
        run_guarded = _module_of_then("terminal", "bewaker").vraag_bewaakt
    else:
        from uitvoeringsplan.terminal.screen.window import run_guarded

        app, typed = nu(text, spelling=what == "spelling")
    app.current_buffer.cursor_position = len(text) // 2
    meld_tekeningen(app)
    gc.freeze()  # as the conversation does, now and then, before its first question
    gc.set_threshold(*gc.get_threshold()[:2], 1_000)
    run_guarded(app, typed, lambda _text: None)


def old(text: str) -> tuple[Application[Any], Callable[[], str]]:
    """Return the prompt of questionary, with the code of then."""
    model = _module_of_then("model", "vraag")
    kind = model.VraagType.TEXT
    vraag = model.Vraag(id="v", label="Label", vraag="De vraag?", type=kind)
    prompt, typed = _module_of_then("terminal", "formulier")._prompt(vraag, text, print)  # noqa: SLF001
    return prompt.application, typed


def _module_of_then(*name: str) -> Any:
    """Return a module by the name that it had then, which may be gone now."""
    return importlib.import_module(".".join(("uitvoeringsplan", *name)))


def nu(text: str, *, spelling: bool) -> tuple[Application[Any], Callable[[], str]]:
    """Return the field, below a question and above a bar."""
    from prompt_toolkit.application import Application
    from prompt_toolkit.layout import HSplit, Layout, Window
    from prompt_toolkit.layout.controls import FormattedTextControl
    from prompt_toolkit.styles import Style

    from uitvoeringsplan.terminal.field.field import FIELD_STYLE, TextField

    veld = TextField(text, is_block=True, spelling=Opgezocht() if spelling else None)
    bar = FormattedTextControl(lambda: f"Ctrl+S verder  F1 toetsen  {veld.word_count} woorden")
    above = Window(FormattedTextControl("vraag 7 van 20\nDe vraag?"), height=2)
    parts = [above, veld.window, veld.search_bar, Window(bar, height=1)]
    app: Application[None] = Application(
        Layout(HSplit(parts), focused_element=veld.window),
        full_screen=True,
        mouse_support=True,
        style=Style.from_dict(FIELD_STYLE),
    )
    return app, lambda: veld.text


class Opgezocht:
    """A spelling that looks every word up, and has every third word wrong."""

    def __init__(self) -> None:
        self._known: dict[str, bool] = {}

    def errors(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Give where the wrong words stand."""
        for word in re.finditer(r"\w+", text[start:end]):
            if self._known.setdefault(word[0], len(self._known) % 3 == 0):
                yield start + word.start(), start + word.end()


def meld_tekeningen(app: Application[Any]) -> None:
    """Write the mark."""
    keys = [0]
    app.key_processor.after_key_press += lambda _: keys.__setitem__(0, keys[0] + 1)

    def meld(_: object) -> None:
        app.output.write_raw(f"\x1b]777;{keys[0]}\x07")
        app.output.flush()

    app.after_render += meld


if __name__ == "__main__":
    main()
