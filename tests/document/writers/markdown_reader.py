"""Markdown read by a parser that is not ours: CommonMark with tables, as most programs have it."""

from __future__ import annotations

from html_reader import Pagina
from markdown_it import MarkdownIt

_READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def as_html(md: str) -> str:
    return _READER.render(md)


def words(html: str) -> list[str]:
    """Return the words of a fragment; what only separates blocks separates words too."""
    return _Los(html).words


class _Los(Pagina):
    """A fragment: the parser may nest paragraphs in points and quotations as it likes."""

    def handle_starttag(self, tag, _attrs):
        self.runs.append("" if tag in ("em", "strong", "a", "s", "code", "img") else "\n")

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        self.runs.append("" if tag in ("em", "strong", "a", "s", "code") else "\n")
