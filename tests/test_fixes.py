"""Choosing, merging and applying: nothing collides, nothing outside an edit changes."""

from __future__ import annotations

import time

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from editor.documents.model import Document, Encoding
from editor.fixes import apply, choose, corrected_bytes, merge, minimal
from editor.values import Applicability, Edit, Finding, Severity, Span

SAFE, UNSAFE = Applicability.SAFE, Applicability.UNSAFE


def found(
    text: str,
    words: str,
    *replacements: str,
    rule: str = "grammar/some-rule",
    severity: Severity = Severity.ERROR,
    applicability: Applicability | None = SAFE,
    source: str = "copydesk",
) -> Finding:
    start = text.index(words)
    span = Span(start, start + len(words))
    return Finding(rule, "grammar", severity, "A message.", span, replacements, applicability, source)


def languagetool(text: str, words: str, *replacements: str, **more) -> Finding:
    return found(text, words, *replacements, rule="LT/RULE", source="languagetool", **more)


TEXT = "They held a talks in Rome, and keep on touch."


class TestChoose:
    def test_the_first_replacement_of_a_safe_finding_is_chosen(self):
        edits = choose([found(TEXT, "held a talks", "held talks", "had talks")], TEXT, unsafe=False)
        assert edits == (Edit(Span(5, 17), "held talks", "grammar/some-rule"),)
        assert apply(TEXT, edits) == "They held talks in Rome, and keep on touch."

    @pytest.mark.parametrize("unsafe", [False, True])
    @pytest.mark.parametrize(
        "never",
        [
            found(TEXT, "held a talks", "held talks", severity=Severity.QUERY),
            found(TEXT, "held a talks", "held talks", applicability=None),
            found(TEXT, "held a talks"),
            found(TEXT, "held a talks", "held a talks"),
        ],
        ids=["query", "not applicable", "no replacement", "changes nothing"],
    )
    def test_never_chosen(self, never, unsafe):
        assert choose([never], TEXT, unsafe) == ()

    def test_unsafe_only_when_asked_for(self):
        finding = found(TEXT, "held a talks", "held talks", applicability=UNSAFE)
        assert choose([finding], TEXT, unsafe=False) == ()
        assert len(choose([finding], TEXT, unsafe=True)) == 1

    @pytest.mark.parametrize(
        ("winner", "loser"),
        [
            (
                found(TEXT, "a talks", "talks", applicability=UNSAFE, severity=Severity.WARNING),
                languagetool(TEXT, "held a talks", "held a talk"),
            ),
            (
                found(TEXT, "a talks", "talks", severity=Severity.WARNING),
                found(TEXT, "held a talks", "held a talk", applicability=UNSAFE),
            ),
            (
                found(TEXT, "a talks", "talks"),
                found(TEXT, "held a talks", "held a talk", severity=Severity.WARNING),
            ),
            (found(TEXT, "held a", "held"), found(TEXT, "a talks", "a talk")),
            (found(TEXT, "held a talks", "held talks"), found(TEXT, "held", "had")),
        ],
        ids=["house first", "safe first", "error first", "earlier first", "longer first"],
    )
    def test_who_goes_first(self, winner, loser):
        for order in ([winner, loser], [loser, winner]):
            assert [edit.span for edit in choose(order, TEXT, unsafe=True)] == [winner.span]

    def test_neighbours_stay_separate(self):
        findings = [found(TEXT, "held", "had"), found(TEXT, " a", ""), found(TEXT, " talks", " a talk")]
        edits = choose(findings, TEXT, unsafe=False)
        assert [edit.span for edit in edits] == [(5, 9), (9, 11), (11, 17)]
        assert apply(TEXT, edits).startswith("They had a talk in Rome")

    def test_two_insertions_at_one_spot_do_not_both_apply(self):
        spot = Span(4, 4)
        comma = Finding("a/comma", "a", Severity.ERROR, "m", spot, (",",), SAFE)
        dash = Finding("b/dash", "b", Severity.ERROR, "m", spot, (" -",), SAFE)
        assert [edit.rule for edit in choose([dash, comma], TEXT, unsafe=False)] == ["a/comma"]

    def test_two_whole_words_that_insert_at_one_spot_do_not_both_apply(self):
        left = found(TEXT, "held ", "held the ", rule="a/left")
        right = found(TEXT, "a talks", "some a talks", rule="b/right")
        assert [edit.rule for edit in choose([left, right], TEXT, unsafe=False)] == ["a/left"]


