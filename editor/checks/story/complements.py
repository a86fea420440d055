"""Complements that a verb, noun or adjective never takes in edited English; the table says which, and what it takes.

Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 14; Swan, "Practical English Usage".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import NamedTuple

from editor.checks.registry import Hit, check
from editor.once import for_each
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.complements import Frame, frames
from editor.text.gerunds import MODIFYING, TAKING
from editor.text.model import Token
from editor.text.phrases import TEMPORAL
from editor.text.words import words
from editor.values import Severity, Span

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
    "upon",
)
_OBJECTS = ("O", "H", "M", "R")
_NOMINATIVE = {"him": "he", "her": "she", "them": "they", "us": "we", "me": "I"}
_PERSONS = frozenset(
    [*_NOMINATIVE, "everyone", "everybody", "anyone", "anybody", "people", "someone", "somebody", "nobody"]
)
_DEGREES = words("too so enough such most very")
_DESPAIR = words("up lost lose loses losing no little all abandoned abandon")
# Who can be told or made to do something, and are no persons or are told of as a side.
_ACTING = words("sides both parties animals dogs horses cattle birds bees elephants cats journalists")
_LISTENERS = words("reporters journalists lawmakers parliament media reporter journalist")
# "Reluctant, saying"; "expected following the drought".
_LOOSE = words(
    "saying considering following pending regarding concerning including involving according citing adding given depending during being"
)
_SEEKING = words("want seek need offer plan demand require expect get receive give")
# Nouns too, but counted: they don't stand bare, so that here they are verbs.
_COUNTED = words(
    "deal return visit fight talk work compete live play start stop drive walk run fly travel perform race meet attack answer"
)
_LEARNING = words("hear know learn see find read note discover")
# Participles of opinion: "reported to have left" hangs on the noun before it.
_RAISING = words("consider report believe allow permit prohibit think acknowledge know confirm")
_OPENERS = frozenset(["DT", "PRP$", "PRP", "IN", "TO", "RB", "RP", ".", ",", "CD", "$", "CC", "NNP"])


class Row(NamedTuple):
    """What is wrong after a head and what is right: `who` is O, H or M for a frame with an object; `strict` for a starred frame;
    `asked` where a person must decide."""

    fix: str
    who: str
    strict: bool
    asked: bool = False


Table = Mapping[tuple[str, str], tuple[Row, ...]]


@check("complements.after")
def after(story: Story, rule: Rule) -> Iterator[Hit]:
    """A complement that its head never takes."""
    table, heads = _table(rule)
    actors = _actors(story.lists)
    for line in story.body:
        tokens = line.tagged
        for at in range(len(tokens) - 1):
            for frame in frames(tokens, at, heads):
                for row in table.get((frame.head, frame.shape), ()):
                    hit = _hit(story.text, tokens, frame, row, actors)
                    if hit is not None:
                        yield hit._replace(severity=Severity.QUERY) if row.asked else hit
                        break


@for_each
def _actors(lists: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """Who can be told to do something."""
    return lists["complements-actors"] | lists["confusions-people"] | _ACTING


@for_each
def _table(rule: Rule) -> tuple[Table, frozenset[str]]:
    """The rows of the rule's table by head and frame, and the heads."""
    found: dict[tuple[str, str], list[Row]] = {}
    for key, heads in rule.spec["map"].items():
        left, _, fix = key.partition(" > ")
        kind, _, frame = left.partition(" ")
        asked = fix.endswith("?")
        fix = fix.removesuffix("?").rstrip(" 234").strip()
        strict = "*" in frame
        parts = frame.replace("*", "").split()
        who = next((each for each in parts if each in _OBJECTS), "")
        shape = ["O" if each in _OBJECTS else each for each in parts]
        for preposition in _PREPOSITIONS if "P" in shape else ("",):
            filled = " ".join(preposition if each == "P" else each for each in shape)
            repaired = " ".join(preposition if each == "P" else each for each in fix.split())
            for head in heads.split():
                found.setdefault((f"{kind} {head}", filled), []).append(Row(repaired, who, strict, asked))
    return {key: tuple(rows) for key, rows in found.items()}, frozenset(head for head, _ in found)


