"""A second look: a suggestion that is doubted in its turn gives way to one that is not."""

from proofreader_helpers import SURE, doubt

from editor.proofreader.doubts import Opinion, doubts
from editor.proofreader.labels import KEEP
from editor.proofreader.second import reconsidered
from editor.proofreader.words import spans_of
from editor.values import Span

TEXT = "He took lesson in protocol last year ."


class Reads:
    """Thinks of each sentence what it was told by (sentence, word); it keeps the sentences that it has read."""

    def __init__(self, told):
        self.told = told
        self.read = []

    def __call__(self, words):
        sentence = " ".join(words)
        self.read.append(sentence)
        return [SURE, *(self.told.get((sentence, word), SURE) for word in words)]


def looked_at(text, told):
    """What comes first and how often a sentence was read again, after the first doubt of the text."""
    reader = Reads({(text, word): opinion for word, opinion in told.pop(text).items()} | flat(told))
    whole = Span(0, len(text))
    words = spans_of(text, whole)
    opinions = reader([span.of(text) for span in words])
    (first,) = doubts(text, words, opinions, 0.35)
    reader.read.clear()
    (second,) = reconsidered([first], text, whole, 0.35, reader)
    return first, second, reader.read


def flat(told):
    return {(text, word): opinion for text, words in told.items() for word, opinion in words.items()}


def test_what_two_words_say_together_may_be_wrong_and_one_after_the_other_right():
    told = {
        TEXT: {"took": doubt("$APPEND_a", 0.6, 0.5, (KEEP, 0.3)), "lesson": doubt("$NUM_PL", 0.7, 0.6)},
        "He took a lessons in protocol last year .": {"lessons": doubt("$NUM_SG", 0.9)},
    }
    first, second, _ = looked_at(TEXT, told)
    assert first.replacements == ("a lessons",)
    assert second.replacements == ("lessons", "a lessons")
    assert second.span == first.span
    assert second.label == "$REPLACE_lessons"


def test_another_suggestion_that_reads_well_comes_first():
    told = {
        TEXT: {"lesson": Opinion(0.9, (("$REPLACE_leson", 0.35), ("$REPLACE_lessons", 0.3)))},
        "He took leson in protocol last year .": {"leson": doubt("$OTHER")},
    }
    first, second, read = looked_at(TEXT, told)
    assert first.replacements == ("leson", "lessons")
    assert second.replacements == ("lessons", "leson")
    assert read[0] == "He took leson in protocol last year ."


def test_a_likely_suggestion_is_not_read_again():
    _, second, read = looked_at(TEXT, {TEXT: {"lesson": doubt("$NUM_PL", 0.9, 0.9)}})
    assert second.replacements == ("lessons",)
    assert read == []


def test_a_word_that_is_likelier_right_than_wrong_is_not_read_again():
    _, second, read = looked_at(TEXT, {TEXT: {"lesson": doubt("$NUM_PL", 0.38, 0.3)}})
    assert second.replacements == ("lessons",)
    assert read == []


def test_an_unlikely_suggestion_that_reads_well_stays_first():
    first, second, read = looked_at(TEXT, {TEXT: {"lesson": doubt("$NUM_PL", 0.9, 0.3)}})
    assert second == first
    assert read == ["He took lessons in protocol last year ."]


def test_a_suggestion_that_is_doubted_stays_where_none_is_better():
    told = {
        TEXT: {"lesson": doubt("$NUM_PL", 0.9, 0.3)},
        "He took lessons in protocol last year .": {"lessons": doubt("$NUM_SG", 0.9)},
    }
    first, second, _ = looked_at(TEXT, told)
    assert second == first


def test_what_goes_ill_with_the_words_beside_it_gives_way():
    told = {
        TEXT: {"lesson": Opinion(0.9, (("$REPLACE_leson", 0.35), ("$REPLACE_lessons", 0.3)))},
        "He took leson in protocol last year .": {"took": doubt("$OTHER")},
    }
    _, second, _ = looked_at(TEXT, told)
    assert second.replacements == ("lessons", "leson")


def test_what_one_label_makes_alone_may_read_best():
    told = {
        TEXT: {"took": doubt("$APPEND_a", 0.6, 0.5, (KEEP, 0.3)), "lesson": doubt("$APPEND_,", 0.7, 0.6)},
        "He took a lesson , in protocol last year .": {",": doubt("$OTHER")},
        "He took lesson , in protocol last year .": {",": doubt("$OTHER")},
    }
    first, second, _ = looked_at(TEXT, told)
    assert first.replacements == ("a lesson,",)
    assert second.replacements[0] == "a lesson"


def test_a_word_that_is_taken_out_is_read_again_without_it():
    _, second, read = looked_at(TEXT, {TEXT: {"last": doubt("$DELETE", 0.9, 0.5, (KEEP, 0.3))}})
    assert second.replacements == ("",)
    assert read == ["He took lesson in protocol year ."]


def test_a_sentence_with_many_unsure_doubts_is_not_read_again():
    text = "Le conseil discute du budget de la ville lundi ."
    whole = Span(0, len(text))
    words = spans_of(text, whole)
    unsure = Opinion(0.9, (("$REPLACE_the", 0.35), ("$REPLACE_a", 0.3)))
    opinions = [SURE, *(unsure if at % 2 else SURE for at, _ in enumerate(words))]
    found = list(doubts(text, words, opinions, 0.35))
    reader = Reads({})
    assert len(found) > 3
    assert reconsidered(found, text, whole, 0.35, reader) == found
    assert reader.read == []
    assert reconsidered(found[:3], text, whole, 0.35, reader) == found[:3]
    assert len(reader.read) == 3
