"""Which sentences can stand alone, and why others can't."""

from __future__ import annotations

import pytest
from making import article

from digest.model import Sentence
from digest.summarising import broken_rule
from digest.text import own_text

LEDE = "The harbour of the old town was closed on Friday after a fire."

STANDING = (
    LEDE,
    "BEIRUT (Reuters) - The harbour of the old town was closed on Friday after a fire.",
    "“The harbour stays closed until Monday,” the mayor of the town said on Friday.",
    "“Who closed the harbour?” asked the mayor of the town on Friday morning.",
    "The mayor said the harbour (the larger of two) would stay closed “until Monday”.",
    "The fishermen's boats weren't allowed to leave the harbour on Friday.",
    "Because the fire spread, all ships in the harbour left on Friday.",
    "The mayor, Anna Holm, said she had closed the harbour on Friday.",
    "After Anna Holm closed the harbour, she went to see the ships.",
    "Share prices of the harbour's owner fell by a tenth on Friday.",
    "The two-day closure of the harbour cost the old town a fortune.",
    "Several of those accused of the fire in the harbour were heard on Friday.",
    "World War I closed the harbour of the old town for four years.",
    "The mayor said: “I closed the harbour and we will open it on Monday.”",
    "The harbour lies on the largest lake of our planet and closed on Friday.",
    "Anna Holm wrote in The Harbour Post that a type A fire had closed it.",
    "MAYOR HOLM: The harbour of the old town was closed on Friday.",
    "Anna Holm met the mayor of the old town, who had closed the harbour.",
    "“Let's close the harbour of the old town,” said Anna Holm.",
    "There's a fire in town, which was seen from the harbour.",
    "The fire, which began in the harbour, closed the old town.",
    "More than half of the harbour of the old town was closed on Friday.",
    "al-Ahram reported on Friday that the harbour would be closed for weeks.",
)
FAULTY = (
    ("The harbour was closed.", "too short or too long"),
    ("The harbour was closed " + "and the town stood still " * 12 + "on Friday.", "too short or too long"),
    ("The harbour of the old town was closed " + "“" * 1_000_000 + ".", "too short or too long"),
    ("The harbour of the old town was closed on Friday after a", "no whole sentence"),
    ("the harbour of the old town was closed on Friday after a fire.", "no whole sentence"),
    ("The harbour of the old town was closed on Friday after...", "no whole sentence"),
    ("HARBOUR OF THE OLD TOWN CLOSED AFTER FIRE ON FRIDAY.", "no whole sentence"),
    ("She closed the harbour of the old town on Friday morning.", "opening that hangs"),
    ("“It was closed for good reasons on Friday,” the mayor said.", "opening that hangs"),
    ("But the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("However, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("No new ships are being let in until then, the mayor said.", "opening that hangs"),
    ("In addition, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("On Friday she closed the harbour of the old town.", "opening that hangs"),
    ("In a short statement, he called the fire a misfortune for all.", "opening that hangs"),
    ("LONDON (AP) — He closed the harbour of the old town on Friday.", "opening that hangs"),
    ("Although she closed the harbour on Friday, she opened it again.", "opening that hangs"),
    ("The two closed the harbour of the old town on Friday morning.", "opening that hangs"),
    ("The three harbours of the old town were closed on Friday morning.", "opening that hangs"),
    ("The man was seen in the harbour of the old town on Friday.", "opening that hangs"),
    ("Three of them were seen in the harbour of the old town.", "opening that hangs"),
    ("Most were told to leave the harbour of the old town.", "opening that hangs"),
    ("Two days later the harbour of the old town was opened again.", "opening that hangs"),
    ("The following day the harbour of the old town was opened again.", "opening that hangs"),
    ("Later in the day the harbour of the old town was opened again.", "opening that hangs"),
    ("Other harbours near the old town were closed on Friday as well.", "opening that hangs"),
    ("Here is what the mayor of the old town wrote on Friday.", "opening that hangs"),
    ("Yes, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("At noon, I saw the harbour of the old town burn.", "first person without a speaker"),
    ("The mayor of the old town told me that nobody was hurt.", "first person without a speaker"),
    ("The fire in the harbour is the worst that we have seen.", "first person without a speaker"),
    ("Fire closes harbour of the old town The mayor of the town spoke on Friday.", "runs on from a heading"),
    ("The harbour and its fire A mayor spoke to the town on Friday.", "runs on from a heading"),
    ("FIRE IN THE HARBOUR The mayor of the old town spoke on Friday.", "runs on from a heading"),
    ("- The harbour of the old town was closed on Friday morning.", "no whole sentence"),
    ("Anna Holm (left) and Peter Lind closed the harbour on Friday.", "boilerplate"),
    ("Peter Lind, pictured right with Anna Holm, closed the harbour.", "boilerplate"),
    ("All comments are posted below the story of the harbour fire.", "boilerplate"),
    ("The paper is not responsible for the content of external web sites.", "boilerplate"),
    ("Harbour of the old town burns Image Firemen stood on the pier on Friday.", "boilerplate"),
    ("To watch the fire in the harbour of the old town, click play.", "boilerplate"),
    ("At 9:08 pm on 28 May, mari wrote: The harbour of the town burned.", "boilerplate"),
    ("Second, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("First, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("MAYOR HOLM: Well, the harbour of the old town was closed.", "opening that hangs"),
    ("More importantly, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("Under him, the harbour of the old town was closed on Fridays.", "opening that hangs"),
    ("On the same quay, three ships burned in the harbour on Friday.", "opening that hangs"),
    ("Let's see, the harbour of the old town was closed on Friday.", "first person without a speaker"),
    ("Ive seen the harbour of the old town burn on Friday.", "first person without a speaker"),
    ("One such harbour of the old town was closed on Friday.", "opening that hangs"),
    ("Under this rule, the harbour of the old town was closed on Friday.", "opening that hangs"),
    ("Live video of the fire in the harbour of the old town.", "boilerplate"),
    ("By Anna Holm Harbour reporter, Post News The harbour was closed on Friday.", "boilerplate"),
    ("The opinions expressed are his own -- The harbour of the town burned.", "boilerplate"),
    ("Now I saw the harbour of the old town burn on Friday.", "first person without a speaker"),
    ("The harbour of the old town, which was closed on Friday.", "no verb"),
    ("For updates on the fire, turn to the pages of the town.", "boilerplate"),
    ("The harbour closed 7 August 2020 12.30 after a fire was seen.", "boilerplate"),
    ("Who was it that closed the harbour of the old town?", "a question"),
    ("“The harbour of the old town was closed on Friday.", "quotes or brackets left open"),
    ("The harbour of the old town was closed on Friday.”", "quotes or brackets left open"),
    ("The mayor spoke of ‘a fire as never seen before in the town.", "quotes or brackets left open"),
    ("The harbour (the larger of the two was closed on Friday.", "quotes or brackets left open"),
    ("“The harbour of the old town will be closed for weeks.”", "quotation without its speaker"),
    ("“The harbour of the old town stays closed,” he said.", "attribution to a pronoun"),
    ("Ships in Anna Holm's harbour had to leave on Friday, she added.", "attribution to a pronoun"),
    ("Read more about the fire in the harbour that closed on Friday.", "boilerplate"),
    ("By Anna Holm and Peter Lind The harbour was closed on Friday.", "boilerplate"),
    ("The harbour was closed on Friday (Reporting by Anna Holm).", "boilerplate"),
    ("Photo: the harbour of the town as it burned on Friday.", "boilerplate"),
    ("A fire in the harbour of the old town on Friday morning.", "no verb"),
)  # fmt: skip


def sentence(text: str, before: str = "", after: str = "") -> Sentence:
    return Sentence(article(before + text + after), 0, len(before), len(before) + len(text))


@pytest.mark.parametrize("text", STANDING)
def test_stands_alone(text: str) -> None:
    assert broken_rule(sentence(text)) == ""


@pytest.mark.parametrize(("text", "rule"), FAULTY, ids=range(len(FAULTY)))
def test_breaks_a_rule(text: str, rule: str) -> None:
    assert broken_rule(sentence(text)) == rule


@pytest.mark.parametrize(
    ("before", "after", "rule"),
    [
        ("“Go home. ", " All is well,” the mayor said.", "inside a quotation"),
        ('"Go home. ', ' All is well," the mayor said.', "inside a quotation"),
        ("“Go home.” ", " “All is well.”", ""),
        # The next paragraph would open with a mark of its own.
        ("“Go home.\n\n", " “All is well.”", ""),
        ("“Go home.\n\n", " All is well,” the mayor said.", "inside a quotation"),
    ],
)
def test_what_stands_around_tells_of_an_open_quotation(before: str, after: str, rule: str) -> None:
    assert broken_rule(sentence(LEDE, before, after)) == rule


@pytest.mark.parametrize(
    "lead_in",
    [
        "RAMALLAH, West Bank — ",
        "(CNN) ",
        "BEIRUT (Northern Wire) — ",
        "BEIRUT, Aug 4 (Reuters) - ",
        "NEW YORK -- ",
        "Beirut, 4 August (AFP) – ",
        "(CNN) -- ",
        "By Anna Holm BEIRUT (Reuters) - ",
        "Friday 7 August 2020 12.30 BST ",
        "Fri Aug 7, 2020 12:30 pm EDT BEIRUT (Reuters) - ",
        "Fire closes harbour Friday, August 7, 2020; 3:05 PM ",
        "Photograph: A. Holm/Getty Images ",
        "",
    ],
)
def test_the_shown_text_begins_behind_what_leads_in(lead_in: str) -> None:
    assert own_text(sentence(lead_in + LEDE)) == LEDE


@pytest.mark.parametrize("text", ["NATO — the alliance — met.", "The WHO (AFP) - or so - met."])
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert own_text(sentence(text)) == text
