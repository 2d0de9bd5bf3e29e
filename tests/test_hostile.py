"""What a hostile article holds becomes no markup, header, path, template, crash or hang."""

from __future__ import annotations

import json
import os
import re
import sys
from email import message_from_bytes
from email.policy import default
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from commands import ROOT, Ran, digest, line, process, tree, wire

from digest.language.english.boilerplate import BOILERPLATE
from digest.summarising.boilerplate import is_boilerplate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from email.message import EmailMessage
    from pathlib import Path


MARKUP = (
    '<script>alert(1)</script><img src=x onerror=alert(1)>"\' onmouseover="alert(1)" '
    '</title></style></blockquote><a href="javascript:alert(1)">'
)
MARKDOWN = "[a](javascript:alert(1)) ![b](http://evil.example/x.png) <b>c</b> `d` # e | f"
TEMPLATE = "{{ 7919*7907 }} {% for x in ().__class__ %} ${7919*7907} #{7919*7907}"
PRODUCT = str(7919 * 7907)
PATH = "../../../../etc/passwd"
HEADER = "News\r\nBcc: victim@example.org\r\n\r\n--=_digest\r\nContent-Type: text/html\r\n\r\n<b>"
UNSEEN = "a\x01b\x1b[31mc\x7fd\u202eefg\u2066h\u200f\u2028i\x85j"
PAYLOADS = {
    "markup": MARKUP,
    # Its quotes close, so that its sentences are published.
    "script": "<script>alert(1)</script>",
    "markdown": MARKDOWN,
    "link": "javascript:alert(1)",
    "template": TEMPLATE,
    "path": PATH,
    "header": HEADER,
    "unseen": UNSEEN,
}
TELLING = (
    "Minister Ann Berg {} spoke on Thursday in Ottawa. The harbour of Bonn {} was closed. "
    "Nobody was hurt, said the police of Bonn {} on Friday."
)
# fmt: off
TAGS = {
    "html", "head", "meta", "title", "link", "body", "header", "main", "footer", "nav", "section",
    "article", "figure", "figcaption", "blockquote", "p", "a", "bdi", "time", "h1", "h2", "h3",
    "ol", "ul", "li", "dl", "div", "dt", "dd", "span", "cite", "code", "br", "b", "hr", "strong",
}
# fmt: on
LINK_NAMES = {"href", "src", "cite", "action", "formaction", "srcset", "data", "background"}
PAGE_PATHS = re.compile(
    r"digest-manifest\.json|index\.(html|json)|assets/digest\.css"
    r"|2020/09/0\d/(index\.html|digest\.(md|json|eml))"
)
UNSEEN_CHARACTERS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]"
)


def json_line(name: str, payload: str) -> str:
    """An article that holds the payload wherever it may."""
    return line(
        f"{payload}-{name}",
        TELLING.format(payload, payload, payload),
        title=payload,
        source=payload,
        url=payload,
        language=payload,
    )


def markdown(payload: str) -> str:
    short = payload.replace("\r\n", " ")
    text = TELLING.format(payload, payload, payload)
    return f"title: {short}\ndate: 2020-09-04\nsource: {short}\nurl: {short}\n\n{text}\n"


