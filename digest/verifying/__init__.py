"""Whether what was published still holds: every sentence against its source and its pages."""

from digest.verifying.checking import Verification, verify
from digest.verifying.claims import Finding

__all__ = ["Finding", "Verification", "verify"]
