"""Short fields made fit to be shown: titles, names, ids, links, file names."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

_BIDI = r"\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
_CONTROL = r"\x00-\x1f\x7f-\x9f"
_SURROGATE = r"\ud800-\udfff"
# Those control characters that Python counts as white space are left to `split`.
_REMOVED = re.compile(rf"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f{_BIDI}{_SURROGATE}\ufeff]")
_UNSHOWABLE = re.compile(rf"[{_CONTROL}{_BIDI}{_SURROGATE}\u2028\u2029]")
_NOT_IN_LINKS = re.compile(rf"[\s<>\"\\`{_CONTROL}{_BIDI}{_SURROGATE}]")

MAX_LINK_CHARACTERS = 2_000


def clean(value: str) -> str:
    r"""White space runs to one blank; control characters and marks of direction are removed.

    >>> clean(" A\u202e  title\n")
    'A title'
    """
    shown = value if value.isprintable() else _REMOVED.sub("", value)
    return " ".join(shown.split())


def cut(value: str, max_characters: int) -> str:
    """Cut a clean value to its beginning."""
    return value[:max_characters].rstrip()


def showable(name: str) -> str:
    r"""Write a file's name, with escapes for what a terminal or UTF-8 can't take.

    >>> print(showable("a\nb.txt"))
    a\x0ab.txt
    """
    return _UNSHOWABLE.sub(lambda found: _escape(ord(found[0])), name)


def _escape(code: int) -> str:
    # A byte that is no UTF-8 comes from the file system as a surrogate above U+DC00.
    byte = code - 0xDC00 if 0xDC80 <= code <= 0xDCFF else code  # noqa: PLR2004
    return f"\\x{byte:02x}" if byte <= 0xFF else f"\\u{code:04x}"  # noqa: PLR2004


def link(value: str) -> str:
    """Read the value as an absolute http or https link; empty where it is none.

    >>> link("HTTPS://example.org/a"), link("javascript:alert(1)"), link("//example.org")
    ('https://example.org/a', '', '')
    """
    address = value.strip()
    if len(address) > MAX_LINK_CHARACTERS or _NOT_IN_LINKS.search(address):
        return ""
    try:
        parts = urlsplit(address)
        _ = parts.port  # raises where it is no number
    except ValueError:
        return ""
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return ""
    return parts.scheme + address[len(parts.scheme) :]
