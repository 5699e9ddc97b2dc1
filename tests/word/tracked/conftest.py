from __future__ import annotations

import pytest


@pytest.fixture(scope="module")
def klein(builder):
    """A template with two questions and nothing else."""
    return builder.open(builder.docx(builder.blok("eerste"), builder.blok("tweede"), "<w:p/>"))