def web_page(payload: str) -> str:
    """A page that is markup itself: the payload stands in it as a stranger's page has it."""
    return (
        f'<!doctype html><html lang="en"><head><title>{payload}</title>'
        f'<meta name="date" content="2020-09-05"><meta property="og:site_name" content="{payload}">'
        f'<link rel="canonical" href="{payload}"></head><body><article><h1>{payload}</h1>'
        f"<p>{TELLING.format(payload, payload, payload)}</p><p>{payload}</p></article></body></html>"
    )


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of hostile articles in all formats, under hostile names, and the digest of them."""
    folder = tmp_path_factory.mktemp("hostile") / "deep/below/here"
    sources = folder / "sources/<b onclick=alert(1)> {{ 7919*7907 }}"
    sources.mkdir(parents=True)
    wire(sources, *(json_line(name, payload) for name, payload in PAYLOADS.items()))
    for name, payload in PAYLOADS.items():
        text = f"date 2020-09-06 {TELLING.format(payload, payload, payload)}\n"
        write(sources / f"<i>{name} {{{{ 7919*7907 }}}}.txt", text)
        write(sources / f"{name} [x](javascript:alert(1)).md", markdown(payload))
        write(sources / f'"{name} onload=alert(1)>.html', web_page(payload))
    # Each article is a story of its own: in a common one, tamer sentences would be chosen.
    environment = {"DIGEST_GROUPING_LEAST_SIMILARITY": "1"}
    ran = process("build", "sources", "--jobs", "2", folder=folder, environment=environment)
    assert ran.code == 0, ran.err
    assert UNSEEN_CHARACTERS.search(ran.err) is None
    return folder


def write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())


@pytest.fixture(scope="module")
def pages(hostile: Path) -> dict[str, bytes]:
    return tree(hostile / "out")


def test_articles_of_all_formats_are_built(pages: dict[str, bytes]) -> None:
    documents = [json.loads(page) for path, page in pages.items() if path.endswith("digest.json")]
    counts = {
        document["day"]: sum(len(story["articles"]) for story in document["stories"])
        for document in documents
    }
    assert counts["2020-09-03"] == counts["2020-09-06"] == len(PAYLOADS)
    assert counts["2020-09-04"] >= 6
    assert counts["2020-09-05"] >= 5


def test_nothing_is_written_but_pages_below_the_output(
    hostile: Path, pages: dict[str, bytes]
) -> None:
    top = hostile.parent.parent.parent
    beside = {path.relative_to(top).parts[:4] for path in top.rglob("*")}
    assert {parts[3] for parts in beside if len(parts) > 3} == {"sources", "out", ".digest"}
    assert [path for path in pages if not PAGE_PATHS.fullmatch(path)] == []


class _Elements(HTMLParser):
    """Collects the tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def parsed(html: str) -> _Elements:
    elements = _Elements()
    elements.feed(html)
    elements.close()
    return elements


def mails(pages: Mapping[str, bytes]) -> list[EmailMessage]:
    found = [page for path, page in pages.items() if path.endswith(".eml")]
    assert len(found) >= 1
    return [message_from_bytes(mail, policy=default) for mail in found]


def part(mail: EmailMessage, kind: str) -> str:
    body = mail.get_body([kind])
    assert body is not None
    content: str = body.get_content()
    return content.replace("\r\n", "\n")


def html_of(pages: Mapping[str, bytes]) -> list[str]:
    """All that is HTML: pages and mails."""
    shown = [page.decode() for path, page in pages.items() if path.endswith(".html")]
    return shown + [part(mail, "html") for mail in mails(pages)]


def assert_harmless(htmls: Iterable[str]) -> None:
    """No element, attribute or link but ours."""
    for html in htmls:
        elements = parsed(html)
        assert elements.tags - TAGS == set()
        assert [name for name, _ in elements.attributes if name.startswith("on")] == []
        links = [value for name, value in elements.attributes if name in LINK_NAMES]
        schemes = {link.partition(":")[0] for link in links if ":" in link.partition("/")[0]}
        assert schemes <= {"http", "https", "data"}
        assert not any(link.startswith("//") or PATH in link for link in links)


def test_nothing_becomes_markup(pages: dict[str, bytes]) -> None:
    assert_harmless(html_of(pages))
    shown = "".join(parsed(pages["2020/09/03/index.html"].decode()).text)
    assert "Minister Ann Berg <script>alert(1)</script>" in shown


def test_nothing_becomes_markup_by_way_of_markdown(pages: dict[str, bytes]) -> None:
    from markdown import markdown as to_html

    read = [to_html(page.decode()) for path, page in pages.items() if path.endswith(".md")]
    assert len(read) == 4
    assert_harmless(read)


def test_nothing_becomes_a_template(pages: dict[str, bytes]) -> None:
    assert [path for path, page in pages.items() if PRODUCT.encode() in page] == []
    assert "{{ 7919*7907 }}" in "".join(parsed(pages["2020/09/03/index.html"].decode()).text)


