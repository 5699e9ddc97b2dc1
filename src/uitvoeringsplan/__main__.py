"""`python -m uitvoeringsplan` does the same as the command `uitvoeringsplan`.

Loading the program takes a moment in which somebody may press Ctrl+C already. So nothing is loaded
before that has an answer.
"""

# Python has loaded these two when it starts; not even __future__ is loaded before `main`.
import os
import sys


def main() -> None:
    """Run the program and end with its code; Ctrl+C gives 130 and never a traceback."""
    try:
        code = _run()
    except KeyboardInterrupt:
        code = _stopped()
    sys.exit(code)


def _run() -> int:
    import signal  # noqa: PLC0415 - Ctrl+C while this loads is caught by the caller

    is_ours = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if is_ours:
        # Nothing is at work yet. An exception in the middle of an import may be lost in it.
        signal.signal(signal.SIGINT, lambda _number, _frame: os._exit(_stopped()))
    import gc  # noqa: PLC0415

    gc.disable()  # what is loaded stays; `commands.edge` puts it on when the work begins
    from uitvoeringsplan.cli import run  # noqa: PLC0415

    code = run()
    gc.freeze()  # Python looks once more when it ends, at all there is
    if is_ours:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # the work is done; only ending is left
    return code


def _stopped() -> int:
    try:  # noqa: SIM105 - no import in what a signal does
        os.write(2, b"Gestopt.\n")
    except OSError:
        pass  # the window has gone, and with it everyone to tell
    return 130


if __name__ == "__main__":
    main()
