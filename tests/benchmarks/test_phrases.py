"""The phrase model: what is common is likelier, and candidates are changes that the lexicon allows."""

from benchmarks.quality.phrases import Counted, Model, candidates, sequence, table
from editor.text.tokens import tokenize
from editor.values import Span

TEXT = (
    "It depends on the weather.\nPrices depend on demand.\nIt depends on who asks.\nHe came from Paris.\n"
    * 20
)


def test_the_common_phrase_is_likelier():
    model = Model([TEXT])
    draft = "It depends from the weather."
    assert model.gain(draft, Span(11, 15), "on") > 0
    assert model.gain("It depends on the weather.", Span(11, 13), "from") < 0


def test_candidates_change_one_thing():
    text = "She give a advice on it"
    found = {
        (each.kind, text[each.span.start : each.span.end], each.words) for each in candidates(tokenize(text))
    }
    assert ("verb form", "give", "gives") in found
    assert ("article cut", "a", "") in found
    assert ("preposition", "on", "of") in found
    spare = {(each.kind, each.words) for each in candidates(tokenize("They took advice"))}
    assert {("article put in", "an "), ("article put in", "the ")} <= spare


def test_numbers_are_alike_and_a_blank_line_is_nothing():
    assert sequence("In 2021 he won 3,500 votes")[3] == "<n>"
    assert sequence("  ") == []


def test_the_table_counts_what_passes():
    assert "| article | 4 | 1 | 0 | 2 |" in table({"article": Counted([3.0, 5.0], [2.5], [4.5, 9.0])})
