from __future__ import annotations

import pytest
from gitproef import Werkmap


@pytest.fixture
def werkmap(tmp_path) -> Werkmap:
    return Werkmap(tmp_path)
