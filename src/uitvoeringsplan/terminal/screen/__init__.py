"""Asking on the whole window, with prompt_toolkit and questionary.

Somebody waits for the first question, so what it does not need is not loaded before it: what
prompt_toolkit offers at its top (prompts, dialogs, progress bars), and what asyncio needs to speak
TLS, all of OpenSSL, where only a keyboard is listened to. Whoever asks for it later still gets it.
"""

from __future__ import annotations

import importlib
import importlib.util
import sys
from typing import Any

_LIBRARY = "prompt_toolkit"


def _load_parts_only() -> None:
    """Let the parts of the library load by themselves, and its top when something asks for that."""
    spec = importlib.util.find_spec(_LIBRARY)
    if _LIBRARY in sys.modules or spec is None or spec.loader is None:
        return
    library = importlib.util.module_from_spec(spec)
    load = spec.loader.exec_module

    def look_up(name: str) -> Any:
        del library.__dict__["__getattr__"]
        load(library)
        return getattr(library, name)

    library.__dict__["__getattr__"] = look_up  # PEP 562
    sys.modules[_LIBRARY] = library
    importlib.import_module(f"{_LIBRARY}.application")  # first, as its top does: parts need it


def _load_asyncio_without_tls() -> None:
    """Let asyncio do as in a Python that was built without OpenSSL, which it is made for."""
    if "asyncio" in sys.modules or "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]
    try:
        import asyncio  # noqa: F401, PLC0415 - so that it is loaded
    finally:
        del sys.modules["ssl"]


def _leave_out_vi() -> None:
    """Let no screen make the hundreds of keys of vi: nobody can switch those on here."""
    keys: Any = importlib.import_module(f"{_LIBRARY}.key_binding")
    defaults: Any = importlib.import_module(f"{_LIBRARY}.key_binding.defaults")
    defaults.load_vi_bindings = defaults.load_vi_search_bindings = keys.KeyBindings


_load_asyncio_without_tls()
_load_parts_only()
_leave_out_vi()
