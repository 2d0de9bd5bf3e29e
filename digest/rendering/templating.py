"""Templates: where they are found, what they escape, and whose fault it is when one breaks."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import digest
from digest.errors import TemplateError
from digest.rendering.cleaning import one_line
from digest.rendering.markdown_escape import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator, Mapping

    from jinja2 import BaseLoader, Environment, Template
    from markupsafe import Markup

PACKAGE = Path(digest.__file__).parent
_SUFFIX = ".jinja"
_MAIL_WIDTH = 72


@dataclass(frozen=True, slots=True)
class Templates:
    """Compiled templates by name, and the folders of the search path."""

    folders: tuple[Path, ...]
    compiled: Mapping[str, Template]

    def render(self, name: str, **values: object) -> str:
        """Render a template; TemplateError names the place where it fails."""
        with _blaming(name):
            return self.compiled[name].render(values)

    def asset(self, name: str) -> str:
        """Read a file that is used unchanged; TemplateError where it is missing."""
        return _source(self.folders, name)


def compiled_templates(user: Path | None, names: Collection[str]) -> Templates:
    """Compile the named templates, the user's own before the package's.

    In an installed package they lie within it, in a checkout beside it. Raises TemplateError
    where one is missing or has an error of syntax, and where the user's folder is none.
    """
    if user is not None and not user.is_dir():
        raise TemplateError(str(user), "no such folder of templates")
    packaged = (PACKAGE / "templates", PACKAGE.parent / "templates")
    folders = packaged if user is None else (user, *packaged)
    environments = _environments(folders)
    return Templates(folders, {name: _compiled(environments, name) for name in names})


def _compiled(environments: Mapping[str, Environment], name: str) -> Template:
    kind = name.removesuffix(_SUFFIX).rpartition(".")[2]
    with _blaming(name):
        return environments[kind].get_template(name)


def _environments(folders: tuple[Path, ...]) -> Mapping[str, Environment]:
    """Make an environment for each kind of page: what a value must not become differs."""
    from jinja2 import FileSystemLoader
    from markupsafe import Markup

    loader = FileSystemLoader(folders)
    html = _environment(loader, autoescape=True)
    markdown = _environment(loader, autoescape=True)
    markdown.finalize = _markdown_escaper(Markup)
    markdown.filters["url"] = _markdown_url
    text = _environment(loader, autoescape=False)
    text.filters["wrapped"] = wrapped
    return {"html": html, "md": markdown, "txt": text}


def _environment(loader: BaseLoader, *, autoescape: bool) -> Environment:
    from jinja2 import Environment, StrictUndefined

    return Environment(
        loader=loader,
        autoescape=autoescape,  # noqa: S701 - off for plain text alone
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )


def _markdown_escaper(markup: type[Markup]) -> Callable[[object], object]:
    """Escapes every text that a Markdown template shows, unless it is marked safe there."""

    def escaped(value: object) -> object:
        # Jinja's own escaping, HTML's, passes over what is marked as markup.
        if isinstance(value, str) and not isinstance(value, markup):
            return markup(escape_markdown(value))
        return value

    return escaped


def _markdown_url(value: str) -> str:
    """Escape an encoded address as a link's target: only an entity could still be misread."""
    from markupsafe import Markup

    return Markup(value.replace("&", "&amp;"))  # noqa: S704 - see cleaning.link


def wrapped(text: str, indent: str = "", first: str = "", width: int = _MAIL_WIDTH) -> str:
    r"""Wrap a text in lines of at most `width` characters, where its words allow, each indented.

    The first line's own indent is as long as that of the others.

    >>> wrapped("Some words on lines", "  ", "- ", 12)
    '- Some words\n  on lines'
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        if line and len(indent) + len(line) + len(word) >= width:
            lines.append(indent + line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    block = "\n".join([*lines, indent + line])
    return first + block[len(first) :]


def _source(folders: tuple[Path, ...], name: str) -> str:
    for folder in folders:
        if (folder / name).is_file():
            try:
                return (folder / name).read_text("utf-8")
            except (OSError, UnicodeDecodeError) as error:
                raise TemplateError(str(folder / name), str(error)) from error
    raise TemplateError(name, f"not found in {', '.join(map(str, folders))}")


@contextmanager
def _blaming(name: str) -> Iterator[None]:
    """Turn whatever goes wrong in a template into a TemplateError with its file and line."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    try:
        yield
    except TemplateSyntaxError as error:
        position = f"{error.filename or error.name or name}:{error.lineno}"
        raise TemplateError(position, one_line(error.message or "syntax error")) from error
    except TemplateNotFound as error:
        raise TemplateError(_failing_position(error, name), str(error)) from error
    except Exception as error:
        reason = one_line(f"{type(error).__name__}: {error}")
        raise TemplateError(_failing_position(error, name), reason) from error


def _failing_position(error: BaseException, name: str) -> str:
    """Find the last line of a template in an error's trace; Jinja puts templates' lines there."""
    position = name
    trace = error.__traceback__
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if file.endswith(_SUFFIX):
            position = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return position
