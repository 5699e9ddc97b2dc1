"""What is copied, cut and pasted: kept for the next answers too, and told to the terminal."""

from __future__ import annotations

import base64
import os
from typing import TYPE_CHECKING

from prompt_toolkit.application import get_app

from uitvoeringsplan.model.cleaning import one_line
from uitvoeringsplan.model.text_decoding import repair_typed
from uitvoeringsplan.named_tuple import NamedTuple

if TYPE_CHECKING:
    from prompt_toolkit.output import Output

# A terminal may refuse more (xterm does): then what it had stays on the clipboard.
_MOST = 74_994
# These print what they do not know.
_PLAIN = ("dumb", "linux")


class Clipboard:
    """The text that was copied last."""

    def __init__(self) -> None:
        self.text = ""

    def copy(self, text: str) -> None:
        """Keep a text, and put it on the clipboard of the system when the terminal can."""
        self.text = text
        tell(get_app().output, text)


#: One for all questions of a conversation.
CLIPBOARD = Clipboard()


def tell(output: Output, text: str, terminal: str | None = None) -> None:
    """Ask the terminal to put a text on the clipboard of the system: OSC 52 of xterm.

    It does so over a connection to another computer too. Nothing says whether it did. `terminal` is
    the kind of it, by itself TERM of the environment.
    """
    data = base64.b64encode(text.encode("utf-8", "replace")).decode("ascii")
    kind = os.environ.get("TERM", "") if terminal is None else terminal
    # An old console of Windows is drawn with calls instead, and would print it.
    obeys = hasattr(output, "term") or hasattr(output, "vt100_output")
    if obeys and kind not in _PLAIN and len(data) <= _MOST:
        output.write_raw(f"\x1b]52;c;{data}\x07")
        output.flush()


# From this many characters on, a file or an editor is the better way.
LONG = 20_000


class Pasted(NamedTuple):
    """A pasted text as it goes into an answer, and what is to be said of it."""

    text: str
    remark: str


def clean_paste(given: str, *, is_block: bool) -> Pasted:
    """Return a pasted text cleaned; for an answer of one line a line end becomes a space."""
    from uitvoeringsplan.model.pasted_text import read_pasted  # noqa: PLC0415 - nobody waits for it at first

    read = repair_typed(given)
    text = read_pasted(read.tekst)
    if not is_block:
        text = one_line(text)
    return Pasted(text, _remark(given, text) if not read.melding else read.melding)


def _remark(given: str, text: str) -> str:
    if len(text) > LONG:
        return "Lange tekst? Dat gaat sneller met F4, of met `antwoord ... < bestand`."
    if text != given.replace("\r\n", "\n").replace("\r", "\n").strip("\n"):
        return "De geplakte tekst is opgeschoond: opsommingstekens, tabs of lege randen."
    return ""
