"""Rendering: a day's digest as HTML, Markdown, JSON and mail, and the index of days."""

from digest.rendering.day_pages import DayPages, day_pages
from digest.rendering.index import DayLine, day_lines
from digest.rendering.renderer import Renderer, renderer

__all__ = ["DayLine", "DayPages", "Renderer", "day_lines", "day_pages", "renderer"]
