"""Builds the tables of prepositions that edited English never uses: what follows a verb, noun or adjective, what stands before a noun.

    python tools/build_prepositions.py TEXT...

TEXT are files of edited English news and prose, five million words or more. For each head the prepositions right after it are
counted. One that is common after other heads but never follows this one, though this one is often met, is wrong after it;
the right one is what does follow it. The tables are data like every other: rows that read wrong to an editor are taken
out by hand, in tools/prepositions-left-out.txt.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from editor.text.governors import KINDS, followed, governor, noun_after  # noqa: E402
from tools.texts import sentences  # noqa: E402

CORE = ("in", "to", "for", "with", "on", "at", "by", "from", "about", "of", "into", "over", "against")
PLACES = ("in", "on", "at")
# What may follow almost anything as a phrase of place or manner has to be missed more often before it counts.
WANTED = {
    "verb": dict.fromkeys(CORE, 3.5),
    "participle": dict.fromkeys(CORE, 3.5) | {"by": 5.0, "in": 6.0, "at": 5.0},
    "noun": dict.fromkeys(CORE, 4.0) | {"in": 9.0, "at": 6.0, "by": 6.0, "from": 5.0},
    "adjective": dict.fromkeys(CORE, 3.0),
}
CUT = ("to", "about", "of", "with", "against", "on", "into", "over", "from")

Counts = dict[str, Counter[str]]


def count(paths: Sequence[Path]) -> tuple[Counts, Counts, Counts]:
    """What follows each head, what stands before each noun, and what follows each verb's object."""
    heads: Counts = defaultdict(Counter)
    nouns: Counts = defaultdict(Counter)
    objects: Counts = defaultdict(Counter)
    for tokens in sentences(paths):
        verb, phrases = "", 0
        for at, token in enumerate(tokens[:-1]):
            head = governor(tokens, at)
            if head:
                heads[head][followed(tokens, at + 1)] += 1
                if head.startswith("noun ") and verb and phrases == 0:
                    objects[verb][followed(tokens, at + 1)] += 1
                    phrases = 1
                if head.startswith("verb "):
                    verb, phrases = head.removeprefix("verb "), 0
            if token.tag in (",", ":", "CC", "WDT", "WP"):
                verb = ""
            noun = noun_after(tokens, at + 1) if token.lower in CORE and token.tag in ("IN", "TO") else None
            if noun:
                nouns[noun][token.lower] += 1
    return heads, nouns, objects


def after_heads(heads: Mapping[str, Counter[str]]) -> Iterator[tuple[str, list[str], list[str]]]:
    """(head, wrong prepositions, right ones) where one preposition rules."""
    for kind in KINDS:
        own = {head: found for head, found in heads.items() if head.startswith(kind + " ")}
        base: Counter[str] = Counter()
        for found in own.values():
            base.update({each: found[each] for each in CORE})
        for head, found in own.items():
            seen = sum(found[each] for each in CORE)
            ranked = sorted(CORE, key=lambda each: -found[each])
            if seen < 25 or not head.rpartition(" ")[2].isalpha() or found[ranked[0]] < 0.55 * seen:
                continue
            strict = 1.0 if found[ranked[0]] >= 0.8 * seen else 1.4
            wrong = [
                each
                for each in CORE
                if found[each] <= 0.001 * seen
                and seen * base[each] / base.total() >= WANTED[kind][each] * strict
            ]
            right = [each for each in ranked[:2] if found[each] >= 0.25 * seen]
            if wrong:
                yield head, wrong, right


def after_transitives(heads: Mapping[str, Counter[str]]) -> Iterator[tuple[str, list[str]]]:
    """(verb, prepositions) where the verb takes its object bare, and never these."""
    base: Counter[str] = Counter()
    for head, found in heads.items():
        if head.startswith("verb "):
            base.update(found)
    for head, found in heads.items():
        seen = found.total()
        if not head.startswith("verb ") or seen < 80 or found["object"] < 0.62 * seen:
            continue
        wrong = [each for each in CUT if not found[each] and seen * base[each] / base.total() >= 2.0]
        if wrong:
            yield head, wrong


def before_nouns(nouns: Mapping[str, Counter[str]]) -> Iterator[tuple[str, list[str], str]]:
    """(determiner and noun, wrong ones of in, on and at, the right one)."""
    for noun, found in nouns.items():
        seen = sum(found[each] for each in PLACES)
        right = max(PLACES, key=lambda each: found[each])
        wrong = [each for each in PLACES if found[each] <= min(1, 0.01 * seen)]
        name = noun != noun.lower()
        if name:
            wrong = [each for each in wrong if each == "at"]
        if seen >= 25 and found[right] >= 0.9 * seen and seen > 0.3 * found.total() and wrong:
            yield noun, wrong, right


def takes(heads: Mapping[str, Counter[str]], objects: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Heads and verbs with an object that bring a preposition of their own, as lines of a word list."""
    for head, found in heads.items():
        seen = sum(found[each] for each in CORE)
        yield from (f"{head} {each}" for each in PLACES if seen >= 12 and found[each] >= 0.3 * seen)
    for verb, found in objects.items():
        yield from (f"object {verb} {each}" for each in CORE if found[each] >= 3)


def main(paths: Sequence[Path]) -> None:
    """Write the tables and the list."""
    heads, nouns, objects = count(paths)
    lists = ROOT / "rules" / "lists"
    leave = set((ROOT / "tools" / "prepositions-left-out.txt").read_text(encoding="utf-8").splitlines())
    tables = ROOT / "rules" / "tables"

    def kept(head: str, wrong: list[str]) -> list[str]:
        return [] if head in leave else [each for each in wrong if f"{head} {each}" not in leave]

    rows = [(head, kept(head, wrong), right) for head, wrong, right in after_heads(heads)]
    _write(
        tables / "heads-prepositions.tsv",
        "head\tprepositions",
        [f"{h}\t{' '.join(w)} > {' '.join(r)}" for h, w, r in rows if w],
    )
    cut = [(head, kept(head.replace("verb", "cut"), wrong)) for head, wrong in after_transitives(heads)]
    _write(
        tables / "heads-transitive.tsv", "head\tprepositions", [f"{h}\t{' '.join(w)}" for h, w in cut if w]
    )
    places = [(noun, kept(noun, wrong), right) for noun, wrong, right in before_nouns(nouns)]
    _write(
        tables / "heads-nouns.tsv",
        "noun\tprepositions",
        [f"{n}\t{' '.join(w)} > {r}" for n, w, r in places if w],
    )
    _write(lists / "heads-takes.txt", "# What brings a preposition of its own.", list(takes(heads, objects)))


def _write(path: Path, first: str, rows: Sequence[str]) -> None:
    path.write_text("\n".join([first, *sorted(rows)]) + "\n", encoding="utf-8")
    print(f"{path.name}: {len(rows)} rows")


if __name__ == "__main__":
    main([Path(each) for each in sys.argv[1:]])