class TestMerge:
    def test_one_finding_where_both_engines_see_the_same(self):
        house = found(TEXT, "held a talks", "held talks")
        other = languagetool(TEXT, "a talks", "talks", "a talk")
        assert merge([other, house], TEXT) == [house]

    def test_the_house_wins_even_with_another_correction(self):
        house = found(TEXT, "keep on touch", "keep in touch")
        other = languagetool(TEXT, "on touch", "upon touch")
        assert merge([other, house], TEXT) == [house]

    def test_a_finding_elsewhere_stays(self):
        house = found(TEXT, "held a talks", "held talks")
        other = languagetool(TEXT, "on touch", "in touch")
        assert merge([other, house], TEXT) == [house, other]

    def test_of_two_house_findings_with_one_effect_the_more_severe_stays(self):
        wide = found(TEXT, "held a talks", "held talks", rule="a/wide", severity=Severity.WARNING)
        narrow = found(TEXT, "a ", "", rule="b/narrow")
        assert merge([wide, narrow], TEXT) == [narrow]

    def test_of_two_equally_severe_the_safer_stays(self):
        risky = found(TEXT, "held a talks", "held talks", rule="a/risky", applicability=UNSAFE)
        safe = found(TEXT, "held a talks", "held talks", rule="b/safe")
        assert merge([risky, safe], TEXT) == [safe]

    def test_house_findings_with_other_effects_both_stay(self):
        one = found(TEXT, "a talks", "talks", rule="a/one")
        other = found(TEXT, "a talks", "a talk", rule="b/other")
        assert merge([other, one], TEXT) == [one, other]

    def test_taking_out_the_first_or_the_second_of_two_is_one_effect(self):
        text = "and the the end"
        first = Finding("a/first", "a", Severity.ERROR, "m", Span(4, 8), ("",), SAFE)
        second = Finding("b/second", "b", Severity.ERROR, "m", Span(7, 11), ("",), SAFE)
        assert merge([second, first], text) == [first]

    def test_a_house_finding_on_a_space_does_not_hide_an_error_in_words(self):
        text = "They held  a talks."
        space = found(text, "  ", " ", severity=Severity.WARNING)
        words = languagetool(text, "held  a talks", "held talks")
        assert set(merge([words, space], text)) == {space, words}

    def test_a_space_that_parts_a_word_hides_the_misspelling(self):
        text = "The gov\u200bernment fell."
        hidden = found(text, "\u200b", "")
        spelling = languagetool(text, "gov\u200bernment", "governor")
        assert merge([spelling, hidden], text) == [hidden]

    def test_a_query_on_a_whole_sentence_hides_nothing(self):
        text = "The minister, who had come by train from the other end of the country, held a talks there."
        long = found(text, text, severity=Severity.QUERY, applicability=None, rule="readability/long")
        error = languagetool(text, "held a talks", "held talks")
        assert merge([error, long], text) == [long, error]

    def test_a_correction_in_a_wide_span_hides_only_what_lies_there(self):
        text = (
            "The minister, who had come by train from the other end of the country, have held a talks there."
        )
        wide = found(text, text, text.replace("have", "has"))
        there = languagetool(text, "have held", "has held a")
        elsewhere = languagetool(text, "a talks", "talks")
        assert merge([there, elsewhere, wide], text) == [wide, elsewhere]

    def test_the_same_finding_twice_is_one(self):
        query = found(TEXT, "Rome", severity=Severity.QUERY, applicability=None)
        assert merge([query, query], TEXT) == [query]

    def test_sorted_by_position(self):
        late, early = found(TEXT, "keep on", "keep in"), found(TEXT, "held a", "held")
        assert merge([late, early], TEXT) == [early, late]

    def test_ten_thousand_findings_take_no_time_to_speak_of(self):
        text = "They held a talks in Rome, and keep on touch with a friends.\n" * 10_000
        spans = [Span(place * 61 + 5, place * 61 + 17) for place in range(10_000)]
        house = [Finding("h/h", "g", Severity.ERROR, "m", span, ("held talks",), SAFE) for span in spans]
        other = [
            Finding("L", "g", Severity.ERROR, "m", Span(start + 5, end), ("talks",), SAFE, "languagetool")
            for start, end in spans
        ]
        start = time.perf_counter()
        merged = merge([*other, *house], text)
        edits = choose(merged, text, unsafe=False)
        fixed = apply(text, edits)
        # Generous for a busy machine; a quadratic way takes minutes.
        assert time.perf_counter() - start < 5
        assert merged == house
        assert fixed.count("held talks") == 10_000


