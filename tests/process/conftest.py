from __future__ import annotations

import pytest
from branch_pairs import Werkmap


@pytest.fixture
def werkmap(tmp_path) -> Werkmap:
    return Werkmap(tmp_path)
