"""Markdown escaping: whatever a text holds is shown and never becomes markup."""

from __future__ import annotations

import re

# What can open markup anywhere; what can where a line begins; what could become an entity, also
# together with the text that follows this one. A colon after a bracket is among them because the
# `markdown` package takes even `\]:` for the end of a link's definition.
_SPECIAL = re.compile(
    r"[\\`*_{}\[\]#<~]|(?<=\]):|\A\s*(?:[-+=>:]|\d+[.)])|&(?=#?\w*(?:;|\Z))|\s*[\n\r]\s*", re.ASCII
)
_HARMLESS = re.compile(r"(?![-+=>:\d\s])[^\\`*_{}\[\]#<~&\n\r]*+", re.ASCII)
_ENTITIES = {"<": "&lt;", "~": "&#126;", "&": "&amp;", "=": "&#61;", ":": "&#58;"}


def escape_markdown(text: str) -> str:
    r"""Escape a text, on one line, so that Markdown shows all of it unchanged.

    What has no backslash escape in every dialect becomes an entity.

    >>> escape_markdown("1. *Not* a list, <b>not</b> bold & not [a](link)")
    '1\\. \\*Not\\* a list, &lt;b>not&lt;/b> bold & not \\[a\\](link)'
    """
    return text if _HARMLESS.fullmatch(text) else _SPECIAL.sub(_escape, text)


def _escape(match: re.Match[str]) -> str:
    special = match.group().strip()
    if not special:
        return " "
    return special[:-1] + _ENTITIES.get(special[-1], f"\\{special[-1]}")
