"""Where clauses meet: a comma after an opening one, and two sentences that only a comma joins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text.model import Token
from editor.text.tagset import FINITE, NOUNS
from editor.values import Span

_OPENERS = frozenset(
    ["if", "when", "although", "though", "because", "while", "unless", "once", "whenever", "whereas"]
)
_PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you", "there"])
_INSIDE = NOUNS | {"JJ", "JJS", "CD", "POS", "DT", "PRP$", "VBN"}
_BREAKS = frozenset([",", ";", ":", "—", "–", "-", "--", "(", '"', "“", "”", "?", "!", "...", "…"])
# Verbs whose object may be the clause that follows, or that tell who says so.
_TELLING = frozenset((
    "say", "tell", "think", "know", "believe", "see", "hear", "feel", "learn", "find", "announce", "claim",
    "hope", "fear", "suggest", "insist", "decide", "realize", "realise", "discover", "admit", "argue",
    "warn", "write", "add", "agree", "report", "show", "mean", "ask", "explain", "reply", "guess",
    "suppose", "expect", "wish",
))  # fmt: skip
_LINKS = frozenset(
    [
        "and",
        "or",
        "but",
        "that",
        "who",
        "which",
        "whom",
        "whose",
        "where",
        "what",
        "how",
        "why",
        "than",
        "as",
        "so",
        "if",
        "when",
        "because",
        "while",
        "whether",
    ]
)


@check("clauses.opening")
def opening(story: Story, rule: Rule) -> Iterator[Hit]:
    """A sentence that opens with "if", "when" and the like and has no comma before its main clause."""
    for line in story.body:
        words = line.words
        if len(words) < 6 or words[0].lower not in _OPENERS or any(word.text in _BREAKS for word in words):
            continue
        tokens = line.tagged
        verbs = [at for at, token in enumerate(tokens) if token.tag in FINITE]
        if len(verbs) != 2 or any(token.lower in _LINKS for token in tokens[1:]):
            continue
        first, second = verbs
        start = _subject(tokens, first + 1, second)
        if start is None or tokens[first].lemma in _TELLING or first < 2:
            continue
        before = tokens[start - 1]
        if before.tag in ("IN", "DT", "TO", "CC", "PRP$") or (before.tag == "VBN" and start - 1 == first):
            continue
        yield Hit(Span(before.start, before.end), (before.text + ",",))


def _subject(tokens: Sequence[Token], low: int, verb: int) -> int | None:
    """Where the subject of the verb at `verb` begins, if it is a pronoun, or a noun with a determiner; after `low`."""
    at = verb - 1
    while at > low and tokens[at].tag in ("RB", "MD"):
        at -= 1
    if tokens[at].lower in _PRONOUNS:
        return at if at >= low and (at > low or tokens[at - 1].tag != "MD") else None
    if tokens[at].tag not in NOUNS:
        return None
    while at >= low and tokens[at].tag in _INSIDE:
        if tokens[at].tag in ("DT", "PRP$"):
            return at
        at -= 1
    return None


@check("clauses.splice")
def splice(story: Story, rule: Rule) -> Iterator[Hit]:
    """Two whole sentences with nothing between them but a comma."""
    for line in story.body:
        words = line.words
        commas = [at for at, word in enumerate(words) if word.text == ","]
        if len(commas) != 1 or not 3 <= commas[0] <= len(words) - 4:
            continue
        if any(word.text in _BREAKS - {","} for word in words):
            continue
        tokens = line.tagged
        left, right = tokens[: commas[0]], tokens[commas[0] + 1 :]
        if _is_sentence(left) and _is_sentence(right) and left[0].lower not in _LINKS:
            comma = tokens[commas[0]]
            yield Hit(Span(comma.start, comma.end), (";", ", and"))


def _is_sentence(tokens: Sequence[Token]) -> bool:
    """Whether the words are a subject and its verb, with no other clause among them."""
    if any(token.lower in _LINKS for token in tokens):
        return False
    verbs = [at for at, token in enumerate(tokens) if token.tag in FINITE]
    if len(verbs) != 1 or any(token.lemma in _TELLING for token in tokens):
        return False
    head = tokens[: verbs[0]]
    if len(head) == 1:
        return head[0].lower in _PRONOUNS
    return (
        2 <= len(head) <= 4
        and head[0].tag in ("DT", "PRP$", "NNP")
        and all(token.tag in _INSIDE for token in head)
    )


_SUBORDINATE = _OPENERS | frozenset(
    [
        "as",
        "after",
        "before",
        "since",
        "until",
        "that",
        "who",
        "which",
        "where",
        "what",
        "how",
        "whether",
        "so",
        "the",
        "than",
    ]
) - {"the"}
_SHY = frozenset(["only", "just", "even", "almost", "nearly", "about"])


@check("clauses.splice-long")
def splice_long(story: Story, rule: Rule) -> Iterator[Hit]:
    """A whole sentence, a comma, and the subject and verb of another at once after it; what follows does not matter."""
    for line in story.body:
        words = line.words
        comma = next((at for at, word in enumerate(words) if word.text == ","), None)
        if comma is None or not 3 <= comma <= 12 or len(words) - comma < 6 or words[-1].text == "?":
            continue
        if any(word.text in _BREAKS - {",", "-"} for word in words[: comma + 6]):
            continue
        if any(word.lower in _SUBORDINATE for word in words[: comma + 1]):
            continue
        tokens = line.tagged
        left = tokens[:comma]
        if not _is_sentence(left):
            continue
        if (
            sum(token.text == "," for token in tokens) == 1
            and _is_sentence(left)
            and _is_sentence(tokens[comma + 1 :])
        ):
            continue
        start = comma + 1
        while start < len(tokens) and tokens[start].lower in _SHY:
            start += 1
        verb = start
        while verb < len(tokens) and verb - start < 5 and tokens[verb].tag in _INSIDE | {"PRP"}:
            if _with_object(tokens, start, verb):
                break
            verb += 1
        if verb == start or verb + 1 >= len(tokens):
            continue
        if tokens[verb].tag not in FINITE and not _with_object(tokens, start, verb):
            continue
        if tokens[verb].lemma in _TELLING or tokens[verb - 1].tag not in NOUNS | {"PRP"}:
            continue
        if (
            tokens[verb].tag == "VBD"
            and "VBN" in tokens[verb].tags
            and tokens[start].tag not in ("PRP", "DT", "PRP$", "CD")
        ):
            continue
        if tokens[start].lower in _LINKS or tokens[start].tag in ("VBN", "WDT", "WP"):
            continue
        mark = tokens[comma]
        yield Hit(Span(mark.start, mark.end), (";", ", and"))


def _with_object(tokens: Sequence[Token], start: int, at: int) -> bool:
    """Whether a participle after its subject has an object, and so is a past tense: "four ballots separated the two"."""
    return (
        tokens[at].tag == "VBN"
        and at > start
        and "VBD" in tokens[at].tags
        and tokens[at - 1].tag in NOUNS
        and at + 1 < len(tokens)
        and tokens[at + 1].tag in ("DT", "PRP$")
    )
