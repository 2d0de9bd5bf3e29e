"""Sorting of many numbers in linear time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from digest.text.words import IntArray

# NumPy sorts numbers of 16 bits by radix, and longer ones by comparing them.
DIGIT_BITS = 16


def sorting_order(numbers: IntArray, bits: int) -> IntArray:
    """Return the places of numbers from the smallest to the largest; of equals the earlier first.

    The numbers are at least 0 and have at most so many bits; further ones are not looked at.

    >>> import numpy as np
    >>> sorting_order(np.array([70_000, 2, 70_000, 1]), 17).tolist()
    [3, 1, 0, 2]
    """
    order = np.argsort((numbers & 0xFFFF).astype(np.uint16), kind="stable")
    for shift in range(DIGIT_BITS, bits, DIGIT_BITS):
        digits = (numbers >> shift & 0xFFFF).astype(np.uint16)
        order = order[np.argsort(digits[order], kind="stable")]
    return order
