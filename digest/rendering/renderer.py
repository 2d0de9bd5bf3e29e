"""Renderer: from a digest to its files, in the formats asked for.

Digest → DigestView → templates → Page
Digest → JSON document ─────────→ Page
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from digest.model import DAY_FILES, FORMATS, Format, Page, day_folder
from digest.rendering.cleaning import one_line
from digest.rendering.documents import digest_document
from digest.rendering.index import INDEX, index_document, month_views
from digest.rendering.mail import Letter, envelope, inliner, message
from digest.rendering.notes import note_html
from digest.rendering.templating import compiled_templates
from digest.rendering.view_models import digest_view
from digest.rendering.views import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
    from datetime import datetime, tzinfo
    from pathlib import Path

    from digest.model import Digest
    from digest.rendering.index import DayLine
    from digest.rendering.mail import Envelope
    from digest.rendering.templating import Templates
    from digest.rendering.views import DigestView

_TEMPLATES: Mapping[Format, tuple[str, ...]] = {
    "html": ("layout.html.jinja", "digest.html.jinja", "index.html.jinja"),
    "md": ("digest.md.jinja",),
    "json": (),
    "eml": ("mail.subject.txt.jinja", "mail.txt.jinja", "mail.html.jinja"),
}
_TO_ROOT = "../../../"


@dataclass(frozen=True, slots=True)
class Renderer:
    """Renders digests and their index; everything that can be checked was checked when made."""

    site: Site
    templates: Templates
    style: str
    envelope: Envelope
    inline: Callable[[str], str]

    def digest_pages(self, digest: Digest) -> tuple[Page, ...]:
        """Render a day's files in the formats asked for; TemplateError where a template fails."""
        view = digest_view(digest, note_html(digest.note), self.site.zone)
        return tuple(
            Page(day_folder(digest.day) / DAY_FILES[name], _MAKERS[name](self, digest, view))
            for name in self.site.formats
        )

    def index_pages(self, days: Sequence[DayLine]) -> tuple[Page, ...]:
        """Render the files about all days: the index as JSON, with HTML as a page too."""
        document = Page(PurePosixPath(INDEX), index_document(days, self.site))
        if "html" not in self.site.formats:
            return (document,)
        html = self.templates.render(
            "index.html.jinja", site=self.site, root="", months=month_views(days), days=len(days)
        )
        return (
            Page(PurePosixPath("index.html"), html.encode()),
            Page(PurePosixPath("assets/digest.css"), self.style.encode()),
            document,
        )


def renderer(  # noqa: PLR0913 - each names a setting of its own
    *,
    formats: Collection[Format],
    templates: Path | None,
    title: str,
    sender: str,
    recipients: tuple[str, ...],
    zone: tzinfo,
    zone_name: str,
    built: datetime | None,
) -> Renderer:
    """Prepare to render: find and compile the templates of the formats, check the addresses.

    `built` is shown where it is given. Raises TemplateError and SettingsError.
    """
    ordered = tuple(name for name in FORMATS if name in formats)
    site = Site(one_line(title), ordered, zone, zone_name, built)
    compiled = compiled_templates(
        templates, [name for format_ in ordered for name in _TEMPLATES[format_]]
    )
    return Renderer(
        site=site,
        templates=compiled,
        style=compiled.asset("digest.css") if "html" in ordered else "",
        envelope=envelope(sender, recipients),
        inline=inliner(compiled.asset("mail.css")) if "eml" in ordered else str,
    )


def _html(renderer: Renderer, _digest: Digest, view: DigestView) -> bytes:
    return renderer.templates.render(
        "digest.html.jinja", site=renderer.site, root=_TO_ROOT, digest=view, files=DAY_FILES
    ).encode()


def _markdown(renderer: Renderer, _digest: Digest, view: DigestView) -> bytes:
    return renderer.templates.render("digest.md.jinja", site=renderer.site, digest=view).encode()


def _json(renderer: Renderer, digest: Digest, _view: DigestView) -> bytes:
    return digest_document(digest, renderer.site)


def _mail(renderer: Renderer, digest: Digest, view: DigestView) -> bytes:
    subject, text, html = (
        renderer.templates.render(name, site=renderer.site, digest=view)
        for name in _TEMPLATES["eml"]
    )
    letter = Letter(digest.day, one_line(subject), text, renderer.inline(html))
    return message(letter, renderer.envelope, renderer.site)


_MAKERS: Mapping[Format, Callable[[Renderer, Digest, DigestView], bytes]] = {
    "html": _html,
    "md": _markdown,
    "json": _json,
    "eml": _mail,
}
