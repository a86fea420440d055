"""What the network is given to learn from: sentences in ever other ways, newer gold, errors put in anew."""

import json
from random import Random

import pytest

from benchmarks.quality.gold import Story, parse_marks
from editor.proofreader.labels import KEEP, OTHER
from tools.proofreader.labelled import Labelled, labelled
from tools.proofreader.lessons import EDITED, GOLD, Gold, Lessons, Pile, sentences_of
from tools.proofreader.vary import partly_mended

MARKED = (
    "The mayor ⟦apologized about→apologized for#preposition⟧ the delays, which ⟦was→were#agreement⟧ long.",
    "They ⟦was→were#agreement⟧ told to ⟦discuss about→discuss#preposition⟧ the delays in ⟦→the #article⟧morning.",
    "He ⟦would holds→held#tense⟧ talks with ⟦both two→both#redundancy⟧ of them.",
    "They said ⟦never they had→they had never#word-order⟧ met, as ⟦the→an#article⟧ aide had.",
)


def taught(marked):
    draft, golds = parse_marks(marked)
    return list(labelled(Story("one", "politics", "Russian", "ap", draft, golds)))


@pytest.mark.parametrize("marked", MARKED)
def test_with_every_error_mended_it_is_the_sentence_corrected(marked):
    wrong, right = taught(marked)
    assert partly_mended(wrong, Random(1), share=1) == right
    assert partly_mended(wrong, Random(1), share=0) == wrong


@pytest.mark.parametrize("marked", MARKED)
def test_with_some_mended_the_others_stand_as_they_were(marked):
    wrong, right = taught(marked)
    made = {partly_mended(wrong, Random(seed)) for seed in range(40)}
    assert len(made) >= 4
    assert {wrong, right} <= made
    assert all(partly_mended(each, Random(1), share=1) == right for each in made)


def test_an_error_that_its_label_does_not_mend_stays():
    one = Labelled(("They", "took", "him"), (KEEP, KEEP, OTHER, KEEP))
    assert partly_mended(one, Random(1), share=1) == one
    begins = Labelled(("Mayor", "spoke"), ("$APPEND_the", KEEP, KEEP))
    assert partly_mended(begins, Random(1), share=1) == begins


def test_a_pile_gives_each_sentence_once_before_any_comes_again():
    sentences = [sentence for marked in MARKED for sentence in taught(marked)]
    pile = Pile(Random(3), sentences)
    for _ in range(3):
        assert sorted(pile.draw() for _ in sentences) == sorted(sentences)


def test_gold_is_drawn_right_wrong_and_partly_mended():
    sentences = [sentence for marked in MARKED for sentence in taught(marked)]
    gold = Gold(Random(3), sentences)
    drawn = [gold.draw() for _ in range(400)]
    assert set(sentences) <= set(drawn)
    assert len(set(drawn)) > len(sentences)


def test_newer_gold_is_taken_in_as_it_comes_and_drawn_the_more_the_more_there_is(tmp_path, monkeypatch):
    monkeypatch.setattr("tools.proofreader.lessons._ALL_NEWER", 8)
    older, newer = taught(MARKED[0]), taught(MARKED[1])
    lessons = Lessons(older, [], tmp_path, Random(3))
    lessons.look()
    assert lessons.newer == 0
    row = [{"source": "gold", "words": each.words, "labels": each.labels} for each in newer]
    (tmp_path / "one.jsonl").write_text("".join(json.dumps(each) + "\n" for each in row), "utf-8")
    for _ in range(2):
        lessons.look()
        assert lessons.newer == 1
    drawn = [lessons.draw(0) for _ in range(800)]
    share = sum("told" in each.words for each in drawn) / len(drawn)
    assert 0.06 < share < 0.2


def test_errors_are_put_into_right_sentences_of_both_sources():
    edited = Labelled(
        ("The", "aide", "told", "the", "council", "of", "the", "delays", "on", "Monday", "."),
        (KEEP,) * 12,
    )
    lessons = Lessons(
        [sentence for marked in MARKED for sentence in taught(marked)], [edited], None, Random(5)
    )
    drawn = [lessons.draw(1) for _ in range(400)]
    assert sum(each.clean for each in drawn) < 200
    assert len({each for each in drawn if "council" in each.words}) > 20
    assert len({each for each in drawn if "council" not in each.words}) > 40


def test_sentences_are_read_by_their_source(tmp_path):
    path = tmp_path / "sentences.jsonl"
    rows = [
        {"source": source, "words": ["They", "met"], "labels": [KEEP] * 3} for source in (GOLD, EDITED, GOLD)
    ]
    path.write_text("".join(json.dumps(each) + "\n" for each in rows), "utf-8")
    assert {source: len(found) for source, found in sentences_of(path).items()} == {GOLD: 2, EDITED: 1}
