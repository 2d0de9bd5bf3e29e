"""What a competent user writes in an afternoon with sumy, NLTK, Jinja and markdown.

    python benchmarks/baseline.py articles.jsonl out

It groups each day's articles by the cosine of TF-IDF dictionaries, ranks every story with sumy's
TextRank, finds names with a regular expression, and writes Markdown and HTML. It finds no dates,
and its sentences lead nowhere: the pace of `digest` is measured against this.
"""

from __future__ import annotations

import json
import math
import re
import sys
from collections import Counter, defaultdict
from pathlib import Path

import markdown
from jinja2 import Template
from nltk.stem.snowball import SnowballStemmer
from nltk.tokenize import NLTKWordTokenizer, PunktSentenceTokenizer
from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.text_rank import TextRankSummarizer
from sumy.utils import get_stop_words

THRESHOLD = 0.2
SENTENCES = 3
NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+)+\b")
PAGE = Template(
    """# Digest of {{ day }}
{% for story in stories %}
## {{ story.headline }}

{% for sentence in story.sentences %}
> {{ sentence.text }}
{% if sentence.names %}

*{{ sentence.names | join(", ") }}*
{% endif %}
{% endfor %}
Sources: {{ story.sources | join(", ") }}
{% endfor %}
"""
)

Vector = dict[str, float]
Row = dict[str, str]


class Tokenizer:
    """NLTK's tokenisers in the form that sumy asks for."""

    def __init__(self) -> None:
        self.sentences = PunktSentenceTokenizer()
        self.words = NLTKWordTokenizer()

    def to_sentences(self, text: str) -> list[str]:
        """Sentences by Punkt."""
        return list(self.sentences.tokenize(text))

    def to_words(self, sentence: str) -> list[str]:
        """Words by NLTK's standard tokeniser."""
        return [word for word in self.words.tokenize(sentence) if word[0].isalpha()]


TOKENIZER = Tokenizer()
STEMMER = SnowballStemmer("english")
STOP_WORDS = get_stop_words("english")
SUMMARIZER = TextRankSummarizer(STEMMER.stem)
SUMMARIZER.stop_words = STOP_WORDS


def terms(text: str) -> Counter[str]:
    """Stems of a text's words without the stop words."""
    words = (
        word.lower()
        for sentence in TOKENIZER.to_sentences(text)
        for word in TOKENIZER.to_words(sentence)
    )
    return Counter(STEMMER.stem(word) for word in words if word not in STOP_WORDS)


def vectors(rows: list[Row]) -> list[Vector]:
    """TF-IDF dictionaries of length 1."""
    counts = [terms(f"{row['title']}. {row['text']}") for row in rows]
    frequency = Counter(term for count in counts for term in count)
    found = []
    for count in counts:
        vector = {t: n * math.log(1 + len(rows) / frequency[t]) for t, n in count.items()}
        length = math.sqrt(sum(weight**2 for weight in vector.values())) or 1.0
        found.append({term: weight / length for term, weight in vector.items()})
    return found


def cosine(one: Vector, other: Vector) -> float:
    """Cosine of two vectors of length 1."""
    if len(other) < len(one):
        one, other = other, one
    return sum(weight * other[term] for term, weight in one.items() if term in other)


def stories(rows: list[Row]) -> list[list[Row]]:
    """Each article joins the first story whose first article is near enough."""
    leaders: list[tuple[Vector, list[Row]]] = []
    for row, vector in zip(rows, vectors(rows), strict=True):
        for leader, members in leaders:
            if cosine(leader, vector) >= THRESHOLD:
                members.append(row)
                break
        else:
            leaders.append((vector, [row]))
    return sorted((members for _, members in leaders), key=len, reverse=True)


def told(members: list[Row]) -> dict[str, object]:
    """A story's headline, best sentences with the names in them, and sources."""
    text = "\n\n".join(row["text"] for row in members)
    parser = PlaintextParser.from_string(text, TOKENIZER)
    best = [str(sentence) for sentence in SUMMARIZER(parser.document, SENTENCES)]
    return {
        "headline": members[0]["title"] or "".join(best)[:100],
        "sentences": [{"text": text, "names": NAME.findall(text)} for text in best],
        "sources": sorted({row["source"] for row in members}),
    }


def main() -> None:
    """Build every day of a file of articles."""
    source, out = Path(sys.argv[1]), Path(sys.argv[2])
    days: dict[str, list[Row]] = defaultdict(list)
    with source.open(encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            days[row["published"][:10]].append(row)
    for day, rows in sorted(days.items()):
        folder = out / day
        folder.mkdir(parents=True, exist_ok=True)
        page = PAGE.render(day=day, stories=[told(members) for members in stories(rows)])
        (folder / "digest.md").write_text(page, encoding="utf-8")
        (folder / "index.html").write_text(markdown.markdown(page), encoding="utf-8")


if __name__ == "__main__":
    main()
