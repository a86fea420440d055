"""The data that says how sure the network must be."""

import pytest

from editor.errors import UserError
from editor.proofreader.choices import choices_file, describe, finding, load_choices
from editor.proofreader.doubts import Doubt
from editor.proofreader.kinds import KINDS
from editor.values import Severity, Span

TEXT = "The council discussed about the budget."


def test_every_kind_is_chosen_for_and_measured():
    for kind, choice in load_choices().kinds.items():
        assert kind in KINDS
        assert choice.query is None or choice.warning is None or choice.query < choice.warning
        assert choice.right is not None and choice.wrong is not None and choice.clean is not None


def test_a_doubt_speaks_from_its_kinds_bound_on():
    choices = load_choices()
    bound = choices.kinds["preposition"].query
    sure = Doubt(Span(22, 28), ("",), bound, "$DELETE")
    assert finding(sure, TEXT, choices).severity is Severity.QUERY
    assert finding(sure._replace(wrong=bound - 0.01), TEXT, choices) is None


def test_a_doubt_speaks_earlier_where_there_are_many():
    choices = load_choices()
    kinds = [each for each in choices.kinds.values() if each.often_query is not None]
    assert kinds and all(each.query is None or each.often_query < each.query for each in kinds)
    doubtful = Doubt(Span(22, 28), ("",), choices.kinds["preposition"].often_query, "$DELETE")
    assert finding(doubtful, TEXT, choices) is None
    assert finding(doubtful, TEXT, choices, many=True).severity is Severity.QUERY
    loud = Doubt(Span(22, 28), ("debated",), choices.kinds["word"].often_warning, "$REPLACE_debated")
    assert finding(loud, TEXT, choices).severity is Severity.QUERY
    assert finding(loud, TEXT, choices, many=True).severity is Severity.WARNING


def test_a_doubt_without_a_suggestion_must_be_surer():
    choices = load_choices()
    often = choices.kinds["word"].often_query
    assert often < choices.unmended
    mended = Doubt(Span(22, 28), ("debated",), often, "$REPLACE_debated")
    assert finding(mended, TEXT, choices, many=True).severity is Severity.QUERY
    bare = Doubt(Span(22, 28), (), choices.unmended, "$OTHER")
    assert finding(bare, TEXT, choices, many=True).severity is Severity.QUERY
    assert finding(bare._replace(wrong=choices.unmended - 0.01), TEXT, choices, many=True) is None


def test_what_is_said_names_the_words():
    choices = load_choices()
    told = {
        finding(Doubt(span, replacements, 0.99, label), TEXT, choices).message
        for span, replacements, label in [
            (Span(22, 28), ("",), "$DELETE"),
            (Span(22, 27), ("on",), "$REPLACE_on"),
            (Span(32, 38), ("new budget",), "$APPEND_new"),
            (Span(32, 38), (), "$OTHER"),
        ]
    }
    assert told == {
        "Does 'about' belong here?",
        "Should 'about' be 'on'?",
        "Is 'new' missing here?",
        "Is 'budget' the right word here?",
    }


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("version: 1", "version: 2", "'version: 1' or 'kinds' is missing"),
        ("  number:", "  numbers:", "'number' is no kind, or is missing"),
        ("query: 0.", "query: 7.", "query must be a probability"),
        ("query: 0.", "qery: 0.", "unknown key 'qery'"),
        ("kinds:", "kinds: [", "can't be read"),
        ("denies: 0.", "denies: 1.", "denies must be a probability|denies below agrees"),
        ("unmended: 0.06", "unmended: 6", "unmended: value must be a probability, above 0 and at most 1"),
        ("many: {doubts: 2", "many: {doubt: 4", "many: must be a mapping with doubts, per-thousand and sure"),
        ("many: {doubts: 2", "many: {doubts: 0", "many: doubts must be a whole number above 0"),
        (
            "weights: {shift: -",
            "weights: {shifts: -",
            "weights: must be a mapping with shift, mended and likely",
        ),
        ("likely: 0.33", "likely: much", "weights: likely must be a number"),
        ("least: 0.25", "last: 0.25", "least: value must be a probability"),
        ("margins: {articles: 0.05", "margins: {articles: 5", "margins: articles must be a probability"),
        ("margins: {articles", "margins: {article", "margins: must be a mapping with articles and others"),
        (
            "  agrees:",
            "  agree:",
            "judge: must be a mapping with families, spared, doubtful, agrees, denies, silences and mends",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_the_entry(tmp_path, old, new, said):
    path = tmp_path / "choices.yaml"
    path.write_text(choices_file().read_text("utf-8").replace(old, new, 1), "utf-8")
    with pytest.raises(UserError, match=said):
        load_choices(path)


def test_a_kind_is_explained():
    assert describe("proofreader/article").startswith("proofreader/article\n")
    assert describe("proofreader/nothing") is None


def test_what_is_said_of_headlines_is_told():
    assert "Query from 85% on in a headline" in (describe("proofreader/preposition") or "")
    assert "headline" not in (describe("proofreader/article") or "")
