from __future__ import annotations

import pytest

from uitvoeringsplan.word.filling.filling import fill


@pytest.fixture(scope="session")
def gemaakt(sjabloon, echte_lijst, plannen) -> bytes:
    """The document of a whole plan; a test with another `gemaakt` has that instead."""
    return fill(sjabloon, echte_lijst, plannen["oudermeer"])
