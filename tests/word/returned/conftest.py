from __future__ import annotations

import pytest

from uitvoeringsplan.word.filling.filling import fill


@pytest.fixture(scope="session")
def made(sjabloon, real_lijst, plannen) -> bytes:
    """The document of a whole plan; a test with another `made` has that instead."""
    return fill(sjabloon, real_lijst, plannen["oudermeer"])
