"""Mail: a digest as one `multipart/alternative` of plain text and HTML with inlined style."""

from __future__ import annotations

from binascii import b2a_qp
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from digest.errors import SettingsError, TemplateError
from digest.rendering.cleaning import one_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from email.headerregistry import Address

    from digest.rendering.views import Site

NEUTRAL_ADDRESS = "digest@localhost"
_SUBJECT_CHARACTERS = 150
_LAST_SECOND = time(23, 59, 59)


@dataclass(frozen=True, slots=True)
class Envelope:
    """Headers From and To as a message has them, and the sender's domain."""

    sender: str
    recipients: str
    domain: str


@dataclass(frozen=True, slots=True)
class Letter:
    """Content of one message."""

    day: date
    subject: str
    text: str
    html: str


def envelope(sender: str, recipients: tuple[str, ...]) -> Envelope:
    """Make the headers From and To, neutral where nobody is named; SettingsError for no address."""
    from email.utils import formataddr

    from_ = _mailboxes("sender", sender or NEUTRAL_ADDRESS)
    if len(from_) != 1:
        raise SettingsError("sender", f"{sender!r} must be one address")
    to = _mailboxes("recipients", ", ".join(recipients)) if recipients else from_
    written = [
        ", ".join(formataddr((mailbox.display_name, mailbox.addr_spec)) for mailbox in mailboxes)
        for mailboxes in (from_, to)
    ]
    return Envelope(written[0], written[1], from_[0].domain)


def _mailboxes(setting: str, value: str) -> tuple[Address, ...]:
    from email.errors import HeaderParseError
    from email.policy import SMTP

    try:
        header = SMTP.header_factory("To", value)
        mailboxes: tuple[Address, ...] = header.addresses
    except (ValueError, LookupError, HeaderParseError) as error:
        raise SettingsError(setting, f"{value!r} is no address: {error}") from error
    sound = all(
        mailbox.username and mailbox.domain and mailbox.addr_spec.isascii() for mailbox in mailboxes
    )
    if not mailboxes or not sound or header.defects or value.splitlines() != [value]:
        raise SettingsError(setting, f"{value!r} is no address such as news@example.org")
    return mailboxes


def inliner(style: str) -> Callable[[str], str]:
    """Make a function that writes a style into a page's elements, and looks nowhere else for any.

    Raises TemplateError where the style can't be read.
    """
    from css_inline import CSSInliner, InlineError

    inline = CSSInliner(load_remote_stylesheets=False, extra_css=style).inline

    def inlined(html: str) -> str:
        try:
            return inline(html)
        except (InlineError, ValueError) as error:
            raise TemplateError("mail.css", one_line(str(error))) from error

    return inlined


def message(letter: Letter, envelope: Envelope, site: Site) -> bytes:
    """Encode a whole message as a mail program reads it, the same bytes for the same letter."""
    from email.utils import format_datetime

    checksum = sha256(f"{letter.text}\0{letter.html}".encode()).hexdigest()[:24]
    boundary = f"=_digest_{checksum}"
    headers = _headers(
        ("From", envelope.sender),
        ("To", envelope.recipients),
        ("Subject", _encoded(letter.subject[:_SUBJECT_CHARACTERS])),
        ("Date", format_datetime(_date(letter.day, site))),
        ("Message-ID", f"<digest.{letter.day.isoformat()}.{checksum}@{envelope.domain}>"),
        ("Auto-Submitted", "auto-generated"),
        ("MIME-Version", "1.0"),
        ("Content-Type", f'multipart/alternative; boundary="{boundary}"'),
    )
    between = f"\r\n--{boundary}".encode()
    parts = (_part("plain", letter.text), _part("html", letter.html))
    body = b"".join(between + b"\r\n" + part for part in parts)
    # The first boundary stands right after the headers' empty line, the last one is marked.
    return headers + body.removeprefix(b"\r\n") + between + b"--\r\n"


def _part(subtype: str, content: str) -> bytes:
    headers = _headers(
        ("Content-Type", f'text/{subtype}; charset="utf-8"'),
        ("Content-Transfer-Encoding", "quoted-printable"),
    )
    return headers + b2a_qp(content.encode()).replace(b"\n", b"\r\n")


def _headers(*headers: tuple[str, str]) -> bytes:
    """Encode headers, folded by the standard library, and the empty line behind them.

    Its generator would take a third of a build to write the bodies line by line.
    """
    from email.policy import compat32

    policy = compat32.clone(linesep="\r\n")
    folded = "".join(policy.fold(name, value) for name, value in headers)
    return f"{folded}\r\n".encode("ascii")


def _encoded(subject: str) -> str:
    # The newer policies' own encoding loses a blank here and there between words that need it.
    from email.header import Header

    charset = "us-ascii" if subject.isascii() else "utf-8"
    return Header(subject, charset, header_name="Subject").encode(linesep="\r\n")


def _date(day: date, site: Site) -> datetime:
    """Moment of the build where that may be told, else the last second of the digest's day."""
    moment = site.built or datetime.combine(day, _LAST_SECOND, site.zone)
    offset = moment.utcoffset() or timedelta()
    # A header has no room for the seconds of the offsets that old local times have.
    return moment.astimezone(UTC) if offset.total_seconds() % 60 else moment
