"""Writes the sentences that the network learns from: the open gold, and edited text, into which training puts errors.

    python -m tools.proofreader.sentences OUT.jsonl [TEXT...]

The files hold edited English, a paragraph a line. Of the gold only what is open is read, so that the locked stories measure it; two files of it
are kept back, to choose on them how sure the network must be.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

from benchmarks.quality.gold import read_sentences, read_stories
from editor.proofreader.words import spans_of
from editor.values import Span
from tools.proofreader import lessons
from tools.proofreader.labelled import Labelled, all_right, labelled

GOLD = Path(__file__).parents[2] / "benchmarks" / "quality"
KEPT_BACK = ("blind-26", "kept-")
_MOST = 60_000
_SHORTEST, _LONGEST, _CAPITALS = 8, 34, 3
_END = re.compile(r"(?<=[a-z\d”\"][.!?])\s+(?=[A-Z])")


def gold() -> list[Labelled]:
    """The labelled sentences of the open stories and the open single sentences."""
    stories = [*read_stories(GOLD / "stories" / "open"), *read_sentences(GOLD / "sentences" / "open")]
    return [each for story in stories if not story.name.startswith(KEPT_BACK) for each in labelled(story)]


def edited(path: Path) -> Iterator[list[str]]:
    """The words of each sentence of a file that is no headline, list or table."""
    for paragraph in path.read_text("utf-8", errors="replace").splitlines():
        for sentence in _END.split(paragraph):
            words = [span.of(sentence) for span in spans_of(sentence, Span(0, len(sentence)))]
            if (
                _SHORTEST <= len(words) <= _LONGEST
                and words[0][0].isupper()
                and sentence.rstrip()[-1:] in ".!?"
                and sum(word.isupper() for word in words) <= _CAPITALS
            ):
                yield words


def main() -> None:
    out, *texts = sys.argv[1:]
    own = gold()
    right = [words for text in texts for words in edited(Path(text))]
    right = Random(1).sample(right, min(len(right), _MOST))
    with Path(out).open("w", encoding="utf-8") as file:
        for source, sentences in ((lessons.GOLD, own), (lessons.EDITED, map(all_right, right))):
            for each in sentences:
                line = {"source": source, "words": each.words, "labels": each.labels}
                file.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{len(own)} sentences of gold, {len(right)} of edited text")


if __name__ == "__main__":
    main()
