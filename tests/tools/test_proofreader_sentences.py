"""What the proofreader's network is taught: the labels of marked sentences, and errors put into right ones."""

from random import Random

import pytest

from benchmarks.quality.gold import Story, parse_marks
from editor.proofreader.labels import DELETE, KEEP, OTHER, appended, made
from tools.proofreader import sentences
from tools.proofreader.corrupt import Corruptor
from tools.proofreader.labelled import Labelled, labelled


def taught(marked):
    draft, golds = parse_marks(marked)
    return list(labelled(Story("one", "politics", "Russian", "ap", draft, golds)))


def mended(sentence):
    """The words as the labels make them."""
    words = []
    for word, label in zip(("", *sentence.words), sentence.labels, strict=True):
        more = appended(label)
        new = word if label in (KEEP, OTHER) or more is not None else made(label, word)
        words += [*(new or "").split(), *(more or "").split()]
    return words


@pytest.mark.parametrize(
    ("marked", "label"),
    [
        ("The mayor apologized ⟦about→for#preposition⟧ the delays.", "$REPLACE_for"),
        ("They discussed ⟦about →#preposition⟧the delays.", DELETE),
        ("Fire destroyed ⟦→the #article⟧market in the town.", "$APPEND_the"),
        ("The two ⟦minister→ministers#number⟧ met on Monday.", "$NUM_PL"),
        ("He ⟦carry→carried#tense⟧ the flag on Monday.", "$VERB_VBD"),
        ("The deal ⟦was happened→happened#verb-form⟧ on Monday.", DELETE),
        ("They refused ⟦opening→to open#complement⟧ the gate.", "$VERB_to VB"),
        ("He ⟦works→has worked#tense⟧ there for years.", "$VERB_has VBN"),
    ],
)
def test_a_mark_becomes_a_label_and_the_sentence_corrected_follows(marked, label):
    wrong, right = taught(marked)
    assert [each for each in wrong.labels if each != KEEP] == [label]
    assert right.clean
    assert mended(wrong) == list(right.words)


def test_what_is_dropped_before_a_verb_leaves_the_verb_its_own_label():
    wrong, right = taught("When he ⟦will arrive→arrives#tense⟧ in Rome they meet.")
    assert [each for each in wrong.labels if each != KEEP] == [DELETE, "$VERB_VBZ"]
    assert mended(wrong) == list(right.words)


def test_what_only_a_person_can_mend_is_left_out():
    assert taught("The toll was ⟦six→?#consistency⟧ on Monday.") == []
    (kept,) = taught("The toll was six on Monday.")
    assert kept.clean


GOLD = [
    sentence
    for marked in (
        "The mayor apologized ⟦about→for#preposition⟧ the delays of the trams.",
        "They discussed ⟦about →#preposition⟧the delays on Monday.",
        "Fire destroyed ⟦→the #article⟧market in the town.",
        "He ⟦carry→carried#tense⟧ the flag into the hall.",
    )
    for sentence in taught(marked)
]
TEXT = "The council discussed the budget for the year and carried the motion in the old hall ."
RIGHT = TEXT.split()


def test_errors_are_put_in_and_their_labels_take_them_out():
    corrupt = Corruptor(GOLD, Random(7))
    made_of = [corrupt(RIGHT) for _ in range(300)]
    assert all(mended(each) == RIGHT for each in made_of)
    kinds = {label for each in made_of for label in each.labels}
    assert {KEEP, DELETE, "$APPEND_the", "$REPLACE_for", "$VERB_VBD"} <= kinds
    assert 0 < sum(each.clean for each in made_of) < 100


def test_the_same_seed_puts_in_the_same_errors():
    one, other = (Corruptor(GOLD, Random(3)) for _ in range(2))
    assert [one(RIGHT) for _ in range(20)] == [other(RIGHT) for _ in range(20)]
    assert isinstance(one(RIGHT), Labelled)


def test_the_files_on_which_bounds_are_chosen_are_not_taught(monkeypatch):
    draft, golds = parse_marks("They discussed ⟦about →#preposition⟧the delays.")
    told = [
        Story(name, "x", "x", "ap", draft, golds)
        for name in ("blind-25-0001", "blind-26-0001", "kept-01-0001")
    ]
    monkeypatch.setattr(sentences, "read_stories", lambda folder: [])
    monkeypatch.setattr(sentences, "read_sentences", lambda folder: told)
    assert len(sentences.gold()) == len(taught("They discussed ⟦about →#preposition⟧the delays."))
