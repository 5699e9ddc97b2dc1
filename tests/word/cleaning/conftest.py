from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from private_template import beladen
from uitvoeringsplan.word.sjabloon.opening import open_sjabloon

if TYPE_CHECKING:
    from uitvoeringsplan.word.sjabloon.variant import Sjabloon


@pytest.fixture(scope="session")
def loaded(real_sjabloon) -> bytes:
    """The shipped template with everything in it that a stranger's may have."""
    return beladen(real_sjabloon)


@pytest.fixture(scope="session")
def sjabloon(loaded, real_lijst) -> Sjabloon:
    """The same, opened, and so cleaned."""
    return open_sjabloon(loaded, "s.docx", real_lijst)