def _hit(text: str, tokens: Sequence[Token], frame: Frame, row: Row, actors: Set[str]) -> Hit | None:
    if _free(tokens, frame) or (row.who and not _fits(tokens, frame, row.who, actors)):
        return None
    if (row.strict or row.fix == "to ing") and not _plain(tokens, frame):
        return None
    if row.fix == "that":
        return _clause(text, tokens, frame)
    if frame.shape == "O that" and row.fix == "infinitive":
        return _reported(tokens, frame)
    if frame.shape in ("O O", "O wh", "O that") and not row.fix.startswith("~"):
        return _added(tokens, frame, row.fix)
    if row.fix.startswith(("-", "+", "~")) or row.fix in ("will",) or frame.verb < 0:
        return _moved(text, tokens, frame, row.fix)
    first, verb = tokens[frame.start], tokens[frame.verb]
    hopeless = row.fix.endswith(" hopeless")
    if hopeless and tokens[frame.at - 1].lower not in _DESPAIR:
        return None
    row = row._replace(fix=row.fix.removesuffix(" hopeless"))
    if frame.shape == "O finite" and (verb.tag == "MD" or _finite_elsewhere(tokens, frame)):
        return None
    base = verb.lemma if verb.tag in ("VBG", "VBP", "VBZ", "VBD") else verb.lower
    if frame.shape.endswith("ing") and verb.tag != "VBG":
        base = next(iter(lexicon.lemmas(verb.text, "VBG")), base)
    form = lexicon.inflect(base, "VBG") if row.fix.endswith("ing") else base
    if form is None:
        return None
    between = [
        each.text for each in tokens[frame.start : frame.verb] if each.tag == "RB" and each.lower != "to"
    ]
    lead = row.fix.removesuffix("ing").removesuffix("bare").strip()
    negative = [each for each in between if each.lower() == "not"]
    rest = [each for each in between if each.lower() != "not"]
    # "not to pay", "to quickly pay", "in not paying".
    words = [*negative, lead, *rest, form] if lead == "to" else [lead, *between, form]
    fixed = " ".join(each for each in words if each)
    head = tokens[frame.at].lower
    return Hit(Span(first.start, verb.end), (fixed,), f"'{head.capitalize()}' goes with '{fixed}' here.")


