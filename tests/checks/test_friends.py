"""The sides on which a false friend's company is looked for."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from editor.checks.story.friends import decides
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
    ],
)
def test_other_company_is_let_be(row: str, company: str, text: str) -> None:
    assert mended(text, {row: company}) == text


def test_companies_before_an_arrow_share_its_words() -> None:
    rows = {"tax.n": "of:interest ; mod:birth > rate ; of:bus > fare"}
    assert mended("The tax of interest and the birth tax and the tax of buses fell.", rows).count("rate") == 2
