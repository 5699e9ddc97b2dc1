"""Addresses of links, as far as two of them are the same."""

from __future__ import annotations

import re
from urllib.parse import unquote

_WEB = re.compile(r"(https?://)([^/?#]*)(.*)", re.IGNORECASE | re.DOTALL)


def comparable(address: str) -> str:
    """Return an address in a form that all ways of writing it share; only for comparing."""
    address = unquote(address.replace("&amp;", "&"))
    web = _WEB.fullmatch(address)
    if web is None:
        return address
    return web[1].lower() + web[2].lower() + (web[3] or "/")