@st.composite
def texts_with_findings(draw):
    text = draw(st.text(alphabet="ab ,’é🙂\r\n", max_size=40))
    findings = []
    for _ in range(draw(st.integers(0, 8))):
        start = draw(st.integers(0, len(text)))
        end = draw(st.integers(start, min(start + 6, len(text))))
        findings.append(
            Finding(
                draw(st.sampled_from(["a/a", "b/b"])),
                "c",
                draw(st.sampled_from(Severity)),
                "m",
                Span(start, end),
                tuple(draw(st.lists(st.text(alphabet="ab ,“é", max_size=5), max_size=2))),
                draw(st.sampled_from([SAFE, UNSAFE, None])),
                draw(st.sampled_from(["copydesk", "languagetool"])),
            )
        )
    return text, findings


class TestProperties:
    @given(texts_with_findings(), st.booleans())
    def test_chosen_edits_never_overlap_and_come_from_findings(self, drawn, unsafe):
        text, findings = drawn
        edits = choose(findings, text, unsafe)
        for place, edit in enumerate(edits):
            assert not any(edit.span.overlaps(other.span) for other in edits[place + 1 :])
            assert (edit.span, (edit.replacement,)) in {(f.span, f.replacements[:1]) for f in findings}
        apply(text, edits)  # raises where they overlap
        assert edits == choose(list(reversed(findings)), text, unsafe)

    @given(texts_with_findings())
    def test_merging_twice_is_merging_once_and_adds_nothing(self, drawn):
        text, findings = drawn
        merged = merge(findings, text)
        assert set(merged) <= set(findings)
        assert merge(merged, text) == merged
        assert merge(list(reversed(findings)), text) == merged
        places = {(finding.span, finding.rule) for finding in merged}
        plain = [finding for finding in findings if finding.source == "copydesk" and not finding.replacements]
        assert all((finding.span, finding.rule) in places for finding in plain)

    @given(texts_with_findings())
    def test_the_minimal_edit_has_the_same_effect(self, drawn):
        text, findings = drawn
        for finding in findings:
            for replacement in finding.replacements:
                edit = Edit(finding.span, replacement, "r")
                assert apply(text, [minimal(edit, text)]) == apply(text, [edit])

    @given(
        st.sampled_from(["utf-8", "cp1252", "latin-1", "utf-16-le", "utf-16-be", "cp437"]),
        st.sampled_from([b"", b"\xef\xbb\xbf", b"\xff\xfe"]),
        st.lists(
            st.tuples(
                st.binary(max_size=12) | st.sampled_from([b"a \r\nb", b"c\n\r d  ", b"\r", b"\t \n"]),
                st.sampled_from(["", "talks", "caf\u00e9", "\u201cpeace\u201d", "\U0001f642"]),
            ),
            max_size=6,
        ),
    )
    def test_bytes_outside_the_edits_are_the_input_s(self, encoding, bom, parts):
        """Every second stretch is replaced; what the encoding can't write stays as it was."""
        kept_parts, words, edits, expected, refused = [], "", [], bom, []
        for raw, replacement in parts:
            try:
                kept = raw.decode(encoding)
            except UnicodeDecodeError:
                assume(False)
            assume(kept.encode(encoding) == raw)
            kept_parts.append(raw)
            words += kept
            old = "x"
            edit = Edit(Span(len(words), len(words) + 1), replacement, "r")
            words += old
            edits.append(edit)
            expected += raw
            try:
                expected += replacement.encode(encoding)
            except UnicodeEncodeError:
                expected += old.encode(encoding)
                refused.append(edit)
        document = Document("story.txt", words, Encoding(encoding, bom), "text")
        assert corrected_bytes(document, edits) == (expected, tuple(refused))


class TestApply:
    def test_overlapping_edits_are_refused(self):
        with pytest.raises(ValueError, match="overlaps"):
            apply("held a talks", [Edit(Span(0, 6), "x", "r"), Edit(Span(5, 12), "y", "r")])

    def test_an_edit_beyond_the_text_is_refused(self):
        with pytest.raises(ValueError, match="leaves the text"):
            apply("short", [Edit(Span(3, 9), "x", "r")])

    def test_a_curly_quote_that_latin_1_cannot_write_is_refused_alone(self):
        document = Document("s.txt", 'caf\u00e9 "held a talks"\r\n', Encoding("latin-1"), "text")
        curly, talks = Edit(Span(5, 6), "\u201c", "quotes"), Edit(Span(6, 18), "held talks", "article")
        assert corrected_bytes(document, [curly, talks]) == (b'caf\xe9 "held talks"\r\n', (curly,))
