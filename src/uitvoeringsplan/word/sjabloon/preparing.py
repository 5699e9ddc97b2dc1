"""A template from outside made fit for documents: looked at, completed, and cleaned.

The shipped templates come out of that as they went in, and it takes longer than reading and filling
them. When the wheel is built, `built/ready_templates.py` gets the fingerprints of those of which
that holds (`tasks/ready_templates_maker.py`); exactly those bytes need not go through it again.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from uitvoeringsplan.model.checksum import sha256
from uitvoeringsplan.ooxml.package import load_package

if TYPE_CHECKING:
    from uitvoeringsplan.ooxml.package import Package


def load_prepared(data: bytes, path: str) -> tuple[Package, tuple[str, ...]]:
    """Return the package of a template, and what of it no document gets, as sentences.

    Raises SjabloonError.
    """
    package = load_package(data, path)
    return (package, ()) if _is_ready(data) else prepare(package)


def prepare(package: Package) -> tuple[Package, tuple[str, ...]]:
    """Look at a package, complete and clean it, as `load_prepared`; raises SjabloonError."""
    # Only who has another template than the shipped ones waits for what does this.
    from uitvoeringsplan.ooxml.gate import check_package  # noqa: PLC0415
    from uitvoeringsplan.word.cleaning.cleaning import clean  # noqa: PLC0415
    from uitvoeringsplan.word.completing.completing import as_document, complete  # noqa: PLC0415

    return clean(complete(check_package(as_document(package)).pakket))


def digest(data: bytes) -> str:
    """Return what tells one template from every other."""
    return sha256(data).hexdigest()


def _is_ready(data: bytes) -> bool:
    """Whether preparing exactly these bytes changes nothing; never in a clone."""
    try:
        built = import_module("uitvoeringsplan.built.ready_templates")
    except ModuleNotFoundError:
        return False
    return digest(data) in built.DIGESTS
