"""Sanitising: strangers' texts become fit to be shown, strangers' addresses fit to be linked."""

from __future__ import annotations

import re
from urllib.parse import quote

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_URL_SAFE = "!#$%&+,/:;=?@~-."
_FRAGMENT_WORDS = 5
_FRAGMENT_CHARACTERS = 300


def clean(text: str) -> str:
    r"""Replace control characters by U+FFFD, and drop those that turn a text's direction.

    Tabs and line ends stay, the latter as `\n`; half surrogates count as control characters.

    >>> clean("a\x00b\u202ec\r\n") == "a\ufffdbc\n"
    True
    """
    if text.isascii() and text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return _BIDI.sub("", _CONTROLS.sub("\ufffd", lines))


def one_line(text: str) -> str:
    r"""Clean a text, and make each run of blanks one space.

    >>> one_line(" A title\n  over two lines ")
    'A title over two lines'
    """
    return " ".join(clean(text).split())


def link(url: str) -> str:
    """Percent-encode all in an address that could end or open markup.

    >>> link("https://example.org/a b?q=(1)")
    'https://example.org/a%20b?q=%281%29'
    """
    return quote(url, safe=_URL_SAFE, errors="replace")


def link_to_text(url: str, text: str) -> str:
    """Point an encoded address to a text on its page (a text fragment): a long text by its ends.

    >>> link_to_text("https://example.org/#top", "Two well-known words")
    'https://example.org/#top:~:text=Two%20well%2Dknown%20words'
    """
    words = text.split()
    if len(words) > 2 * _FRAGMENT_WORDS:
        pieces = [words[:_FRAGMENT_WORDS], words[-_FRAGMENT_WORDS:]]
    else:
        pieces = [words]
    fragment = ",".join(_fragment(" ".join(piece)) for piece in pieces)
    if len(fragment) > _FRAGMENT_CHARACTERS:
        return url
    return f"{url}{'' if '#' in url else '#'}:~:text={fragment}"


def _fragment(text: str) -> str:
    # A hyphen has a meaning of its own in a text fragment, and quote() never encodes it.
    return quote(text, safe="").replace("-", "%2D")


def language_tag(language: str) -> str:
    """Give a language if it has the form of a language tag, else nothing.

    >>> language_tag("pt-BR"), language_tag('en" onload="x')
    ('pt-BR', '')
    """
    return language if _LANGUAGE.fullmatch(language) else ""