def test_nothing_becomes_a_header(pages: dict[str, bytes]) -> None:
    for mail in mails(pages):
        assert sorted(mail.keys()) == [
            *("Auto-Submitted", "Content-Type", "Date", "From", "MIME-Version", "Message-ID"),
            *("Subject", "To"),
        ]
        assert (mail["To"], mail["From"]) == ("digest@localhost", "digest@localhost")
        assert [sub.get_content_type() for sub in mail.walk()] == [
            *("multipart/alternative", "text/plain", "text/html")
        ]
        assert [sub.defects for sub in mail.walk()] == [[], [], []]
        assert all(not value.defects for value in mail.values())


def test_nothing_unseen_is_shown(pages: dict[str, bytes]) -> None:
    """Neither what commands a terminal nor what turns the direction of a text."""
    texts = [page.decode() for path, page in pages.items() if path.endswith((".html", ".md"))]
    for mail in mails(pages):
        texts += [part(mail, "plain"), part(mail, "html"), mail["Subject"]]
    assert [UNSEEN_CHARACTERS.findall(text) for text in texts] == [[]] * len(texts)


def test_documents_keep_to_their_schema(pages: dict[str, bytes]) -> None:
    from jsonschema import Draft202012Validator

    schema = json.loads((ROOT / "digest/rendering/schema.json").read_bytes())
    validator = Draft202012Validator(schema)
    for path, page in pages.items():
        if path.endswith(".json"):
            validator.validate(json.loads(page))


def test_the_output_holds(hostile: Path) -> None:
    ran = digest("verify", "out", folder=hostile)
    assert (ran.code, ran.out, ran.err.endswith("all hold\n")) == (0, "", True)


@pytest.mark.parametrize("stage", ["summarize", "dates", "actors", "stories"])
def test_every_stage_can_take_them(hostile: Path, stage: str) -> None:
    ran = digest(stage, "sources", "--json", "-q", folder=hostile)
    assert (ran.code, ran.err) == (0, "")
    assert [type(json.loads(row)) for row in ran.out.split("\n")[:-1]] != []


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
@pytest.mark.parametrize("name", [b"a\nb\x1b[2J.txt", b"\xff\xfe.txt", "\u202egpj.txt".encode()])
def test_a_name_that_cannot_be_shown_is_escaped(tmp_path: Path, name: bytes) -> None:
    """What is shown of it leads back to no file: for verification its source is named again."""
    (tmp_path / "sources").mkdir()
    with open(os.fsencode(tmp_path / "sources") + b"/" + name, "wb") as file:  # noqa: PTH123
        file.write(b"date 2020-09-03 Snow fell on the hills above the old town.")
    assert digest("build", "sources", folder=tmp_path).code == 0
    for path, page in tree(tmp_path / "out").items():
        assert UNSEEN_CHARACTERS.search(page.decode().replace("\r\n", "\n")) is None, path
    held = digest("verify", "out", "sources", folder=tmp_path)
    assert held == Ran(0, "", "1 published sentence checked, all hold\n")


