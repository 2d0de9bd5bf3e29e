"""Editor's notes: Markdown becomes safe HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from digest.rendering.cleaning import clean

if TYPE_CHECKING:
    from markupsafe import Markup

# fmt: off
_TAGS = frozenset({
    "a", "abbr", "b", "blockquote", "br", "cite", "code", "dd", "del", "dl", "dt", "em",
    "h2", "h3", "h4", "h5", "h6", "hr", "i", "ins", "li", "ol", "p", "pre", "q", "s", "strong",
    "sub", "sup", "table", "tbody", "td", "th", "thead", "tr", "u", "ul",
})
# fmt: on
_LINKS = ("http://", "https://", "mailto:")


def note_html(note: str) -> Markup | None:
    """Render a note by `markdown`, and sanitise it by `nh3`; None for an empty note.

    Headings start at the second level, below the page's own. Links lead to http, https or
    mailto alone; images, styles and scripts go.
    """
    if not note.strip():
        return None
    import nh3
    from markdown import markdown
    from markupsafe import Markup

    html = markdown(
        clean(note),
        extensions=["toc", "tables", "sane_lists"],
        extension_configs={"toc": {"baselevel": 2, "marker": ""}},
    )
    safe = nh3.clean(
        html,
        tags=set(_TAGS),
        attributes={"a": {"href", "title"}, "abbr": {"title"}, "ol": {"start"}},
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
    )
    return Markup(safe.strip())  # noqa: S704 - nh3 has just cleaned it


def _attribute(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href" and not value.lower().startswith(_LINKS):
        return None
    return value
