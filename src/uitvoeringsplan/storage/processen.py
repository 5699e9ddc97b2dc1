"""Stopping a program together with everything that it started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from typing import Any

#: How to start a program so that `stop_groep` can find all of it: apart from our own Ctrl+C.
GROEP: dict[str, Any] = (
    {"creationflags": getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0)}
    if sys.platform == "win32"
    else {"start_new_session": True}
)


_GEDULD = 2.0  # seconds to end in by itself


def stop_groep(proces: subprocess.Popen[bytes]) -> None:
    """End a program that was started with GROEP and all it started, and wait for its own end.

    It is asked first, so that it can end its own children, and made to when it does not. Nothing
    happens to one that ended well by itself; one that crashed may have left children.
    """
    if proces.poll() == 0:
        return
    if sys.platform == "win32":
        # Windows has no groups to end; this looks up the children of the children.
        subprocess.run(  # noqa: S603 - our own arguments
            ["taskkill", "/F", "/T", "/PID", str(proces.pid)],  # noqa: S607 - part of Windows
            capture_output=True, check=False,
        )  # fmt: skip
    else:
        for signaal in (signal.SIGTERM, signal.SIGKILL):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(proces.pid, signaal)
            with contextlib.suppress(subprocess.TimeoutExpired):
                proces.wait(_GEDULD)
    proces.wait()
