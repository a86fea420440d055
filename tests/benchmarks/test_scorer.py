"""The scorer of benchmarks/quality: marks, overlap, insertions, alternatives."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("benchmarks.quality.gold", reason="the benchmarks are not in the wheel")

from hypothesis import given
from hypothesis import strategies as st

from benchmarks.quality import chart, checkers, run, table
from benchmarks.quality.gold import (
    Gold,
    GoldError,
    Story,
    mended,
    parse_marks,
    parse_story,
    read_clean,
    read_printed_errors,
    read_sentences,
    read_stories,
)
from benchmarks.quality.score import Found, Result, Tally, points_at, score, solves


def story(marked: str) -> Story:
    draft, golds = parse_marks(marked)
    return Story("s", "desk", "Klingon", "ap", draft, golds)


def finding(text: str, words: str, *replacements: str, severity: str = "error") -> Found:
    start = text.index(words)
    return Found(start, start + len(words), severity, "a/rule", "why", replacements)


def scored(marked: str, *found: Found) -> Result:
    return score([story(marked)], lambda _: found)


# marks


def test_marks_give_the_draft_and_spans_in_it() -> None:
    draft, golds = parse_marks("They ⟦held a talks→held talks#article⟧ in ⟦Pariss→Paris#spelling⟧.")
    assert draft == "They held a talks in Pariss."
    assert [draft[gold.start : gold.end] for gold in golds] == ["held a talks", "Pariss"]
    assert golds[0] == Gold(5, 17, ("held talks",), "article")


def test_insertion_deletion_alternatives_and_query() -> None:
    draft, golds = parse_marks(
        "⟦→The #article⟧mayor⟦,→#punctuation⟧ said ⟦is→was|has been#tense⟧ ⟦six→?#consistency⟧"
    )
    assert draft == "mayor, said is six"
    assert [(g.start, g.end, g.rights, g.is_query) for g in golds] == [
        (0, 0, ("The ",), False),
        (5, 6, ("",), False),
        (12, 14, ("was", "has been"), False),
        (15, 18, (), True),
    ]


@pytest.mark.parametrize(
    "marked",
    [
        "no ⟦family→here⟧",
        "no such ⟦family→here#grammar⟧",
        "⟦same→same#spelling⟧",
        "⟦open→shut#spelling",
        "stray ⟧",
        "an → outside",
        "⟦a ⟦b→c#article⟧→d#article⟧",
    ],
)
def test_broken_marks_are_refused(marked: str) -> None:
    with pytest.raises(GoldError):
        parse_marks(marked)


words = st.text(alphabet="abc de,.\n", max_size=12)


@given(st.lists(st.tuples(words, words, words), max_size=6), words)
def test_marks_round_trip(parts: list[tuple[str, str, str]], tail: str) -> None:
    parts = [(before + "x", wrong, right) for before, wrong, right in parts if wrong != right]
    marked = "".join(f"{before}⟦{wrong}→{right}#style⟧" for before, wrong, right in parts) + tail
    draft, golds = parse_marks(marked)
    assert draft == "".join(before + wrong for before, wrong, _ in parts) + tail
    assert [draft[gold.start : gold.end] for gold in golds] == [wrong for _, wrong, _ in parts]
    whole = Story("s", "d", "l", "ap", draft, golds)
    assert whole.corrected == "".join(before + right for before, _, right in parts) + tail


def test_story_front_matter() -> None:
    head = "---\ndesk: courts\nfirst-language: Thai\nprofile: uk\nnote: n\n---\n"
    parsed = parse_story("01-x", head + "One ⟦too→two#confusion⟧.\n")
    assert (parsed.desk, parsed.first_language, parsed.profile) == ("courts", "Thai", "uk")
    assert (parsed.draft, parsed.words) == ("One too.\n", 2)
    for broken in ("One.", head.replace("uk", "xx"), head.replace("desk: courts\n", ""), "---\ndesk: x\n"):
        with pytest.raises(GoldError):
            parse_story("01-x", broken)


# overlap


def test_overlap_counts_and_neighbours_do_not() -> None:
    s = story("He ⟦have→has#agreement⟧ two dogs.")
    (gold,) = s.golds
    assert points_at(s.draft, finding(s.draft, "He have"), gold)
    assert points_at(s.draft, finding(s.draft, "have two"), gold)
    assert not points_at(s.draft, finding(s.draft, "He "), gold)
    assert not points_at(s.draft, finding(s.draft, "two"), gold)


def test_a_whole_long_sentence_points_at_nothing() -> None:
    text = "The old man and the sea and all of the boats that he ⟦have→has#agreement⟧ owned were sold."
    s = story(text)
    assert not points_at(s.draft, Found(0, len(s.draft), "warning", "long"), s.golds[0])


def test_insertions_take_findings_on_either_neighbour() -> None:
    s = story("She leads ⟦→the #article⟧Norwegian delegation there.")
    (gold,) = s.golds
    assert points_at(s.draft, finding(s.draft, "leads"), gold)
    assert points_at(s.draft, finding(s.draft, "Norwegian"), gold)
    assert points_at(s.draft, Found(10, 10, "error", "r"), gold)
    assert not points_at(s.draft, finding(s.draft, "delegation"), gold)
    assert not points_at(s.draft, finding(s.draft, "She"), gold)


# solved


@pytest.mark.parametrize(
    ("words", "replacement"),
    [
        ("leads", "leads the"),
        ("Norwegian", "the Norwegian"),
        ("leads Norwegian", "leads the Norwegian"),
        (" Norwegian", " the Norwegian"),
    ],
)
def test_an_insertion_is_solved_whatever_the_span(words: str, replacement: str) -> None:
    s = story("She leads ⟦→the #article⟧Norwegian delegation.")
    assert solves(s, 0, finding(s.draft, words, replacement), [replacement])
    assert not solves(s, 0, finding(s.draft, words, words), [words])


def test_alternatives_first_and_any() -> None:
    text = "It ⟦is→was|has been#tense⟧ so since May."
    draft = story(text).draft
    first = scored(text, finding(draft, "is so", "has been so", "is so"))
    assert (first.total.solved, first.total.any_solved) == (1, 1)
    second = scored(text, finding(draft, "is", "were", "was"))
    assert (second.total.found, second.total.solved, second.total.any_solved) == (1, 0, 1)


def test_a_correction_that_spoils_a_neighbour_does_not_solve() -> None:
    text = "It ⟦is→was#tense⟧ so then."
    assert scored(text, finding(story(text).draft, "is so", "was not")).total.solved == 0


def test_one_finding_over_two_errors() -> None:
    text = "He gave ⟦an→#article⟧ ⟦advices→advice#number⟧ freely."
    draft = story(text).draft
    both = scored(text, finding(draft, "an advices", "advice"))
    assert (both.total.found, both.total.solved, both.total.right_alarms) == (2, 2, 1)
    one = scored(text, finding(draft, "an advices", "an advice"))
    assert (one.total.found, one.total.solved) == (2, 1)


def test_two_findings_solve_one_error_together() -> None:
    text = "He gave ⟦many informations→much information#number⟧ freely."
    draft = story(text).draft
    result = scored(text, finding(draft, "many", "much"), finding(draft, "informations", "information"))
    assert (result.total.found, result.total.solved, result.total.right_alarms) == (1, 1, 2)


def test_a_doubled_word_may_lose_either() -> None:
    text = "In the ⟦the →#doubled-word⟧end."
    draft = story(text).draft
    assert draft == "In the the end."
    assert scored(text, Found(3, 7, "error", "r", replacements=("",))).total.solved == 1
    assert scored(text, Found(3, 10, "error", "r", replacements=("the",))).total.solved == 1


def test_kinds_of_quotation_mark_do_not_matter() -> None:
    text = "The dog wagged ⟦it's→its#confusion⟧ tail; the cat's ⟦tale→tail#confusion⟧ too."
    draft = story(text).draft
    assert scored(text, finding(draft, "cat's tale", "cat’s tail")).total.solved == 1


# tallies


def test_precision_counts_errors_and_warnings_only() -> None:
    text = "He ⟦have→has#agreement⟧ two dogs ⟦on→in#preposition⟧ Rome today."
    draft = story(text).draft
    result = scored(
        text,
        finding(draft, "have", "has"),
        finding(draft, "on", "in", severity="query"),
        finding(draft, "dogs", "dog", severity="warning"),
        finding(draft, "today", severity="query"),
    )
    total = result.total
    assert (total.found, total.loud, total.solved) == (2, 1, 2)
    assert (total.right_alarms, total.false_alarms, total.false_queries) == (1, 1, 1)
    assert total.precision == 0.5 and total.loud_rate == 0.5 and total.f_half == 0.5
    assert total.false_per_thousand == pytest.approx(1000 / 7)
    assert result.by_family["agreement"].solved == 1
    assert [alarm.finding.rule for alarm in result.false_alarms] == ["a/rule", "a/rule"]


def test_nothing_raised_and_nothing_to_find() -> None:
    empty = Tally()
    assert empty.precision is None and empty.found_rate is None and empty.false_per_thousand is None
    assert scored("All ⟦is→are#agreement⟧ well.").total.precision is None
    assert Tally(golds=3, false_alarms=2).f_half == 0.0


def test_queries_need_no_correction() -> None:
    text = "Three died; the ⟦four→?#consistency⟧ dead were young."
    total = scored(text, finding(story(text).draft, "four", severity="query")).total
    assert (total.golds, total.found, total.solvable, total.solved_rate) == (1, 1, 0, None)


def test_artefacts_are_left_out() -> None:
    text = "A six - member team ."
    assert run.is_artefact(text, finding(text, "six - member"))
    assert run.is_artefact(text, finding(text, " ."))
    assert not run.is_artefact("A six-member team.", finding("A six-member team.", "six-member"))


def test_errors_in_print_are_no_false_alarms(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Head\n\nThe talks was held.\n", encoding="utf-8")
    places = tmp_path / "errors.tsv"
    row = "{}\t3\t11\t3\tagreement\tagreement/subject-verb\ta plural subject\n"
    places.write_text("# a remark\n" + row.format("one") + row.format("elsewhere"), encoding="utf-8")
    errors = read_printed_errors(places, tmp_path)
    (clean,) = read_clean(tmp_path, errors=errors)
    result = score([clean], lambda each: [finding(each.draft, "was"), finding(each.draft, "held")])
    assert [alarm.finding.start for alarm in result.false_alarms] == [clean.draft.index("held")]
    places.write_text("one\t3\n", encoding="utf-8")
    with pytest.raises(GoldError, match=r"errors\.tsv:1: story, line"):
        read_printed_errors(places, tmp_path)


# readers


def test_harper_report() -> None:
    lint = {
        "rule": "AnA",
        "message": "m",
        "matched_text": "an",
        "span": {"char_start": 8, "char_end": 10},
        "suggestions": ["Replace with: “a”", "Insert “ b”", "Remove error"],
    }
    assert checkers.read_harper([{"lints": [lint]}]) == [
        Found(8, 10, "warning", "AnA", "m", ("a", "an b", ""))
    ]


def test_proselint_and_vale_reports() -> None:
    item = {"check_path": "p", "message": "m", "span": [24, 29], "replacements": None}
    assert checkers.read_proselint({"result": {"f": {"diagnostics": [item]}}}) == [
        Found(23, 28, "warning", "p", "m")
    ]
    alert = {
        "Line": 2,
        "Span": [3, 5],
        "Severity": "error",
        "Check": "Vale.Spelling",
        "Message": "m",
        "Action": {"Name": "replace", "Params": ["the"]},
    }
    assert checkers.read_vale({"f": [alert]}, "a\nb teh c") == [
        Found(4, 7, "error", "Vale.Spelling", "m", ("the",))
    ]


def test_copydesk_report() -> None:
    item = {
        "start": 3,
        "end": 7,
        "severity": "error",
        "rule": "agreement/x",
        "message": "m",
        "replacements": ["has"],
    }
    assert checkers.read_copydesk({"findings": [item]}) == [
        Found(3, 7, "error", "agreement/x", "m", ("has",))
    ]


def test_a_peer_that_is_not_there_says_so(tmp_path: object, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkers.shutil, "which", lambda *_, **__: None)
    with pytest.raises(checkers.CheckerMissing, match="vale"):
        checkers.vale([])
    text = table.tools_table({"Vale": "not measured: no vale"}, {})
    assert "Vale (not measured: no vale)" in text


def test_harper_is_asked_once_a_dialect(tmp_path: Path) -> None:
    program = tmp_path / "harper"
    program.write_text(
        f"#!{sys.executable}\n"
        "import json, sys\n"
        "span = {'char_start': 3, 'char_end': 7}\n"
        "lint = {'rule': sys.argv[6], 'message': 'm', 'matched_text': 'have', 'span': span, 'suggestions': []}\n"
        "print(json.dumps([{'file': path, 'lints': [lint]} for path in sys.argv[7:] if 'quiet' not in path]))\n"
    )
    program.chmod(0o755)
    stories = [replace(story("He have."), name=name, profile=p) for name, p in [("a", "ap"), ("b", "uk")]]
    stories.append(replace(stories[0], name="quiet"))
    findings = checkers.harper(stories, [tmp_path])
    assert [[found.rule for found in findings(s)] for s in stories] == [["us"], ["uk"], []]


def test_chart_is_well_formed() -> None:
    from xml.etree import ElementTree

    svg = chart.bars("A & B", ["found", "solved"], {"copydesk": (0.5, None), "<x>": (1.0, 0.25)})
    root = ElementTree.fromstring(svg)
    found = [rect.get("width") for rect in root.iter("{http://www.w3.org/2000/svg}rect")]
    assert found.count("230") == 1 and found.count("460") == 1 and found.count("115") == 1


# the stories themselves


@pytest.mark.parametrize("split", ["open", "locked"])
def test_gold_stories_keep_the_format(split: str) -> None:
    stories = read_stories(run.STORIES / split)
    assert len({s.name for s in stories}) == len(stories)
    for s in stories:
        assert len(s.golds) >= (3 if s.name.endswith("contradictions") else 8), s.name
        assert s.words >= 150, s.name
        assert not any(sign in s.corrected for sign in "⟦⟧→"), s.name


def test_clean_stories_have_no_marks() -> None:
    for s in read_clean(run.CLEAN):
        assert s.words >= 300, s.name
        assert not any(sign in s.draft for sign in "⟦⟧→"), s.name


def test_the_sentences_after_a_stylebook_are_read_in_its_profile() -> None:
    assert {story.profile for story in read_sentences(run.SENTENCES / "style")} == {"ap", "reuters", "uk"}


@pytest.mark.parametrize(("split", "least"), [("open", 3000), ("locked", 300), ("style", 700)])
def test_every_gold_sentence_can_be_mended(split: str, least: int) -> None:
    sentences = read_sentences(run.SENTENCES / split)
    assert len(sentences) >= least
    assert len({story.draft for story in sentences}) == len(sentences)
    assert sum(bool(story.golds) for story in sentences) > 0.85 * len(sentences)
    for story in sentences:
        right = mended(story)
        assert not right.golds
        # One without a mark is a trap: right, but easily taken for wrong.
        assert right.draft != story.draft or all(gold.is_query for gold in story.golds)
        assert "  " not in right.draft
