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
_SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class AlternateScreen:
    """The alternate screen of the terminal (DEC private mode 1049, or a buffer of a console)."""

    def __init__(self) -> None:
        self._output: Output | None = None

    @property
    def is_open(self) -> bool:
        """Whether the window is ours now."""
        return self._output is not None

    def open(self) -> Output:
        """Take the window, if it is not ours already, and return what to draw with."""
        if self._output is None:
            self._output = get_app_session().output
            self._output.enter_alternate_screen()
            self._output.flush()
        return cast("Output", _HeldOutput(self._output))

    def close(self) -> None:
        """Give the window back as it was before."""
        if self._output is not None:
            output, self._output = self._output, None
            with contextlib.suppress(OSError):  # the window may be gone
                output.quit_alternate_screen()
                output.flush()


class _HeldOutput:
    """An output of which the screen is taken already: a program neither takes it nor gives it up.

    A program that wipes when it ends (`erase_when_done`) lets a window flash. What it showed stays,
    until the next one draws.
    """

    def __init__(self, output: Output) -> None:
        self._output = output

    def __getattr__(self, name: str) -> Any:
        return getattr(self._output, name)

    def erase_down(self) -> None:
        """Wipe the window from the cursor on, unless that is all that is left to do."""
        if not get_app().is_done:
            self._output.erase_down()

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
    start = typed()

    def hold_on() -> None:
        if typed() != start:
            concept(typed())

    def at_start() -> None:
        app.after_render += _clear_up
        app.create_background_task(_keep_watching(start, typed, concept))
        _catch_signals(app)
        _silence(app)
        asyncio.get_running_loop().set_exception_handler(lambda _, error: _stop_with(app, error))
        # What would be said of a terminal that does not tell where its cursor is, helps nobody.
        app.renderer.cpr_not_supported_callback = None

    try:
        with _as_it_was():
            return app.run(pre_run=at_start)
    except (KeyboardInterrupt, EOFError):
        raise
    except OSError as error:
        hold_on()
        raise OnderbrokenError(
            getattr(signal, "SIGHUP", signal.SIGTERM), with_concept=concept is not forget
        ) from error
    except OnderbrokenError as error:
        hold_on()
        raise OnderbrokenError(error.signal, with_concept=concept is not forget) from error
    except BaseException:
        hold_on()
        raise


def _silence(app: Application[Any]) -> None:
    """Let keys that nobody gave a meaning do nothing: searching and counting show English words."""
    quiet = KeyBindings()
    for keys in (("c-r",), ("c-s",), *(("escape", sign) for sign in "0123456789-")):
        quiet.add(*keys)(lambda _event: None)
    own = [app.key_bindings] if app.key_bindings else []
    app.key_bindings = merge_key_bindings([quiet, *own])


def _clear_up(_app: object) -> None:
    """Clear up what a drawing leaves behind, while it is young.

    The library draws with functions that hold on to themselves and so to a whole screen. Left alone
    they get old, and what is old is hardly ever looked at: that took 45 kB for every key.
    """
    gc.collect(1)


async def _keep_watching(
    start: str, typed: Callable[[], str], concept: Callable[[str], object]
) -> None:
    previous = start
    clean_up = True
    while True:
        await asyncio.sleep(_BREATH)
        if clean_up:
            # Prompts leave circles of objects behind. Better to clear them up while someone is
            # typing than to stutter between two questions.
            clean_up = False
            gc.collect()
        if typed() != previous:
            previous = typed()
            concept(previous)


def _catch_signals(app: Application[Any]) -> None:
    loop = asyncio.get_running_loop()
    for kind in _SIGNALS:
        # Not on Windows, and not outside the main thread.
        with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
            loop.add_signal_handler(kind, _stop, app, kind)


@contextlib.contextmanager
def _as_it_was() -> Iterator[None]:
    """Put back what a signal does: asyncio leaves the way of the system, which cleans nothing up.

    Source: `loop.remove_signal_handler`, which closing the loop calls for each that it had.
    """
    catchers = {kind: signal.getsignal(kind) for kind in _SIGNALS}
    try:
        yield
    finally:
        for kind, catcher in catchers.items():
            # Nothing to put back outside the main thread, nor what was not set by Python.
            with contextlib.suppress(ValueError, TypeError):
                signal.signal(kind, catcher)


def _stop(app: Application[Any], kind: int) -> None:
    _end(app, OnderbrokenError(kind))


def _stop_with(app: Application[Any], error: dict[str, Any]) -> None:
    """End a prompt in which something went wrong; it would else print that and wait for Enter."""
    _end(app, error.get("exception") or RuntimeError(error["message"]))


def _end(app: Application[Any], error: BaseException) -> None:
    # Never raise inside a handler: the prompt would leave the terminal in disorder. One that ends
    # already says so.
    with contextlib.suppress(Exception):
        app.exit(exception=error)
