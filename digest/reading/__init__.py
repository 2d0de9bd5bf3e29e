"""Articles out of files, folders and standard input; what is bad is named, the rest is read."""

from digest.reading.catalogue import Catalogue, catalogue
from digest.reading.catalogue_entries import CatalogueEntry
from digest.reading.memory import CatalogueMemory, DictMemory, NoMemory
from digest.reading.notes import read_notes
from digest.reading.reader import Reading, read

__all__ = [
    "Catalogue",
    "CatalogueEntry",
    "CatalogueMemory",
    "DictMemory",
    "NoMemory",
    "Reading",
    "catalogue",
    "read",
    "read_notes",
]
