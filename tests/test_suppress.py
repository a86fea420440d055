"""What a suppression silences, where, and what is said of those that silence nothing."""

from pathlib import Path

import pytest

from editor.documents.read import read_document
from editor.settings.model import Settings, Suppression
from editor.suppress import looked_for, settle, story_words
from editor.values import Finding, Severity, Span
from editor.words.model import Kind

RULES = ["style/passive", "style/cliche", "grammar/a", "lt/X", "copydesk/unused-suppression"]
BODY = (
    "Ministers open water talks\n\n"
    "VIENNA (AP) -- The door was opened by the guard on Monday, and the talks began at once in the old hall.\n\n"
    "The window was opened later. The delegates left the hall before the evening was over.\n\n"
)


def left(text, *marks, name="story.txt", engines=(), **settings):
    """(rule, words) of what is left when `marks`, (rule, words) or (rule, words, nth), are found in the text."""
    document = read_document(name, text.encode())
    findings = []
    for rule, words, *nth in marks:
        at = -1
        for _ in range((nth or [1])[0]):
            at = document.text.index(words, at + 1)
        findings.append(Finding(rule, rule.split("/")[0], Severity.ERROR, "!", Span(at, at + len(words))))
    given = Settings(**settings)
    told = settle(findings, document, given, lambda: RULES, looked_for(lambda: RULES, given, engines))
    return [
        (each.rule, each.message if each.category == "copydesk" else each.span.of(document.text))
        for each in told
    ]


PASSIVE = ("style/passive", "was opened")
LATER = ("style/passive", "was opened", 2)


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("copydesk: ignore style/passive -- so the ministry says it", []),
        ("COPYDESK: ignore style/passive — so the ministry says it", []),
        ("copydesk: ignore style -- so it was", []),
        ("copydesk: ignore grammar/a, style/passive: so it was", []),
        ('copydesk: ignore style/passive "door was opened" because so it was', ["was opened"]),
        ("copydesk: ignore style/passive “The window was opened” -- so it was", ["was opened"]),
        ("copydesk: ignore all -- a reprint", []),
    ],
)
def test_a_note_silences_the_story(note, expected):
    found = left(BODY + "(Editing by Ann Smith)\n" + note + "\n", PASSIVE, LATER)
    assert [words for rule, words in found if rule == "style/passive"] == expected
    assert all(rule == "style/passive" for rule, _ in found)


def test_the_line_is_no_part_of_the_body_and_nothing_is_found_in_it():
    text = BODY + "copydesk: ignore grammar/a -- it's so\n"
    assert left(text, ("grammar/a", "Ministers"), ("style/cliche", "it's so")) == []
    assert left(text.replace("copydesk: ", ""), ("style/cliche", "it's so")) != []


def test_words_in_the_body_that_look_like_it_do_nothing():
    text = (
        BODY
        + 'The desk wrote "copydesk: ignore style/passive -- why" on the page that it sent to the printer.\n'
    )
    assert left(text, PASSIVE) == [PASSIVE]


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("copydesk: ignore grammar/a -- so it was", "silences nothing: 'grammar/a'"),
        (
            "copydesk: ignore style/pasive -- so it was",
            "no rule or family 'style/pasive'; did you mean 'style/passive'?",
        ),
        ("copydesk: ignore", "This can't be read; write: copydesk: ignore RULE"),
        ("copydesk: ignore the second graf, please", "This can't be read"),
        ('copydesk: ignore style/passive "gate was opened" -- so it was', "silences nothing"),
    ],
)
def test_one_that_silences_nothing_is_told(note, says):
    found = left(BODY + note + "\n", PASSIVE)
    assert found[0] == PASSIVE
    ((rule, message),) = found[1:]
    assert rule == "copydesk/unused-suppression"
    assert says in message


def test_one_without_a_reason_is_asked_about():
    ((rule, message),) = left(BODY + "copydesk: ignore style/passive\n", PASSIVE)
    assert rule == "copydesk/suppression-without-reason"
    assert "Why is 'style/passive' to be quiet?" in message


def test_what_was_not_looked_for_is_not_unused():
    note = BODY + "copydesk: ignore lt/X -- so it was\n"
    assert left(note) == []
    assert [rule for rule, _ in left(note, engines=["lt"])] == ["copydesk/unused-suppression"]
    assert left(BODY + "copydesk: ignore grammar/a -- so it was\n", select=("style",)) == []
    assert left(BODY + "copydesk: ignore grammar/a -- so it was\n", ignore=("copydesk",)) == []


MARKDOWN = "# Ministers open talks\n\n{}The door was opened on Monday.{}\n\nThe window was opened later.\n"


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("<!-- copydesk: ignore style/passive -- so it was -->\n\n", "", [LATER]),
        ("<!-- copydesk: ignore style/passive -- so it was -->\n", "", [LATER]),
        ("", " <!-- copydesk: ignore style/passive -- so it was -->", [LATER]),
        ("", "\n\n<!-- copydesk: ignore style/passive -- so it was -->", [PASSIVE]),
        ("<!-- copydesk: ignore-story style/passive -- so it was -->\n\n", "", []),
        ("<!-- copydesk: off style/passive -- so it was -->\n\n", "\n\n<!-- copydesk: on -->", [LATER]),
        ("", "\n\n<!-- copydesk: off style/passive -- so it was -->", [PASSIVE]),
        ("", "\n\ncopydesk: ignore style/passive -- so it was", []),
    ],
)
def test_comments_of_markdown(before, after, expected):
    found = left(MARKDOWN.format(before, after), PASSIVE, LATER, name="story.md")
    assert found == [(rule, words) for rule, words, *_ in expected]


def test_comments_mean_nothing_in_plain_text():
    text = MARKDOWN.format("<!-- copydesk: ignore style/passive -- so it was -->\n\n", "")
    assert len(left(text, PASSIVE, LATER)) == 2


def test_an_entry_of_the_configuration_is_unused_only_where_it_names_one_story():
    def entry(stories, rule, words=None):
        return Suppression(stories, (rule,), "so it was", words, Path())

    assert left(BODY, PASSIVE, suppressions=(entry("story.txt", "style"),)) == []
    assert left(BODY, PASSIVE, LATER, suppressions=(entry("*", "style", "the window was opened"),)) == [
        PASSIVE
    ]
    assert left(BODY, suppressions=(entry("archive/*", "style"),)) == []
    ((rule, _),) = left(BODY, suppressions=(entry("story.txt", "style"),))
    assert rule == "copydesk/unused-suppression"


def test_a_storys_own_words():
    text = BODY + "copydesk: accept fintech, neobank\ncopydesk: names Le Drian -- the minister\n"
    found = story_words(read_document("story.txt", text.encode()))
    assert [(word.kind, word.text) for word in found] == [
        (Kind.ACCEPT, "fintech"),
        (Kind.ACCEPT, "neobank"),
        (Kind.NAME, "Le Drian"),
    ]
