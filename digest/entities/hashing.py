"""Features as numbers: every feature is a bucket of one table of weights."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterable

HashArray = NDArray[np.uint32]
BUCKET_BITS: Final = 22
_SHIFT: Final = np.uint32(32 - BUCKET_BITS)


def hashes(texts: Iterable[str]) -> HashArray:
    """A number for each text, the same on every machine."""
    return np.fromiter((crc32(text.encode("utf-8", "replace")) for text in texts), np.uint32)


def mixed(values: HashArray, salt: int) -> HashArray:
    """The numbers of one family of features spread anew, so that families don't meet."""
    spread = (values ^ np.uint32(salt * 0x9E3779B1 & 0xFFFFFFFF)) * np.uint32(0x85EBCA6B)
    spread ^= spread >> np.uint32(13)
    spread *= np.uint32(0xC2B2AE35)
    spread ^= spread >> np.uint32(16)
    return spread


def buckets(values: HashArray, salt: int) -> HashArray:
    """The bucket of each value of a family."""
    return mixed(values, salt) >> _SHIFT


def joined(one: HashArray, other: HashArray) -> HashArray:
    """A number for each pair."""
    return one * np.uint32(0x01000193) ^ mixed(other, 0x5BD1)
