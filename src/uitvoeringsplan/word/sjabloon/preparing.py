"""A template from outside made fit for documents: looked at, completed, and cleaned.

The shipped templates come out of that as they went in, and it takes longer than reading and filling
them. When the wheel is built, `built/ready_templates.py` gets the fingerprints of those of which
that holds (`tasks/ready_made.py`), with what there is to know of each; exactly those
bytes need not go through it again.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from uitvoeringsplan.model.checksum import digest

if TYPE_CHECKING:
    from collections.abc import Callable

    from uitvoeringsplan.ooxml.package import Package
    from uitvoeringsplan.word.sjabloon.template_parts import Inventory


def prepare(package: Package) -> tuple[Package, tuple[str, ...]]:
    """Return a package made fit, and what of it no document gets, as sentences.

    Raises SjabloonError.
    """
    # Only who has another template than the shipped ones waits for what does this.
    from uitvoeringsplan.ooxml.gate import check_package  # noqa: PLC0415
    from uitvoeringsplan.word.cleaning.cleaning import clean  # noqa: PLC0415
    from uitvoeringsplan.word.completing.completing import as_document, complete  # noqa: PLC0415

    return clean(complete(check_package(as_document(package)).package))


def find_ready(data: bytes) -> Inventory | None:
    """Return the inventory of exactly these bytes if preparing changes nothing of them.

    None for any other template, and in a clone.
    """
    try:
        built = import_module("uitvoeringsplan.built.ready_templates")
    except ModuleNotFoundError:
        return None
    ready: Callable[[], Inventory] | None = built.READY.get(digest(data))
    return ready and ready()
