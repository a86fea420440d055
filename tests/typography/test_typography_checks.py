"""Each typographic check on text of its own, what it must leave alone, and that fixes settle."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from editor.checks.registry import Hit
from editor.documents.model import Block, Document, Encoding, PartKind, Protected, ProtectedKind
from editor.fixes import apply
from editor.typography import characters, dashes, marks, points, spaces
from editor.values import Edit, Span


def story(text: str, *links: str, form: str = "text", part: PartKind = PartKind.BODY) -> Document:
    blocks = []
    start = 0
    for line in text.split("\n"):
        inner = line.strip()
        if inner:
            at = start + line.index(inner)
            blocks.append(Block(part, Span(at, at + len(inner))))
        start += len(line) + 1
    protected = sorted(
        Protected(ProtectedKind.LINK, Span(text.index(link), text.index(link) + len(link))) for link in links
    )
    return Document("story.txt", text, Encoding("utf-8"), form, tuple(blocks), tuple(protected))


def corrected(document: Document, hits: list[Hit]) -> str:
    edits = [Edit(hit.span, hit.replacements[0], "x") for hit in hits if hit.replacements]
    return apply(document.text, edits)


def straight(text: str, *links: str, always: bool = False) -> str:
    document = story(text, *links)
    return corrected(document, list(marks.quotes(document, "straight", always=always)))


def curly(text: str, *links: str, always: bool = True) -> str:
    document = story(text, *links)
    return corrected(document, list(marks.quotes(document, "curly", always=always)))


def test_a_mixed_story_gets_the_kind_of_the_house():
    text = '"It’s late," he said. “We can’t stay.”'
    assert straight(text) == '"It\'s late," he said. "We can\'t stay."'
    assert curly(text, always=False) == "“It’s late,” he said. “We can’t stay.”"


def test_each_deviating_mark_is_one_finding_that_names_both_kinds():
    hits = list(marks.quotes(story('"Yes," he said. “No.”'), "straight"))
    assert [hit.span for hit in hits] == [Span(16, 17), Span(20, 21)]
    assert all(hit.message and "Curly and straight" in hit.message for hit in hits)


@pytest.mark.parametrize("kind", ["straight", "curly"])
@pytest.mark.parametrize("text", ['"Yes," he said. It\'s so.', "“Yes,” he said. It’s so.", "No marks."])
def test_a_story_of_one_kind_is_left_alone_unless_told(text: str, kind: str):
    assert list(marks.quotes(story(text), kind)) == []


def test_told_so_a_story_of_one_kind_changes_too():
    assert straight("“Yes,” he said.", always=True) == '"Yes," he said.'
    assert curly('"Yes," he said.') == "“Yes,” he said."


def test_marks_in_links_stay_and_do_not_make_a_story_mixed():
    assert straight('"Yes," at http://a.example/it’s', "http://a.example/it’s") == (
        '"Yes," at http://a.example/it’s'
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'90s music and the summer of '69", "’90s music and the summer of ’69"),
        ("rock 'n' roll", "rock ’n’ roll"),
        ('"Get \'em," he said', "“Get ’em,” he said"),
        ("the players' union and the boss's car", "the players’ union and the boss’s car"),
        ("\"He said 'no',\" she said", "“He said ‘no’,” she said"),
        ("\"'No' is a word,\" she said", "“‘No’ is a word,” she said"),
        ("She said, \"He told me 'no.'\"", "She said, “He told me ‘no.’”"),
        ('("Yes," he said)', "(“Yes,” he said)"),
        ('"I never--" he began', "“I never--” he began"),
        ('He said—"no"—twice', "He said—“no”—twice"),
        ('"In 1984" and "the 90s"', "“In 1984” and “the 90s”"),
        ("the 1990's", "the 1990’s"),
        ("6'2\" tall", "6'2\" tall"),
        ('a 12" pipe', 'a 12" pipe'),
        ('"It was a 12" pipe," he said', '“It was a 12" pipe,” he said'),
        ("a 6' wall", "a 6' wall"),
        ("'Cause for alarm', it read", "‘Cause for alarm’, it read"),
        ("'Cause they can", "’Cause they can"),
        ("O'Brien's", "O’Brien’s"),
        ('"First paragraph.\n"Second paragraph."', "“First paragraph.\n“Second paragraph.”"),
        ("at 41°24'12\" north", "at 41°24'12\" north"),
    ],
)
def test_curly_marks_turn_the_right_way(text: str, expected: str):
    assert curly(text) == expected


def test_an_opening_mark_before_years_is_an_apostrophe():
    assert curly("Songs of the ‘90s and rock ‘n’ roll", always=False) == "Songs of the ’90s and rock ’n’ roll"
    assert curly("It read ‘90s night’.", always=False) == "It read ‘90s night’."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“The end.“ He left", "“The end.” He left"),
        ("He said ”no” twice", "He said “no” twice"),
        ("„Das Ende“ is a film", "„Das Ende“ is a film"),
        ("“The ‘end’” and (“so”)", "“The ‘end’” and (“so”)"),
    ],
)
def test_marks_turned_the_wrong_way(text: str, expected: str):
    assert curly(text, always=False) == expected


def test_an_accent_for_an_apostrophe_follows_the_story():
    assert straight("The mayor´s aides don`t know.") == "The mayor's aides don't know."
    assert straight("It’s late and he don´t know.") == "It’s late and he don’t know."


def dashed(text: str, dash: str = " — ", part: PartKind = PartKind.BODY) -> str:
    document = story(text, part=part)
    return corrected(document, list(dashes.dashes(document, dash)))


@pytest.mark.parametrize(
    ("text", "dash", "expected"),
    [
        ("A — b -- c", " — ", "A — b — c"),
        ("A—b--c", " — ", "A—b—c"),
        ("A – b — c", " — ", "A — b — c"),
        ("A — b, and he left - and stayed away", " — ", "A — b, and he left — and stayed away"),
        ("A—b – c", " – ", "A – b – c"),
        ("“But I--” he said — late", " – ", "“But I –” he said – late"),
        ("A -- b -- c", " — ", "A -- b -- c"),
        ("A — b, six - member panel, state - of - the - art", " — ", None),
        ("A — b, 2010–12, 3 – 2, 10 - 12, Paris–Dakar", " — ", None),
        ("A — b with --all and ---\n-- signed\n- item", " — ", None),
    ],
)
def test_dashes_of_one_kind(text: str, dash: str, expected: str | None):
    assert dashed(text, dash) == (text if expected is None else expected)


def test_a_spaced_hyphen_or_a_range_is_unsafe_and_a_dateline_is_left_alone():
    hits = list(dashes.dashes(story("A — b, he left - and stayed"), " — "))
    assert [hit.safe for hit in hits] == [False]
    hits = list(dashes.dashes(story("A — b, Monday – Friday, the end – he left"), " — "))
    assert [hit.safe for hit in hits] == [False, None]
    assert dashed("PARIS (AP) -- — x", part=PartKind.DATELINE) == "PARIS (AP) -- — x"


@pytest.mark.parametrize(
    ("text", "ellipsis", "expected"),
    [
        ("a … b ... c", "...", "a ... b ... c"),
        ("a … b ... c", "…", "a … b … c"),
        ("a . . . b ... c", "...", "a ... b ... c"),
        ("a … b", "...", "a … b"),
        ("a.... b … c", "...", "a.... b … c"),
        ("a .... b ... c … d", "...", "a .... b ... c ... d"),
    ],
)
def test_ellipses_of_one_kind(text: str, ellipsis: str, expected: str):
    document = story(text)
    assert corrected(document, list(dashes.ellipses(document, ellipsis))) == expected


def spaced(check, text: str, *links: str, form: str = "text") -> str:
    document = story(text, *links, form=form)
    return corrected(document, list(check(document)))


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (spaces.doubled, "One.  Two  three", "One. Two three"),
        (spaces.doubled, "    indented line", None),
        (spaces.doubled, "Team    P   W\nLeeds   3   1", None),
        (spaces.doubled, "a | b  | c", None),
        (spaces.doubled, "Leeds  12\nYork   11", None),
        (spaces.trailing, "a \nb\t\n\u00a0\nc  ", "a\nb\n\nc"),
        (spaces.trailing, "a \r\nb", "a\r\nb"),
        (spaces.trailing, "Bye\n-- \nDesk", None),
        (spaces.no_break, "a\u00a0b \u00a0 c", "a b c"),
        (spaces.no_break, "10\u202f000", None),
        (spaces.no_break, "a\u00a0\nb", None),
        (spaces.before_mark, "a , b ; c : d ! e ? f .", "a, b; c: d! e? f."),
        (spaces.before_mark, "a ... b .NET .5 :-) ;) 3 :2", None),
        (spaces.before_mark, "He waited . . . and left", None),
        (spaces.before_mark, 'word" , he said', 'word", he said'),
        (spaces.missing, "It ended.The rest,but", "It ended. The rest, but"),
        (spaces.missing, "He paid 1,000,said U.S.officials e.g.The, J.R. Smith, Booking.Com, a.B", None),
        (spaces.missing, "AT&amp;T, Marks &amp;Spencer&nbsp;plc", None),
        (spaces.missing, "He said,“We go.”", "He said, “We go.”"),
        (spaces.missing, "Open Story.Draft.txt or std.Out(x) or @it.Is", None),
    ],
)
def test_spaces(check, text: str, expected: str | None):
    assert spaced(check, text) == (text if expected is None else expected)


def test_markdown_keeps_its_hard_breaks():
    assert spaced(spaces.trailing, "a  \nb \nc", form="markdown") == "a  \nb\nc"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a,, b", "a, b"),
        ("a, , b;; c", "a, b; c"),
        ("It ended.. The rest", "It ended. The rest"),
        ("the U.S.. He left..", "the U.S.. He left.".replace("S..", "S.")),
        ("he waited.. and left", "he waited... and left"),
        ("No!! Why???", "No! Why?"),
        ("a ... b .... c ?! ../x", None),
    ],
)
def test_marks_that_stand_twice(text: str, expected: str | None):
    assert spaced(points.doubled, text) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "spots"),
    [
        ("a (b) [c]", []),
        ("a (b [c) d", [2, 5, 7]),
        ("all of it) ended", [9]),
        ("1) one a) two (b) three", []),
        ("so :( and ;) and :-)", []),
        ("(a\nb\nc)", []),
        ("(a\nb\nc\nwhole)", [0, 12]),
    ],
)
def test_brackets_that_stand_alone(text: str, spots: list[int]):
    assert sorted(hit.span.start for hit in points.brackets(story(text))) == spots


@pytest.mark.parametrize(
    ("check", "text", "expected"),
    [
        (characters.composed, "Ma\u0301laga \u1112\u1161\u11ab", "M\u00e1laga \ud55c"),
        (characters.invisible, "\ufeffa\u200bb\u00adc\u200dd", "abcd"),
        (characters.invisible, "👩\u200d🚒 می\u200cخواهم ❤\ufe0f", None),
        (characters.invisible, "a\u200eb", "ab"),
        (characters.invisible, "שלום\u200e b", None),
    ],
)
def test_characters(check, text: str, expected: str | None):
    assert spaced(check, text) == (text if expected is None else expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("cafÃ© isnâ€™t", "café isn’t"),
        ("it's isnâ€™t â€œhereâ€\u009d", "it's isn't \"here\""),
        ("Ã¢â‚¬â„¢", "’"),
        ("the CAFÉ“ and Łódź, São, ÃB", None),
    ],
)
def test_damaged_characters(text: str, expected: str | None):
    document = story(text)
    hits = list(characters.mojibake(document, "straight"))
    assert corrected(document, hits) == (text if expected is None else expected)


def every_hit(document: Document, kind: str, dash: str, ellipsis: str, always: bool) -> list[Hit]:
    found = [
        *characters.composed(document),
        *characters.invisible(document),
        *marks.quotes(document, kind, always=always),
        *dashes.dashes(document, dash),
        *dashes.ellipses(document, ellipsis),
        *spaces.no_break(document),
        *spaces.doubled(document),
        *spaces.trailing(document),
        *spaces.before_mark(document),
        *spaces.missing(document),
        *points.doubled(document),
    ]
    return [hit for hit in found if hit.replacements]


@given(
    text=st.lists(
        st.sampled_from(
            [
                "word",
                "The",
                "é",
                "é",
                "12",
                " ",
                "  ",
                "\xa0",
                "\n",
                "\t",
                '"',
                "'",
                "“",
                "”",
                "‘",
                "’",
                ",",
                ".",
                "!",
                "…",
                "...",
                ". . .",
                "—",
                " -- ",
                " – ",
                " - and",
                "90s",
                "s",
                "(",
                ")",
                "\u200b",
                "`s",
            ]
        ),
        max_size=25,
    ).map("".join),
    house=st.sampled_from([("straight", " — ", "..."), ("curly", " – ", "…"), ("straight", " - ", "...")]),
    always=st.booleans(),
)
@settings(max_examples=150, deadline=None)
def test_fixes_settle_and_do_not_fight(text: str, house: tuple[str, str, str], always: bool):
    from editor.fixes import choose
    from editor.values import Applicability, Finding, Severity

    seen = set()
    for _ in range(6):
        document = story(text)
        hits = every_hit(document, *house, always)
        assert all(hit.replacements[0] != hit.span.of(text) for hit in hits)
        if not hits:
            break
        findings = [
            Finding("t/x", "t", Severity.WARNING, "", hit.span, hit.replacements, Applicability.SAFE)
            for hit in hits
        ]
        assert text not in seen
        seen.add(text)
        text = apply(text, choose(findings, text, True))
    else:
        raise AssertionError(f"no end: {text!r}")
    assert unicodedata.is_normalized("NFC", text)


@pytest.mark.parametrize("unit", [" ", "'", '" ', " ,", "a  ", "\u00a0", "--", "e\u0301", "Ã©", "(", "'90s "])
def test_one_endless_line_takes_no_endless_time(unit: str):
    document = story(unit * (200_000 // len(unit)))
    began = time.process_time()
    every_hit(document, "curly", " — ", "...", True)
    list(points.brackets(document))
    assert time.process_time() - began < 5
