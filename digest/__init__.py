"""A daily digest of dated news articles, every sentence of which can be checked."""

__version__ = "0.1.0"