REFUSED = {
    "NUL": ("Snow\0fell.", "its text holds a NUL character"),
    "half a character": ("Snow \ud800 fell.", "its text holds half a character"),
    "blanks": (" \n\t ", "no text"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_what_is_no_text_is_refused_and_the_rest_is_built(tmp_path: Path, kind: str) -> None:
    text, reason = REFUSED[kind]
    ran = digest("build", wire(tmp_path, line("a", text), line("b", "Rain.")), folder=tmp_path)
    assert ran.err.startswith(f"skipped: wire.jsonl:1: {reason}")
    assert (ran.code, ran.err.endswith("1 article, 1 story, 1 day → out/index.html\n")) == (0, True)


def test_half_characters_and_nul_in_short_fields_are_left_out(tmp_path: Path) -> None:
    odd = "T\ud800i\0t\udfffle"
    news = wire(tmp_path, line(odd, "Snow fell.", title=odd, source=odd))
    assert digest("build", news, folder=tmp_path).code == 0
    assert b">Title<" in (tmp_path / "out/2020/09/03/index.html").read_bytes()


def test_files_that_are_no_text_are_refused_and_the_rest_is_built(tmp_path: Path) -> None:
    (tmp_path / "nul.txt").write_bytes(b"date 2020-09-03 Snow\0fell.")
    (tmp_path / "nul.md").write_bytes(b"date: 2020-09-03\n\nSnow\0fell.")
    (tmp_path / "nul.html").write_bytes(b"<html>\0\0</html>")
    (tmp_path / "nul.jsonl").write_bytes(b"\0\0\0\n")
    (tmp_path / "good.txt").write_bytes(b"date 2020-09-03 Snow fell.")
    ran = digest("build", ".", folder=tmp_path)
    assert [words.split(":")[0] for words in ran.err.splitlines()] == ["skipped"] * 4 + [
        "skipped 4 of 5",
        "1 article, 1 story, 1 day → out/index.html",
    ]


def fifty_megabytes(path: Path, start: bytes, end: bytes) -> None:
    with path.open("ab") as file:
        file.write(start)
        for _ in range(50):
            file.write(b"word " * 200_000)
        file.write(end)


def test_a_line_of_50_megabytes_is_refused_and_the_rest_is_built(tmp_path: Path) -> None:
    news = tmp_path / "wire.jsonl"
    news.write_text(line("first", "Snow fell."))
    fifty_megabytes(news, b'{"id": "long", "published": "2020-09-03", "text": "', b'"}\n')
    with news.open("a") as file:
        file.write(line("last", "Rain came."))
    for name in ("long.txt", "long.md", "long.html"):
        fifty_megabytes(tmp_path / name, b"date 2020-09-03 ", b"\n")
    ran = digest("build", ".", folder=tmp_path)
    limit = "longer than 10000000 bytes"
    assert (ran.code, ran.err.splitlines()) == (
        0,
        [
            f"skipped: long.html:1: {limit}",
            "skipped: long.md:1: longer than 200000 bytes",
            f"skipped: long.txt:1: {limit}",
            f"skipped: wire.jsonl:2: line {limit}",
            f"skipped 4 of 6: 2 {limit}, 1 longer than 200000 bytes, 1 line {limit}",
            "2 articles, 2 stories, 1 day → out/index.html",
        ],
    )


def test_a_long_line_at_the_beginning_does_not_hide_the_rest(tmp_path: Path) -> None:
    news = wire(
        tmp_path,
        line("a", "word " * 100),
        "{not json\n",
        line("c", "Rain came."),
        line("d", "Sun."),
    )
    limit = {"DIGEST_READING_MAX_LINE_BYTES": "200"}
    ran = digest("build", news, folder=tmp_path, environment=limit)
    assert ran.err.endswith("2 articles, 2 stories, 1 day → out/index.html\n")


MONSTERS: Mapping[str, str] = {
    "100,000 sentences of a letter": "A. " * 100_000,
    "100,000 sentences": "A cat sat. " * 100_000,
    "100,000 paragraphs": "A cat\n\n" * 100_000,
    "one word": "a" * 2_000_000,
    "one name": "A" * 2_000_000,
    "one number": "1" * 500_000,
    "numbers": "12 " * 200_000,
    "a number with stops": "1." * 300_000,
    "stop words alone": "of the and to in a is. " * 40_000,
    "one stop word": "The",
    "punctuation alone": "...!!! ??? -- ,, ;; " * 50_000,
    "stops": "." * 1_000_000,
    "one stop": ".",
    "quotation marks": "“" * 300_000 + " said. " + "'\"" * 100_000,
    "brackets": "(" * 300_000 + " said. " + "[" * 300_000,
    "initials": "U.S." * 150_000,
    "abbreviations": "Gen. Lt. Gen. Mr. " * 40_000,
    "hyphens": "a-" * 300_000,
    "apostrophes": "O'" * 300_000,
    "ellipses": "a… " * 200_000,
    "blanks": "a" + " " * 1_000_000 + "b",
    "other blanks": "a" + "\u00a0\u2003\u3000" * 300_000 + "b",
    "line ends": "a" + "\r\n\v\f\u2028\u2029" * 100_000 + "b",
    "names": "Ann Berg of Bonn " * 40_000,
    "names in a row": "Ann Berg " * 80_000,
    "titles": "Mr Smith Of Dr President " * 30_000,
    "countries": "India China Russia " * 30_000,
    "dates": "on Thursday, 3 September 2020 and Friday, " * 5_000,
    "dates in a row": "2020-09-03" * 50_000,
    "emoji": "😀👩‍👩‍👧‍👦🇮🇳 " * 20_000,
    "one emoji": "🌨",
    "Chinese": "中国军队今天发表声明。" * 50_000,
    "Arabic": "قال الرئيس إن بلاده تريد السلام. " * 20_000,
    "accents": "e" + "\u0301" * 500_000,
    "control characters": "a\x01\x02\x1b[31m b. " * 50_000,
    "turned text": "\u202eabc\u202c " * 80_000,
    "noncharacters": "\ufffe\uffff\ufdd0 a. " * 50_000,
    "markup": "<b>" * 200_000,
    "templates": "{{" * 200_000,
    "lines of Markdown": "> # - * [" * 50_000,
}


@pytest.fixture
def alone(tmp_path: Path) -> Callable[[str], Path]:
    """Makes a folder where an article stands alone in the news."""

    def make(text: str) -> Path:
        wire(tmp_path, line("monster", text, title=text[:1000]))
        return tmp_path

    return make


@pytest.mark.usefixtures("bound")
@pytest.mark.parametrize("kind", MONSTERS)
def test_a_monster_is_built_in_time_and_holds(alone: Callable[[str], Path], kind: str) -> None:
    folder = alone(MONSTERS[kind])
    ran = digest("build", "wire.jsonl", "-q", folder=folder)
    assert ran == Ran(0, "", "")
    assert_harmless(html_of(tree(folder / "out")))
    verified = digest("verify", "out", folder=folder)
    assert (verified.code, verified.out) == (0, "")


@pytest.mark.usefixtures("bound")
def test_monsters_are_built_together(tmp_path: Path) -> None:
    lines = (line(kind, text[:20_000], title=kind) for kind, text in MONSTERS.items())
    assert digest("build", wire(tmp_path, *lines), "-q", folder=tmp_path) == Ran(0, "", "")
    verified = digest("verify", "out", folder=tmp_path)
    assert (verified.code, verified.out) == (0, "")


@pytest.mark.usefixtures("bound")
@pytest.mark.parametrize("word", ["(pictured ", "follow a ", "w@w", "By Ann ", "1.1:"])
def test_boilerplate_is_looked_for_in_linear_time(word: str) -> None:
    """However often a rule begins to hold, and whatever rule would refuse the sentence before."""
    assert not is_boilerplate(f"A {word * 300_000}", BOILERPLATE)


RANKERS = ("lexrank", "lsa", "luhn", "kl", "sumbasic", "reduction", "lead")


@pytest.mark.parametrize("ranker", RANKERS)
def test_every_ranker_can_take_a_text_without_telling_words(
    alone: Callable[[str], Path], ranker: str
) -> None:
    folder = alone(MONSTERS["one stop word"])
    ran = digest("build", "wire.jsonl", "-q", "--ranker", ranker, folder=folder)
    assert ran == Ran(0, "", "")


@pytest.mark.parametrize("ranker", RANKERS)
def test_every_ranker_can_take_a_text_without_words(
    alone: Callable[[str], Path], ranker: str
) -> None:
    folder = alone(MONSTERS["one emoji"])
    ran = digest("build", "wire.jsonl", "-q", "--ranker", ranker, folder=folder)
    assert ran == Ran(0, "", "")


def test_many_articles_under_one_id_are_one(tmp_path: Path) -> None:
    news = wire(tmp_path, *(line("same", f"Snow fell {n} times.") for n in range(300)))
    ran = digest("build", news, folder=tmp_path)
    assert ran.err.splitlines()[-2:] == [
        "skipped 299 of 300: 299 same id as wire.jsonl",
        "1 article, 1 story, 1 day → out/index.html",
    ]


def test_json_that_is_nested_too_deeply_is_refused(tmp_path: Path) -> None:
    deep = '{"a":' * 100_000 + "\n"
    news = wire(tmp_path, line("a", "Snow fell."), deep, "[" * 100_000 + "\n")
    ran = digest("build", news, folder=tmp_path)
    assert ran.err.splitlines()[0] == "skipped: wire.jsonl:2: not JSON: nested too deeply"
    assert ran.err.endswith("1 article, 1 story, 1 day → out/index.html\n")
