"""The documents that rules look at: what comes of a plan now, and what lies beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from uitvoeringsplan.model.vraag import Vraag


class Gemaakt(NamedTuple):
    """What became of a plan as a document: its bytes, or why there are none.

    `zonder_plaats` are the answers that the template has no place for.
    """

    data: bytes = b""
    zonder_plaats: tuple[Vraag, ...] = ()
    bezwaar: str = ""


class Ernaast(NamedTuple):
    """What is known of the Word file beside a plan.

    `is_bewerkt`: somebody saved it after it was made. `is_actueel`: it holds, byte for byte, what
    would be made now. `anders` are the questions whose answers differ from the plan, of an edited
    file those that `inlezen` would take over or ask about; `opmerkingen` counts the comments that
    are no open points yet. `bezwaar` says why it could not be read; `eigen` names the options by
    which it was made with files that are not at hand, so that the rest could not be looked at.
    `opties` are the words behind `genereer` that make it in the same way again, as far as known.
    """

    naam: str
    is_bewerkt: bool = False
    is_actueel: bool = False
    anders: tuple[Vraag, ...] = ()
    eigen: tuple[str, ...] = ()
    opties: tuple[str, ...] = ()
    opmerkingen: int = 0
    afgehandeld: int = 0
    bezwaar: str = ""
    vreemd: tuple[str, ...] = ()
    twijfels: tuple[str, ...] = ()
    buiten: tuple[str, ...] = ()
    is_nagekeken: bool = False
