"""Other texts read in a document's sentences, and what is kept of that."""

import pytest
from proofreader_helpers import Told, doubt

from editor.cache import Cache
from editor.documents.read import read_document
from editor.proofreader.costs import Costs
from editor.values import Span

TEXT = "ENDS\n\nThe talks began at once. The council discussed about budget on Monday .\n"
BAD = Told(letter=doubt("$OTHER", 0.7), council=doubt("$OTHER", 0.6))


def at(words):
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def costs(reader, cache=None):
    return Costs(read_document("story.txt", TEXT.encode()), lambda sentence: reader.opinions, cache)


@pytest.mark.parametrize(("words", "cost"), [("discussed", 0.01), ("letter", 0.7)])
def test_what_stands_there_is_judged_alone_or_with_the_words_around(words, cost):
    assert costs(BAD).at(at("discussed"), words) == cost
    assert costs(BAD).around(at("discussed"), words) == max(cost, 0.6)


def test_only_sentences_are_read():
    assert costs(BAD).at(at("ENDS"), "letter") is None
    assert costs(BAD).at(Span(at("once").start, at("council").end), "letter") is None


def test_what_was_read_is_kept(tmp_path):
    cache = Cache(tmp_path / "cache.db")
    first, again = Told(letter=doubt("$OTHER", 0.7)), Told()
    assert costs(first, cache).at(at("discussed"), "letter") == 0.7
    assert costs(again, cache).at(at("discussed"), "letter") == 0.7
    assert (first.read, again.read) == (1, 0)
    assert costs(again, cache).at(at("about"), "letter") == 0.01
