"""Fingerprints of all that decides what a file's bytes come to, beside the bytes."""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from digest.reading.inputs import ReadingOptions

_PACKAGES = ("charset-normalizer", "htmldate", "lxml", "markdown", "trafilatura")
_SOURCES = ("digest.reading", "digest.model")
HASH_BYTES = 16


def fingerprint(content: bytes) -> bytes:
    """SHA-256 of some bytes, cut to HASH_BYTES."""
    return sha256(content).digest()[:HASH_BYTES]


@cache
def reader_version() -> str:
    """Fingerprint of the reading code and of the packages and the Python that it runs on."""
    modules = (
        module
        for package in _SOURCES
        for module in sorted(files(package).iterdir(), key=lambda one: one.name)
        if module.name.endswith(".py")
    )
    hashes = [fingerprint(module.read_bytes()).hex() for module in modules]
    packages = [f"{name} {_version(name)}" for name in _PACKAGES]
    return fingerprint("\n".join([*hashes, *packages, sys.version]).encode()).hex()


def options_fingerprint(options: ReadingOptions) -> str:
    """Fingerprint of the options and of the code that obeys them."""
    told = (reader_version(), options.zone, options.max_line_bytes, options.undated)
    return fingerprint("\n".join(map(str, told)).encode()).hex()


def key(kind: str, *parts: str) -> str:
    """Key for the memory, of one length whatever the parts."""
    joined = "\0".join(parts).encode("utf-8", "surrogatepass")
    return f"{kind}:{fingerprint(joined).hex()}"


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "-"
