"""Text out of bytes: UTF-8, else by its mark, its own declaration, or detection."""

from __future__ import annotations

import codecs
import re
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from digest.reading.outcome import Notice, RefusedError

if TYPE_CHECKING:
    from digest.model import Origin

# The longer marks first: that of UTF-32 begins with that of UTF-16.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"PK\x03\x04", "ZIP"),
    (b"\x1f\x8b", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x7fELF", "ELF"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"SQLite format 3", "SQLite"),
)
# What news has been written in. Ties go to windows-1252, which they often are of.
_COMMON = "cp1252"
# fmt: off
_CANDIDATES = [
    _COMMON, "cp1250", "cp1251", "cp1253", "cp1254", "koi8_r", "iso8859_2", "iso8859_15",
    "mac_roman", "cp932", "euc_jp", "gb18030", "big5", "cp949",
]
# fmt: on
# Codecs that Python counts among the encodings of text, but no article is written in.
_NOT_FOR_TEXT = {"idna", "punycode", "raw-unicode-escape", "unicode-escape", "undefined", "utf-7"}
_SAMPLE_BYTES = 65_536
_MAX_MESS = 0.1
# A share of letters that follow a language's order of frequency; other alphabets must show one.
_MIN_COHERENCE = 0.2
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")


class Decoded(NamedTuple):
    """A text, and the name of its encoding where that is not UTF-8."""

    text: str
    encoding: str = ""

    def notices(self, origin: Origin) -> tuple[Notice, ...]:
        """Notice of the encoding, where it is not UTF-8."""
        if not self.encoding:
            return ()
        return (Notice(origin.path, f"read as {self.encoding}", origin.line),)


def whole_bytes(stream: BinaryIO, max_bytes: int, begun: bytes = b"") -> bytes:
    """Read the rest of a file behind its head; raises RefusedError if it is too long or blank."""
    content = begun + stream.read(max_bytes + 1 - len(begun))
    if len(content) > max_bytes:
        message = f"longer than {max_bytes} bytes"
        raise RefusedError(message)
    if not content.strip():
        message = "empty"
        raise RefusedError(message)
    return content


def decoded(content: bytes, declared: str = "") -> Decoded:
    """Decode a whole file; raises RefusedError where it is binary or can't be told."""
    if has_wide_mark(content):
        return _by_mark(content)
    refuse_binary(content)
    try:
        text = Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        text = _as_declared(content, declared) or detected(content, error)
    if not text.text.strip():
        message = "empty"
        raise RefusedError(message)
    return text


def has_wide_mark(content: bytes) -> bool:
    """Test whether the content begins with the mark of UTF-16 or UTF-32."""
    return any(content.startswith(mark) for mark, _ in _MARKS)


def refuse_binary(content: bytes) -> None:
    """Raise RefusedError for what is no text at all."""
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            message = f"binary: {kind}"
            raise RefusedError(message)
    if b"\0" in content:
        message = "binary: it holds NUL bytes"
        raise RefusedError(message)


def detected(content: bytes, error: UnicodeDecodeError) -> Decoded:
    """Decode by detection; `error` tells where it is not UTF-8. Raises RefusedError."""
    name = "" if _is_damaged_utf_8(content) else _guess(_sample(content, error.start))
    text = _try(content, name)
    if text is None or _CONTROL.search(text):
        message = f"not UTF-8: byte {content[error.start]:#04x} at {error.start}"
        raise RefusedError(message) from error
    return Decoded(text, _known_as(name))


def _by_mark(content: bytes) -> Decoded:
    name = next(name for mark, name in _MARKS if content.startswith(mark))
    try:
        return Decoded(content.decode(name), name)
    except UnicodeDecodeError as error:
        message = f"not {name.upper()}, though it is marked so"
        raise RefusedError(message) from error


def _as_declared(content: bytes, declared: str) -> Decoded | None:
    try:
        name = codecs.lookup(declared).name if declared else ""
    except (LookupError, ValueError):
        return None
    # The web reads Latin-1 and ASCII as the windows-1252 that they mostly are.
    name = _COMMON if name in ("iso8859-1", "ascii") else name
    text = None if name in _NOT_FOR_TEXT else _try(content, name)
    return None if text is None else Decoded(text, _known_as(name))


def _try(content: bytes, name: str) -> str | None:
    if not name:
        return None
    try:
        return content.decode(name)
    except (LookupError, UnicodeError):
        return None


def _is_damaged_utf_8(content: bytes) -> bool:
    text = content.decode("utf-8", "replace")
    damaged = text.count("\ufffd")
    other = len(text) - len(text.encode("ascii", "ignore")) - damaged
    return other > damaged


def _sample(content: bytes, bad: int) -> bytes:
    """Words from around the first byte that is not UTF-8, none of them cut."""
    start = content.rfind(b" ", 0, bad) + 1
    sample = content[start : start + _SAMPLE_BYTES]
    return sample if len(sample) < _SAMPLE_BYTES else sample.rpartition(b" ")[0] or sample


def _guess(sample: bytes) -> str:
    from charset_normalizer import from_bytes

    matches = list(from_bytes(sample, cp_isolation=_CANDIDATES, enable_fallback=False))
    if not matches or matches[0].chaos > _MAX_MESS:
        return ""
    best = (matches[0].chaos, matches[0].coherence)
    equal = [match for match in matches if (match.chaos, match.coherence) == best]
    if any(_COMMON in match.could_be_from_charset for match in equal):
        return _COMMON
    is_told = matches[0].multi_byte_usage or matches[0].coherence > _MIN_COHERENCE
    return matches[0].encoding if is_told else ""


def _known_as(name: str) -> str:
    return re.sub(r"^cp(?=125\d$)", "windows-", name).replace("_", "-")
