"""What phrase statistics would add: a model of word sequences that proposes corrections, or judges those of the rules.

    python -m benchmarks.quality.phrases CLEAN_TEXT... --news FOLDER

counts words, pairs and triples in the files CLEAN_TEXT (edited English, some millions of words), adds the pairs of the
package wordsegment (from the Google Web Trillion Word Corpus), and measures on the open gold stories and on
clean copy (those of benchmarks/quality/clean and of FOLDER). Scores are log-likelihood ratios of the corrected
sentence to the sentence as it stands (Brants et al., "Large Language Models in Machine Translation", 2007, smoothed over both
sources).
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.quality.gold import Gold, read_stories
from editor.documents.read import read_document
from editor.engine import Engine, profile_named
from editor.rulebook.compiled import compiled
from editor.text import lexicon
from editor.text.model import Token
from editor.text.tokens import tokenize
from editor.values import Severity, Span

_HERE = Path(__file__).parent
_NUMBER = re.compile(r"[\d.,:]*\d[\d.,:]*")
_PREPOSITIONS = (
    "of",
    "in",
    "to",
    "for",
    "with",
    "on",
    "at",
    "by",
    "from",
    "about",
    "into",
    "over",
    "against",
    "between",
    "during",
    "through",
)
_ARTICLES = ("a", "an", "the")
_VERB_TAGS = ("VB", "VBZ", "VBD", "VBN", "VBG")
THRESHOLDS = (2, 4, 6, 8, 10, 12)


class Candidate(NamedTuple):
    """A correction that might be one: what kind, where in the text, and what would stand there."""

    kind: str
    span: Span
    words: str


class Model:
    """How likely a sequence of words is, in natural logarithms."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._triples: Counter[tuple[str, str, str]] = Counter()
        self._pairs: Counter[tuple[str, str]] = Counter()
        self._words: Counter[str] = Counter()
        for text in texts:
            words = [word for paragraph in text.split("\n") for word in sequence(paragraph)]
            self._words.update(words)
            self._pairs.update(itertools.pairwise(words))
            self._triples.update(zip(words, words[1:], words[2:], strict=False))
        self.size = sum(self._words.values())
        self._web_pairs, self._web_words = _web()
        self._web_size = sum(self._web_words.values()) or 1.0

    def __call__(self, words: Sequence[str]) -> float:
        """The logarithm of the likelihood of the words after the first two."""
        return sum(math.log(self._third(*words[at - 2 : at + 1])) for at in range(2, len(words)))

    def _third(self, one: str, two: str, three: str) -> float:
        behind = self._second(two, three)
        seen = self._pairs[one, two]
        if not seen:
            return 0.4 * behind
        share = seen / (seen + 3.0)
        return share * self._triples[one, two, three] / seen + (1 - share) * behind

    def _second(self, one: str, two: str) -> float:
        own = self._pairs[one, two] / self._words[one] if self._words[one] else 0.0
        web = self._web_pairs.get((one, two), 0.0) / self._web_words[one] if one in self._web_words else 0.0
        alone = max(self._words[two] / self.size, self._web_words.get(two, 0.0) / self._web_size / 2, 1e-9)
        return 0.45 * own + 0.35 * web + 0.08 * alone

    def gain(self, text: str, span: Span, words: str) -> float:
        """How much likelier the paragraph becomes when `words` stand at `span`."""
        start = text.rfind("\n", 0, span.start) + 1
        end = text.find("\n", span.end)
        end = len(text) if end < 0 else end
        changed = text[start : span.start] + words + text[span.end : end]
        return self(sequence(changed)) - self(sequence(text[start:end]))


def sequence(paragraph: str) -> list[str]:
    """The words of a paragraph in lower case, numbers alike, between marks of its start and end."""
    words = ["<n>" if _NUMBER.fullmatch(token.text) else token.lower for token in tokenize(paragraph)]
    return ["<s>", "<s>", *words, "</s>"] if words else []


def candidates(tokens: Sequence[Token]) -> Iterator[Candidate]:
    """Every change of a preposition, an article, a number or a verb form that the lexicon allows."""
    for at, token in enumerate(tokens):
        word, span = token.lower, Span(token.start, token.end)
        before = tokens[at - 1].lower if at else ""
        gap = Span(token.start, token.start)
        if word in _PREPOSITIONS:
            yield from (Candidate("preposition", span, other) for other in _PREPOSITIONS if other != word)
            yield Candidate("preposition cut", span, "")
        elif word.isalnum() and at and before not in _PREPOSITIONS:
            yield from (Candidate("preposition put in", gap, f"{other} ") for other in _PREPOSITIONS[:9])
        if word in _ARTICLES:
            yield Candidate("article cut", span, "")
            yield from (Candidate("article", span, other) for other in ("a", "the") if other[0] != word[0])
        if not token.text.islower() or not word.isalpha():
            continue
        tags = lexicon.tags(word)
        if tags & {"NN", "NNS", "JJ"} and before not in _ARTICLES:
            article = "an" if word[0] in "aeiou" else "a"
            yield from (Candidate("article put in", gap, f"{each} ") for each in ("the", article))
        yield from (Candidate("number", span, other) for other in _other_numbers(word, tags))
        yield from (Candidate("verb form", span, other) for other in _other_forms(word, tags))


def _other_numbers(word: str, tags: frozenset[str]) -> set[str]:
    plural = lexicon.inflect(word, "NNS") if "NN" in tags else None
    return {plural or word, *(lexicon.lemmas(word, "NNS") if "NNS" in tags else ())} - {word}


def _other_forms(word: str, tags: frozenset[str]) -> set[str]:
    tag = next((each for each in _VERB_TAGS if each in tags), None)
    lemmas = lexicon.lemmas(word, tag)[:1] if tag else ()
    return {lexicon.inflect(lemma, each) or word for lemma in lemmas for each in _VERB_TAGS} - {word}


