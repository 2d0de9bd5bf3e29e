"""Verification: every published sentence against its source and its pages."""

from digest.verifying.checking import Verification, verify
from digest.verifying.claims import Finding

__all__ = ["Finding", "Verification", "verify"]
