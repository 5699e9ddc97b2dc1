"""The window of a conversation: taken once, and what is typed in it kept whatever ends the program.

A program that gives the window back between two questions lets it flash. So it is given back when
there is something to print, or at the end: half a second, a signal or a closed window may be it.
"""

from __future__ import annotations

import asyncio
import contextlib
import gc
import signal
from typing import TYPE_CHECKING, Any, TypeVar, cast

from prompt_toolkit.application import get_app, get_app_session
from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings

from uitvoeringsplan.errors import OnderbrokenError
from uitvoeringsplan.model.beurt import forget
from uitvoeringsplan.terminal.field.rows import show_every_sign

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from prompt_toolkit.application import Application
    from prompt_toolkit.output import Output


T = TypeVar("T")

_BREATH = 0.4  # seconds between looking whether there is anything new to keep
_SIGNALS = tuple(getattr(signal, naam) for naam in ("SIGTERM", "SIGHUP") if hasattr(signal, naam))


class AlternateScreen:
    """The alternate screen of the terminal (DEC private mode 1049, or a buffer of a console)."""

    def __init__(self) -> None:
        self._uitvoer: Output | None = None

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self._uitvoer is not None

    def open(self) -> Output:
        """Take the window, if it is not ours already, and return what to draw with."""
        if self._uitvoer is None:
            self._uitvoer = get_app_session().output
            self._uitvoer.enter_alternate_screen()
            self._uitvoer.flush()
        return cast("Output", _HeldOutput(self._uitvoer))

    def close(self) -> None:
        """Give the window back as it was before."""
        if self._uitvoer is not None:
            uitvoer, self._uitvoer = self._uitvoer, None
            with contextlib.suppress(OSError):  # the window may be gone
                uitvoer.quit_alternate_screen()
                uitvoer.flush()


class _HeldOutput:
    """An output of which the screen is taken already: a program neither takes it nor gives it up.

    A program that wipes when it ends (`erase_when_done`) lets a window flash. What it showed stays,
    until the next one draws.
    """

    def __init__(self, uitvoer: Output) -> None:
        self._uitvoer = uitvoer

    def __getattr__(self, naam: str) -> Any:
        return getattr(self._uitvoer, naam)

    def erase_down(self) -> None:
        """Wipe the window from the cursor on, unless that is all that is left to do."""
        if not get_app().is_done:
            self._uitvoer.erase_down()

    def enter_alternate_screen(self) -> None:
        """Leave it at that."""

    def quit_alternate_screen(self) -> None:
        """Leave it at that."""


def run_guarded(
    app: Application[T], typed: Callable[[], str], concept: Callable[[str], object]
) -> T:
    """Run a prompt and return its result, with `concept` called for what is typed meanwhile.

    Raises OnderbrokenError for a signal or a terminal that is gone, and passes everything else on,
    also what goes wrong behind a key; in each case what was typed has been kept first.
    """
    show_every_sign()
    begin = typed()

    def houd_vast() -> None:
        if typed() != begin:
            concept(typed())

    def bij_het_begin() -> None:
        app.after_render += _clear_up
        app.create_background_task(_keep_watching(begin, typed, concept))
        _catch_signals(app)
        _silence(app)
        asyncio.get_running_loop().set_exception_handler(lambda _, fout: _stop_with(app, fout))
        # What would be said of a terminal that does not tell where its cursor is, helps nobody.
        app.renderer.cpr_not_supported_callback = None

    try:
        with _as_it_was():
            return app.run(pre_run=bij_het_begin)
    except (KeyboardInterrupt, EOFError):
        raise
    except OSError as fout:
        houd_vast()
        raise OnderbrokenError(
            getattr(signal, "SIGHUP", signal.SIGTERM), met_concept=concept is not forget
        ) from fout
    except OnderbrokenError as fout:
        houd_vast()
        raise OnderbrokenError(fout.signaal, met_concept=concept is not forget) from fout
    except BaseException:
        houd_vast()
        raise


def _silence(app: Application[Any]) -> None:
    """Let keys that nobody gave a meaning do nothing: searching and counting show English words."""
    stil = KeyBindings()
    for toetsen in (("c-r",), ("c-s",), *(("escape", teken) for teken in "0123456789-")):
        stil.add(*toetsen)(lambda _event: None)
    eigen = [app.key_bindings] if app.key_bindings else []
    app.key_bindings = merge_key_bindings([stil, *eigen])


def _clear_up(_app: object) -> None:
    """Clear up what a drawing leaves behind, while it is young.

    The library draws with functions that hold on to themselves and so to a whole screen. Left alone
    they get old, and what is old is hardly ever looked at: that took 45 kB for every key.
    """
    gc.collect(1)


async def _keep_watching(
    begin: str, typed: Callable[[], str], concept: Callable[[str], object]
) -> None:
    vorig = begin
    ruim_op = True
    while True:
        await asyncio.sleep(_BREATH)
        if ruim_op:
            # Prompts leave circles of objects behind. Better to clear them up while someone is
            # typing than to stutter between two questions.
            ruim_op = False
            gc.collect()
        if typed() != vorig:
            vorig = typed()
            concept(vorig)


def _catch_signals(app: Application[Any]) -> None:
    loop = asyncio.get_running_loop()
    for soort in _SIGNALS:
        # Not on Windows, and not outside the main thread.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(soort, _stop, app, soort)


@contextlib.contextmanager
def _as_it_was() -> Iterator[None]:
    """Put back what a signal does: asyncio leaves the way of the system, which cleans nothing up.

    Source: `loop.remove_signal_handler`, which closing the loop calls for each that it had.
    """
    vangers = {soort: signal.getsignal(soort) for soort in _SIGNALS}
    try:
        yield
    finally:
        for soort, vanger in vangers.items():
            # Nothing to put back outside the main thread, nor what was not set by Python.
            with contextlib.suppress(ValueError, TypeError):
                signal.signal(soort, vanger)


def _stop(app: Application[Any], soort: int) -> None:
    _end(app, OnderbrokenError(soort))


def _stop_with(app: Application[Any], fout: dict[str, Any]) -> None:
    """End a prompt in which something went wrong; it would else print that and wait for Enter."""
    _end(app, fout.get("exception") or RuntimeError(fout["message"]))


def _end(app: Application[Any], fout: BaseException) -> None:
    # Never raise inside a handler: the prompt would leave the terminal in disorder. One that ends
    # already says so.
    with contextlib.suppress(Exception):
        app.exit(exception=fout)
