"""Texts made of every sign of the markup, in places where it means something and where not."""

from __future__ import annotations

from hypothesis import strategies as st

from trials import text

SIGNS = (
    "*", "**", "***", "[", "]", "](https://a.nl/x)", "(", ")", "\\", "a", "b", " ", "  ", "\n",
    "\n\n", "- ", "-", "1. ", "12. ", "  - ", "  1. ", "\xa0", "\u3000", "é", "\\- ", "\\*", "\\[",
    "1\\. ", "\\\\- ", "[a](https://b.nl)", "[b](mailto:x@y)", "    ", "x" * 5,
)  # fmt: skip


opmaak = st.lists(st.sampled_from(SIGNS), max_size=14).map("".join) | text