def _web() -> tuple[dict[tuple[str, str], float], dict[str, float]]:
    """The pairs and words of wordsegment with their counts; empty where the package is not installed."""
    spec = importlib.util.find_spec("wordsegment")
    if spec is None or not spec.submodule_search_locations:
        return {}, {}
    home = Path(spec.submodule_search_locations[0])
    words: dict[str, float] = {}
    pairs: dict[tuple[str, str], float] = {}
    for line in (home / "unigrams.txt").read_text(encoding="utf-8").splitlines():
        word, count = line.split("\t")
        words[word] = float(count)
    for line in (home / "bigrams.txt").read_text(encoding="utf-8").splitlines():
        both, count = line.split("\t")
        one, _, two = both.lower().partition(" ")
        pairs[one, two] = pairs.get((one, two), 0.0) + float(count)
    return pairs, words


class Counted(NamedTuple):
    """Gains of what was right, and of what was wrong, in stories with errors and in clean copy."""

    right: list[float]
    wrong: list[float]
    clean: list[float]


def proposing(model: Model, clean: Sequence[str]) -> dict[str, Counted]:
    """What the model alone would correct, by kind: everything that becomes likelier."""
    found: dict[str, Counted] = defaultdict(lambda: Counted([], [], []))
    for story in read_stories(_HERE / "stories" / "open"):
        for gain, each in _likelier(model, story.draft):
            near = [gold for gold in story.golds if _near(gold, each.span)]
            if any(_same(story.draft, gold, each) for gold in near):
                found[each.kind].right.append(gain)
            elif not near:
                found[each.kind].wrong.append(gain)
    for text in clean:
        for gain, each in _likelier(model, text):
            found[each.kind].clean.append(gain)
    return found


def _likelier(model: Model, text: str) -> Iterator[tuple[float, Candidate]]:
    at = 0
    for paragraph in text.split("\n"):
        now = sequence(paragraph)
        tokens = tokenize(paragraph)
        places = {token.start: number for number, token in enumerate(tokens)}
        for each in candidates(tokens):
            # Only words near the change tell.
            place = places[each.span.start] + 2
            taken = 1 if each.span.length else 0
            new = each.words.split()
            before = model(now[place - 2 : place + taken + 2])
            after = model([*now[place - 2 : place], *new, *now[place + taken : place + taken + 2]])
            if after - before > THRESHOLDS[0]:
                yield (
                    after - before,
                    Candidate(each.kind, Span(each.span.start + at, each.span.end + at), each.words),
                )
        at += len(paragraph) + 1


def _near(gold: Gold, span: Span) -> bool:
    return gold.start - 2 <= span.end and span.start <= gold.end + 2


def _same(draft: str, gold: Gold, each: Candidate) -> bool:
    made = draft[: each.span.start] + each.words + draft[each.span.end :]
    wanted = (draft[: gold.start] + right + draft[gold.end :] for right in gold.rights)
    return " ".join(made.split()) in (" ".join(text.split()) for text in wanted)


def judging(model: Model, clean: Sequence[str]) -> dict[str, Counted]:
    """The gains of the corrections that the rules suggest, by severity: loud or query."""
    ready = compiled()
    engines = {name: Engine(ready, profile_named(ready, name)) for name in ready.book.profiles}
    found: dict[str, Counted] = defaultdict(lambda: Counted([], [], []))

    def gains(text: str, profile: str) -> Iterator[tuple[str, Span, float]]:
        for each in engines[profile].check(read_document("story.txt", text.encode(), None)):
            if each.replacements and each.category != "typography":
                kind = "queries" if each.severity is Severity.QUERY else "errors and warnings"
                yield kind, each.span, model.gain(text, each.span, each.replacements[0])

    for story in read_stories(_HERE / "stories" / "open"):
        for kind, span, gain in gains(story.draft, story.profile):
            right = any(_near(gold, span) for gold in story.golds)
            (found[kind].right if right else found[kind].wrong).append(gain)
    for text in clean:
        for kind, _, gain in gains(text, "ap"):
            found[kind].clean.append(gain)
    return found


def table(found: dict[str, Counted]) -> str:
    """How many of each pass each threshold, as Markdown."""
    lines = [
        "| | likelier by more than | right | wrong, in drafts | wrong, in clean copy |",
        "|---|---:|---:|---:|---:|",
    ]
    for kind in sorted(found):
        for least in (-math.inf, *THRESHOLDS):
            counts = [sum(gain > least for gain in gains) for gains in found[kind]]
            if least > 0 or kind in ("queries", "errors and warnings"):
                told = "–" if least < 0 else str(least)
                lines.append(f"| {kind} | {told} | {counts[0]} | {counts[1]} | {counts[2]} |")
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> None:
    """The program."""
    options = argparse.ArgumentParser(prog="python -m benchmarks.quality.phrases", description=__doc__)
    options.add_argument("texts", nargs="+", type=Path, metavar="CLEAN_TEXT")
    options.add_argument("--news", type=Path, help="a folder of clean news that is not among the texts")
    chosen = options.parse_args(arguments)
    model = Model([path.read_text(encoding="utf-8", errors="replace") for path in chosen.texts])
    folders = [_HERE / "clean", *([chosen.news] if chosen.news else [])]
    clean = [path.read_text(encoding="utf-8") for folder in folders for path in sorted(folder.glob("*.txt"))]
    print(f"{model.size:,} words counted\n\n## Proposing\n\n{table(proposing(model, clean))}")
    print(f"\n## Judging\n\n{table(judging(model, clean))}")


if __name__ == "__main__":
    main()
