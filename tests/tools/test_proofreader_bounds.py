"""The figures by which it was chosen when the proofreader speaks."""

from benchmarks.quality.gold import Story, parse_marks
from editor.documents.read import read_document
from editor.proofreader.doubts import Doubt
from editor.proofreader.labels import REPLACE
from editor.proofreader.reading import Place, Reading
from editor.values import Finding, Severity, Span
from tools.proofreader.bounds import Said, counted, joined, told


def story(marked):
    draft, golds = parse_marks(marked)
    return Story("one", "politics", "Russian", "ap", draft, golds)


def test_sentences_are_joined_with_their_errors():
    three = [story(f"They met ⟦at→on#preposition⟧ {day}.\n") for day in ("Monday", "Tuesday", "Friday")]
    first, second = joined(three, 2)
    assert first.draft == "They met at Monday.\n\nThey met at Tuesday.\n\n"
    assert [first.draft[gold.start : gold.end + 4] for gold in first.golds] == ["at Mon", "at Tue"]
    assert second.draft == "They met at Friday.\n\n"


def test_doubts_are_counted_where_no_rule_spoke_and_rules_by_what_the_network_thinks():
    one = story("They met ⟦at→on#preposition⟧ Monday and the talks ⟦was→were#agreement⟧ long and hard.")
    document = read_document("story.txt", one.draft.encode(), "utf-8")

    def span(word):
        start = one.draft.index(word)
        return Span(start, start + len(word))

    places = [
        Place(*span(word), wrong)
        for word, wrong in (("at", 0.9), ("talks", 0.4), ("was", 0.7), ("hard", 0.01))
    ]
    doubts = [Doubt(Span(low, high), ("x",), wrong, REPLACE + "on") for low, high, wrong in places[:3]]
    found = [
        Finding("agreement/verb", "agreement", Severity.ERROR, "", span("was")),
        Finding("grammar/long", "grammar", Severity.QUERY, "", span("hard")),
        Finding("typography/x", "typography", Severity.ERROR, "", span("long")),
    ]
    assert list(told(one, document, found, Reading(doubts, places))) == [
        Said("proofreader/preposition", 0.9, True),
        Said("proofreader/word", 0.4, False),
        Said("told", 0.7, True),
        Said("asked", 0.01, False),
    ]


def test_what_is_said_is_counted_by_ranges_of_probability():
    said = [
        Said("told", 0.72, True),
        Said("told", 0.74, False),
        Said("told", 0.76, True),
        Said("asked", 0.0, True),
    ]
    assert counted(said) == {
        "told": {0.7: {True: 1, False: 1}, 0.75: {True: 1}},
        "asked": {0.0: {True: 1}},
    }
