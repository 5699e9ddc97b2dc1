"""SHA-256 without OpenSSL, which `hashlib` loads first: that takes longer than all we hash."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from hashlib import sha256
else:
    try:
        from _sha2 import sha256  # Python 3.12 and later
    except ImportError:
        try:
            from _sha256 import sha256
        except ImportError:  # a Python that was built without its own
            from hashlib import sha256

__all__ = ["digest", "sha256"]


def digest(data: bytes, digits: int = 64) -> str:
    """Return the first hexadecimal digits of the SHA-256 of these bytes."""
    return sha256(data).hexdigest()[:digits]
