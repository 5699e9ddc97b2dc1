"""SHA-256 is SHA-256, whichever module of Python it comes from."""

from __future__ import annotations

import hashlib
import importlib
import sys

import pytest

from uitvoeringsplan.model.checksum import sha256


@pytest.mark.parametrize("data", [b"", b"abc", bytes(range(256)) * 40])
def test_de_som_is_die_van_hashlib(data):
    assert sha256(data).hexdigest() == hashlib.sha256(data).hexdigest()


def test_zonder_eigen_sha256_van_python_komt_zij_van_hashlib(monkeypatch):
    for name in ("_sha2", "_sha256"):
        monkeypatch.setitem(sys.modules, name, None)  # as if this Python was built without
    monkeypatch.delitem(sys.modules, "uitvoeringsplan.model.checksum")
    again = importlib.import_module("uitvoeringsplan.model.checksum")
    assert again.sha256 is hashlib.sha256
