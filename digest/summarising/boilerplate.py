"""Boilerplate: words that pages print around their articles."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.language.base import Boilerplate


def is_boilerplate(text: str, rules: Boilerplate) -> bool:
    """Test whether a sentence, as it would be shown, is boilerplate."""
    if rules.opens.match(text) or rules.moment.search(text):
        return True
    lowered = text.lower()
    # To look for each word alone is far quicker than the expression, which decides.
    return any(sign in lowered for sign in rules.signs) and rules.holds.search(text) is not None
