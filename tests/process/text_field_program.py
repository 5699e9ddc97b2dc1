"""A program that is one text field; F12 gives it the text of the next trial, as JSON in a file.

Its title says how many keys it has handled, and the size of the screen that it drew.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from prompt_toolkit.application import Application
from prompt_toolkit.key_binding import KeyBindings
from prompt_toolkit.layout import DynamicContainer, HSplit, Layout, Window
from prompt_toolkit.styles import Style

from uitvoeringsplan.terminal.field.field import FIELD_STYLE, TextField


def main(path: Path) -> None:
    veld = TextField("", is_block=True)
    count = 0
    keys = KeyBindings()

    @keys.add("f12")
    def _(_event: object) -> None:
        nonlocal veld
        case = json.loads(path.read_text("utf-8"))
        veld = TextField(case["tekst"], is_block=True)
        veld.buffer.cursor_position = case["plek"]
        app.layout.focus(veld.window)

    parts = [Window(height=1, char="="), DynamicContainer(lambda: veld.window)]
    app: Application[None] = Application(
        Layout(HSplit(parts), focused_element=veld.window),
        full_screen=True,
        mouse_support=True,
        key_bindings=keys,
        style=Style.from_dict(FIELD_STYLE),
    )
    app.ttimeoutlen = 0.05
    app.terminal_size_polling_interval = None

    def tel(_: object) -> None:
        nonlocal count
        count += 1
        app.invalidate()  # also after a key that changes nothing

    def meld(_: object) -> None:
        size = app.output.get_size()
        app.output.write_raw(f"\x1b]2;{count} {size.columns}x{size.rows}\x07")
        app.output.flush()

    app.key_processor.after_key_press += tel
    app.after_render += meld
    app.run()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