def _free(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether something else than the head rules the complement, or the reading is not sure."""
    return (
        _degree(tokens, frame)
        or _hidden_verb(tokens, frame)
        or _idle(tokens, frame)
        or _raised(tokens, frame)
        or (frame.object >= 0 and _loaded(tokens, frame))
        or (frame.shape.endswith("that") and not _opens_clause(tokens, frame))
    )


def _hidden_verb(tokens: Sequence[Token], frame: Frame) -> bool:
    """ "Would help smash people smuggling gangs": the bare verb was taken for a noun."""
    return (
        frame.head == "verb help"
        and frame.shape == "O ing"
        and "VB" in lexicon.tags(tokens[frame.at + 1].lower)
        and tokens[frame.at + 1].tag == "NN"
    )


def _degree(tokens: Sequence[Token], frame: Frame) -> bool:
    """ "Too busy to", "old enough to"; of an adjective also with an adverb between."""
    at = frame.at
    if any(each.lower in ("enough", "too") for each in tokens[at + 1 : frame.start]):
        return True
    if not frame.head.startswith("adjective"):
        return False
    return frame.start > at + 1 or any(each.lower in _DEGREES for each in tokens[max(0, at - 3) : at + 2])


def _idle(tokens: Sequence[Token], frame: Frame) -> bool:
    """Verbs that hang loosely on a clause or make a set phrase: "expected following the storm", "recall to mind"."""
    if frame.verb < 0:
        return False
    verb = tokens[frame.verb].lower
    if verb == "being" and tokens[frame.at].lemma in ("pretend", "refuse", "hope", "want", "afford"):
        return False
    if verb in _LOOSE or verb == "mind" or (verb == "writing" and tokens[frame.verb - 1].lower == "in"):
        return True
    if frame.shape in ("bare", "O bare") and verb in ("be", "know", "present"):
        return True
    if frame.shape == "O bare" and tokens[frame.start - 1].lower in ("we", "i", "they", "he", "she"):
        return True
    if frame.head == "adjective interested" and verb in _LEARNING:
        return True
    if frame.head in ("passive suspect", "passive suggest") and verb == "be":
        return True
    return (
        frame.head.startswith("noun")
        and frame.shape == "to"
        and verb == "be"
        and frame.verb + 1 < len(tokens)
        and tokens[frame.verb + 1].tag == "VBN"
    )


def _raised(tokens: Sequence[Token], frame: Frame) -> bool:
    """ "Companies reported to have left", "what it considers to be fair"."""
    head = tokens[frame.at]
    if head.lemma not in _RAISING or frame.shape != "to":
        return False
    before = tokens[frame.at - 1] if frame.at else None
    if head.tag == "VBD" and "VBN" in head.tags and not (before is not None and before.tag == "PRP"):
        return head.lemma not in ("allow", "permit", "prohibit") or _another(tokens, frame.end)
    return tokens[frame.verb].lower in ("be", "have") and any(
        each.tag in ("WP", "WDT") for each in tokens[max(0, frame.at - 7) : frame.at]
    )


def _another(tokens: Sequence[Token], at: int) -> bool:
    """Whether another finite verb follows from `at` on in the same clause, so that the head may be a participle."""
    for token in tokens[at:]:
        if token.tag in (",", ".", ":", "CC", "WDT", "WP", "WRB") or token.lower in (
            "before",
            "after",
            "when",
            "because",
            "until",
            "while",
        ):
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def _loaded(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the object holds a verb or a preposition of its own, or is no object: "accused her of urging them to"."""
    if frame.shape == "O ing" and _later(tokens, frame):
        return True
    inside = tokens[frame.object : frame.start]
    if frame.verb >= 0:
        if any(each.tag in ("VBG", "VBN") for each in inside):
            return True
        if frame.shape.startswith("O of") and any(each.lower == "of" for each in inside):
            return True
    return any(each.lemma.lower() in TEMPORAL for each in inside)


def _later(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the object's -ing form may hang on it, as an infinitive or a verb comes later: "force firms making toys to pay"."""
    pronoun = frame.start == frame.object + 1 and tokens[frame.object].tag == "PRP"
    if pronoun:
        return False
    for at in range(frame.end, len(tokens)):
        token = tokens[at]
        # "Obliges landlords installing detectors and to test them": the second infinitive is joined to the form in -ing.
        if token.lower in ("and", "or") and at + 1 < len(tokens) and tokens[at + 1].lower == "to":
            return False
        if (
            token.text == ","
            or token.tag in ("WDT", "WP", "WRB", ":")
            or token.lower in ("because", "after", "when", "where", "if")
        ):
            return False
        if token.lower in ("before", "while", "by", "since", "until", "as"):
            return False
        if token.lower == "for" and at + 1 < len(tokens) and tokens[at + 1].tag == "VBG":
            return True
        if token.tag in ("VBD", "VBZ", "VBP", "MD") or (token.tag == "VB" and tokens[at - 1].lower == "to"):
            return True
    return False


def _opens_clause(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the "that" of the frame begins a clause with a subject and a verb."""
    that = tokens[frame.start]
    if that.tag != "IN" or frame.start + 2 >= len(tokens):
        return False
    subject = tokens[frame.start + 1]
    if subject.tag not in ("PRP", "DT", "PRP$", "NNS", "NNP", "CD", "EX", "JJ") and not (
        frame.object >= 0 and subject.tag in ("NN", "VBG")
    ):
        return False
    if frame.shape == "that":
        head, before = tokens[frame.at], tokens[frame.at - 1] if frame.at else None
        if head.tag != "VBD" or before is None or before.tag not in ("NN", "NNS", "NNP", "PRP", "RB"):
            return False
    return any(each.tag in ("VBD", "VBZ", "VBP", "MD") for each in tokens[frame.start + 2 : frame.start + 12])


def _fits(tokens: Sequence[Token], frame: Frame, who: str, actors: Set[str]) -> bool:
    """Whether the object is what the row asks for."""
    if who == "O":
        return True
    first = tokens[frame.object]
    if first.tag == "PRP" and frame.object + 1 <= frame.start:
        return first.lower in ("him", "them", "us", "me", "her") or (who == "H" and first.lower == "you")
    if who == "M":
        return False
    if who == "R":
        return frame.start <= frame.object + 2 and tokens[frame.start - 1].lower in _LISTENERS
    end = frame.start
    while end > frame.object and tokens[end - 1].tag not in ("NN", "NNS", "NNP", "NNPS"):
        end -= 1
    if end == frame.object:
        return first.lower in _PERSONS
    # The head of the first phrase: "the leaders of the party".
    head = next(
        (
            at - 1
            for at in range(frame.object + 1, end + 1)
            if at == end or tokens[at].lower in ("of", "and", "or")
        ),
        end - 1,
    )
    word = tokens[head]
    return (
        word.tag in ("NNP", "NNPS")
        or word.lemma.lower() in actors
        or word.lower in actors
        or word.lower in _PERSONS
    )


def _plain(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the complement's verb can be nothing but a verb here."""
    if frame.verb < 0:
        return True
    verb = tokens[frame.verb]
    after = tokens[frame.verb + 1] if frame.verb + 1 < len(tokens) else None
    if frame.shape.endswith("ing") and verb.tag != "VBG":
        # Taken for a noun by the tagger, not by what stands around it.
        return tokens[frame.at].lemma not in _SEEKING or (after is not None and after.tag in ("DT", "PRP$"))
    follows = after is None or after.tag in _OPENERS
    if verb.tag == "VBG":
        if (
            "NN" in verb.tags
            and after is not None
            and after.tag == "IN"
            and (frame.head.startswith("noun") or tokens[frame.at].lemma in _SEEKING)
        ):
            return False
        if frame.head.startswith("passive"):
            return True
        if verb.lemma in TAKING and tokens[frame.at].lemma not in _SEEKING:
            return True
        if after is not None and after.tag in ("NN", "NNS", "JJ"):
            return verb.lower not in MODIFYING and ("NN" not in verb.tags or verb.lemma in TAKING)
        return follows and not (after is not None and after.tag in ("CC", ",") and "NN" in verb.tags)
    if (
        after is not None
        and after.tag in ("IN", "TO", "RB", "RP")
        and verb.lower in _COUNTED
        and tokens[frame.at].lower
        in ("accustomed", "forward", "look", "looks", "looked", "looking", "used", "opposed", "committed")
    ):
        return True
    if (
        after is not None
        and verb.lemma in TAKING
        and tokens[frame.at].lower in ("committed", "accustomed", "opposed", "dedicated", "used", "objected")
        and after.tag in ("NNS", "JJ", "CD", "$")
    ):
        return True
    if after is not None and after.tag == "RP" and frame.shape == "to":
        return True
    # "Ordered passengers jump into": after a plural the tagger itself reads a verb.
    if (
        verb.tag == "VBP"
        and frame.object >= 0
        and tokens[frame.start - 1].tag == "NNS"
        and after is not None
        and after.tag in ("IN", "RP", "DT", "PRP$")
    ):
        return True
    if not verb.tags & {"NN", "JJ", "JJR", "NNS", "VBN", "VBD", "RB", "IN"}:
        return True
    return after is not None and (
        after.tag in ("DT", "PRP$")
        or after.lower in ("him", "them", "it", "us", "me")
        or (after.lower == "that" and after.tag == "IN")
    )


def _clause(text: str, tokens: Sequence[Token], frame: Frame) -> Hit | None:
    """ "Suggested him to leave" as "suggested that he leave"."""
    thing, verb = tokens[frame.object], tokens[frame.verb]
    last = tokens[frame.start - 1]
    if thing.lower in ("a", "an") or (last.tag == "NNP" and thing.tag == "DT" and thing.lower != "the"):
        return None
    if frame.start == frame.object + 1:
        subject = _NOMINATIVE.get(thing.lower, thing.text)
    else:
        subject = text[thing.start : last.end]
    between = " ".join(each.text for each in tokens[frame.start : frame.verb] if each.lower != "to")
    first = tokens[frame.object - 1] if frame.shape.startswith("to O") else thing
    head = tokens[frame.at]
    fixed = " ".join(each for each in ("that", subject, between, verb.text) if each)
    message = f"Write '{head.lower} {fixed}'."
    if tokens[frame.at + 1] is first:
        # With the verb, in whose place another may be meant: "suggested ministers to pay" is "urged ministers to pay" too.
        return Hit(Span(head.start, verb.end), (f"{head.text} {fixed}",), message)
    return Hit(Span(first.start, verb.end), (fixed,), message)


def _reported(tokens: Sequence[Token], frame: Frame) -> Hit | None:
    """ "Asked her that she invent invoices" as "asked her to invent invoices"."""
    subject = frame.start + 1
    verb = subject + 1
    if tokens[subject].lower not in ("he", "she", "it", "they", "we"):
        return None
    if verb < len(tokens) and tokens[verb].tag == "MD":
        verb += 1
    if (
        verb >= len(tokens)
        or tokens[verb].tag not in ("VB", "VBP", "VBZ")
        or tokens[verb].lower in ("is", "are", "am")
    ):
        return None
    fixed = f"to {tokens[verb].lemma}"
    head = tokens[frame.at].lower.capitalize()
    return Hit(
        Span(tokens[frame.start].start, tokens[verb].end), (fixed,), f"'{head}' goes with '{fixed}' here."
    )


def _finite_elsewhere(tokens: Sequence[Token], frame: Frame) -> bool:
    """Whether the finite verb may belong to another clause: "the man he wants leads", "what they want is"."""
    before = tokens[max(0, frame.at - 8) : frame.at]
    if any(
        each.tag in ("WP", "WDT", "WRB") or each.lower in ("that", "than", "as", "all") for each in before
    ):
        return True
    verb = tokens[frame.verb]
    thing = tokens[frame.start - 1]
    if "VBN" in verb.tags or verb.lower in ("have", "do"):
        return True
    # The verb must agree with the object: "wants the exchange improves".
    if verb.tag == "VBP":
        return thing.tag not in ("NNS", "NNPS") or bool(verb.tags & {"NN", "JJ"})
    return thing.tag in ("NNS", "NNPS") or (
        verb.tag == "VBZ"
        and "NNS" in verb.tags
        and frame.start + 1 < len(tokens)
        and tokens[frame.start + 1].tag not in ("DT", "PRP$", "IN", "PRP")
    )


def _added(tokens: Sequence[Token], frame: Frame, word: str) -> Hit | None:
    """A preposition before the second object, or before the first where the verb takes "to"."""
    head = tokens[frame.at]
    thing = tokens[frame.object]
    if frame.shape == "O O" and thing.lower == "her" and frame.start == frame.object + 1:
        return None
    if word == "to":
        fix, start = f"to {thing.text}", thing.start
        if frame.object == frame.at + 1:
            # With the verb, in whose place another may be meant: "explained them how" is "told them how" too.
            fix, start = f"{head.text} {fix}", head.start
        return Hit(
            Span(start, thing.end), (fix,), f"'{head.lower.capitalize()}' needs 'to' before the person told."
        )
    after = tokens[frame.start]
    if any(
        each.tag in ("VBD", "VBZ", "VBP", "MD") for each in tokens[frame.start : frame.start + 7]
    ) or after.lower in ("last", "such", "next"):
        return None
    if frame.start + 1 < len(tokens) and after.lower in ("that", "this", "all", "each", "both"):
        return None
    return Hit(
        Span(after.start, after.end),
        (f"{word} {after.text}",),
        f"'{head.lower.capitalize()}' reaches the thing through '{word}'.",
    )


def _moved(text: str, tokens: Sequence[Token], frame: Frame, fix: str) -> Hit | None:
    head = tokens[frame.at]
    if frame.shape == "to O" and head.lower in ("thanks", "warning", "blame"):
        return None
    if fix == "-to":
        to = tokens[frame.object - 1]
        return Hit(
            Span(head.end, to.end), ("",), f"'{head.lower.capitalize()}' takes its object without 'to'."
        )
    if fix == "will":
        to = tokens[frame.start]
        return Hit(
            Span(to.start, to.end), ("will",), f"'{head.lower.capitalize()}' takes a clause: '... will ...'."
        )
    if fix.startswith("~"):
        form = lexicon.inflect(fix[1:], head.tag)
        if form is None:
            return None
        return Hit(Span(head.start, head.end), (form,), f"'{form.capitalize()}' fits here.")
    word = fix.lstrip("+")
    thing = tokens[frame.object]
    return Hit(
        Span(thing.start, thing.end),
        (f"{word} {thing.text}",),
        f"'{head.lower.capitalize()}' needs '{word}' before its object.",
    )
