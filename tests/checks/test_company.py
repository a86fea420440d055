"""The sides on which the company that shows a word to be another is looked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from editor.checks.story.company import decides
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.analysis import analyse


def mended(text: str, rows: dict[str, str]) -> str:
    """The text with each word replaced by the first right one that the rows name."""
    rule = cast(Rule, SimpleNamespace(spec={"map": rows}))
    sentences = [SimpleNamespace(tagged=each.tokens) for each in analyse(text)]
    story = cast(
        Story, SimpleNamespace(body=sentences, lists={"confusions-people": frozenset(["worker", "man"])})
    )
    for hit in reversed(list(decides(story, rule))):
        text = text[: hit.span.start] + hit.replacements[0] + text[hit.span.end :]
    return text


@pytest.mark.parametrize(
    ("row", "company", "text", "right"),
    [
        ("control.v", "obj:ticket > check", "Guards controlled the tickets.", "Guards checked the tickets."),
        ("control.v", "obj:%papers > check", "They control papers.", "They check papers."),
        ("dispense.v", "obj:@people > dismiss", "It dispensed the men.", "It dismissed the men."),
        ("foresee.v", "subj:deal > include", "The deal foresees elections.", "The deal includes elections."),
        ("adhere.v", "to:strike > +join", "They adhered to the strike.", "They joined the strike."),
        ("pretend.v", "inf:win > intend", "They pretend to win it.", "They intend to win it."),
        ("actual.a", "noun:team&mod:its > current", "It sold its actual team.", "It sold its current team."),
        ("sensible.a", "pred:issue > sensitive", "The issue is sensible.", "The issue is sensitive."),
        ("library.n", "near:sold > bookshop", "It is sold in a library.", "It is sold in a bookshop."),
        ("injury.n", "verb:shout > insult", "He shouted an injury.", "He shouted an insult."),
        ("chef.n", "of:state > head", "A chef of state died.", "A head of state died."),
        ("notice.n", "mod:good > news!", "Good notices came.", "Good news came."),
        ("ignore.v", "after:how > does not know@VBZ", "She ignores how.", "She does not know how."),
        ("fabric.n", "does:produce > mill", "The fabric produces cars.", "The mill produces cars."),
        ("tax.n", "of:interest&-mod:a > rate", "The tax of interest fell.", "The rate of interest fell."),
        ("stage.n", "verb:do > internship", "She did a stage.", "She did an internship."),
        ("gym.n", "verb:leave_from > school", "He left from a gym.", "He left from a school."),
        ("mill.n", "verb:shut_down > works!", "They shut down mills.", "They shut down works."),
        ("mill.n", "does:be_shut_down > plant", "The mill was shut down.", "The plant was shut down."),
        ("fabric.n", "whose:owner > mill", "The owner of the fabric left.", "The owner of the mill left."),
        ("fabric.n", "head:gate > mill", "The fabric work gate was shut.", "The mill work gate was shut."),
        (
            "credit.n",
            "of:@number > loan",
            "A credit of 5 million euros rose.",
            "A loan of 5 million euros rose.",
        ),
        ("fabric.n", "mod:shoe &-near:silk > mill", "A shoe fabric opened.", "A shoe mill opened."),
    ],
)
def test_company_decides(row: str, company: str, text: str, right: str) -> None:
    assert mended(text, {"%papers": "paper", row: company}) == right


@pytest.mark.parametrize(
    ("row", "company", "text"),
    [
        ("control.v", "obj:ticket > check", "Guards controlled the crowd."),
        ("control.v", "obj:ticket&-near:price > check", "They controlled the tickets by price."),
        ("foresee.v", "subj:deal > include", "He foresaw the deal."),
        ("tax.n", "of:interest&-mod:a > rate", "A tax of interest fell."),
        ("ignore.v", "after:how > does not know@VBZ", "They had ignored how."),
        ("chef.n", "of:state > head", "The Chef of state died."),
        ("fabric.n", "mod:shoe does:open &-near:silk > mill", "A shoe fabric of silk opened."),
        ("credit.n", "of:@number > loan", "A credit of honesty rose."),
    ],
)
def test_other_company_is_let_be(row: str, company: str, text: str) -> None:
    assert mended(text, {row: company}) == text


def test_companies_before_an_arrow_share_its_words() -> None:
    rows = {"tax.n": "of:interest ; mod:birth > rate ; of:bus > fare"}
    assert mended("The tax of interest and the birth tax and the tax of buses fell.", rows).count("rate") == 2


def test_what_the_tagger_takes_for_an_adjective_is_a_noun_by_its_place() -> None:
    text = "The premier of the film drew a premier crowd."
    right = "The premiere of the film drew a premier crowd."
    assert mended(text, {"premier.n": "of:film mod:a > premiere"}) == right
