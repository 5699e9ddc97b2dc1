from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def small(builder):
    """A template with two questions and nothing else."""
    return builder.open(builder.docx(builder.block("eerste"), builder.block("tweede"), "<w:p/>"))
