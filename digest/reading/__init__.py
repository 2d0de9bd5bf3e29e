"""Articles out of files, folders and standard input; what is bad is named, the rest is read."""

from digest.reading.reader import Reading, read

__all__ = ["Reading", "read"]
