"""Building: from settings and sources to the pages of each day."""

from digest.building.days import BuildRequest, equipment, make_days, prepare, renderer_of

__all__ = ["BuildRequest", "equipment", "make_days", "prepare", "renderer_of"]
