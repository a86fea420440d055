"""Words that keep company: the verb that goes with a noun, the adjective before it, the adverb before a participle.

Benson, Benson and Ilson, "The BBI Combinatory Dictionary of English"; "Oxford Collocations Dictionary".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check
from editor.checks.story.companions import Cell, Choice, Table, choice_for, fitting, table_of
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.roles import DATED, Role, farther, object_of, phrasal_object, subject, voice
from editor.values import Span

_NOUNS = frozenset(["NN", "NNS"])
# Before two nouns these may be the first one's: "a large van speed away".
_COMMON = frozenset(
    ["big", "large", "small", "little", "great", "high", "low", "quick", "fast", "hard", "long", "tall", "short", "many",
     "much", "few", "near", "narrow", "tight", "hot", "light", "weak", "dead", "common", "mutual", "false", "wrong"]
)  # fmt: skip
# Of the others, "biggest" and "higher" are right where "big" and "high" are not: "of the highest importance".
_COMPARED = frozenset(["strong", "hard", "thick", "tight", "crowded", "tall", "ugly", "crowd"])
_GROWING = frozenset(["rise", "grow", "win", "lose", "fail", "fall", "sink", "descend"])
_LINKS = frozenset(["be", "become", "remain", "seem", "stay", "get"])
_END = frozenset([".", ",", ":", "CC", "IN", "TO", "''", ")", "WDT", "WRB", "RB"])
_INVERTING = frozenset(
    ["nor", "neither", "so", "than", "as", "then", "what", "how", "why", "where", "when", "only", "which"]
)
_PLACES = frozenset(
    [
        "in",
        "into",
        "on",
        "onto",
        "to",
        "before",
        "at",
        "first",
        "under",
        "behind",
        "above",
        "ahead",
        "between",
        "through",
    ]
)
_SAYABLE = frozenset(["a", "an", "some", "many", "several", "two", "three", "few", "no"])
_TIMELY = frozenset(["all", "this", "last", "every", "today", "yesterday", "enough"])
_OWNING = frozenset(["PRP$", "POS"])
_DEFINITE = frozenset(["the", "those", "these", "a", "an"])
_CLAUSAL = frozenset(["PRP", "PRP$", "EX", "NNP", "NN", "NNS", "DT", "CD", "JJ"])
_MODIFIED = frozenset(["JJ", "JJR", "VBN", "VBG", "VBD", "RB", "RBR", "NN", "NNS"])


@check("collocations.objects")
def objects(story: Story, rule: Rule) -> Iterator[Hit]:
    """A verb that does not go with its object: "did a mistake", "a speech was pronounced"."""
    table = table_of(rule)
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.tag[:2] != "VB" or (token.tag == "VBG" and at and tokens[at - 1].tag in _OWNING):
                # "Its founding families".
                continue
            if at and token.text[0].isupper() and tokens[at - 1].text != '"' and not token.text.isupper():
                # "The Making Decisions Alliance": a word of a name.
                continue
            end, by_noun = _row(table, tokens, at)
            if by_noun is None:
                continue
            role = phrasal_object(tokens, at) if end > at + 1 else object_of(tokens, at)
            if (
                role is None
                or _named(tokens, role.noun)
                or _supports(tokens, role)
                or _describes(tokens, role)
                or _compound(tokens, role)
            ):
                continue
            choice = choice_for(story, by_noun, tokens, role.noun, role.after)
            if choice is None and (head := farther(tokens, role)) is not None:
                role = head
                choice = choice_for(story, by_noun, tokens, role.noun, role.after)
            if choice is not None and not _placed(tokens, role, choice):
                yield from _verb(tokens[at:end], choice, tokens[role.noun])


def _named(tokens: Sequence[Token], noun: int) -> bool:
    """Whether a noun is a word of a name: "took the Rally of Wales lead"."""
    return noun > 0 and tokens[noun].tag == "NNP" and tokens[noun - 1].tag == "DT"


@check("collocations.subjects")
def subjects(story: Story, rule: Rule) -> Iterator[Hit]:
    """A verb that does not go with its subject: "the river raised", "the blast sounded"."""
    table = table_of(rule)
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.tag[:2] != "VB" or at + 1 >= len(tokens):
                continue
            end, by_noun = _row(table, tokens, at)
            if by_noun is None or end >= len(tokens):
                continue
            stands = voice(tokens, at)
            if stands == "passive" or (token.tag == "VBN" and stands == "plain" and _goes_on(tokens, at + 1)):
                continue
            noun = subject(tokens, at)
            if noun is None:
                continue
            choice = choice_for(story, by_noun, tokens, noun, end)
            if choice is not None:
                tag = "VBD" if token.tag == "VBN" and stands == "plain" else token.tag
                yield from _verb(tokens[at:end], choice, tokens[noun], tag)


@check("collocations.adjectives")
def adjectives(story: Story, rule: Rule) -> Iterator[Hit]:
    """An adjective that does not go with its noun: "strong rain", "prices are expensive"."""
    table = table_of(rule)
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            by_word = table.get(token.lemma) or table.get(token.lower)
            if by_word is None or token.tag not in ("JJ", "JJR", "JJS", "RB", "RBR", "VBN"):
                continue
            noun = _modified(tokens, at)
            after = noun + 1 if noun is not None else at + 1
            said = ["@pred" if noun is None else "@attr"]
            if noun is None:
                noun = _predicated(tokens, at)
            if noun is None:
                continue
            if tokens[noun].tag == "NNS":
                said.append("@plural")
            if noun == at + 1:
                said.append("@next")
            degree = tokens[at - 1].lower if at else ""
            plain = token.tag in ("JJ", "VBN", "RB") and degree not in ("more", "most")
            if plain:
                said.append("@plain")
            elif token.lemma not in _COMPARED:
                continue
            choice = choice_for(story, by_word, tokens, noun, after, frozenset(said))
            if choice is not None and ("@attr" in said or "@pred" in choice.after):
                yield from _adjective(tokens, at, choice, tokens[noun])


@check("collocations.adverbs")
def adverbs(story: Story, rule: Rule) -> Iterator[Hit]:
    """An adverb that does not go with its verb or adjective: "strongly injured", "hardly wounded"."""
    table = table_of(rule)
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            by_word = table.get(token.lower)
            if by_word is None or token.tag not in ("RB", "RBR", "JJ", "IN"):
                continue
            for head in (at + 1, at - 1):
                if not 0 <= head < len(tokens) or (
                    head < at and at + 1 < len(tokens) and tokens[at + 1].tag in _MODIFIED
                ):
                    continue
                choices = [*by_word.get(tokens[head].lower, ()), *by_word.get(f"@{tokens[head].lemma}", ())]
                if tokens[head].tag[:2] not in ("VB", "JJ", "NN") or (tokens[head].tag == "NN" and head < at):
                    continue
                if head < at and not tokens[head].tag.startswith("VB"):
                    continue
                choice = fitting(choices, tokens, at + 1, frozenset(["@after"] if head < at else ()))
                if choice is not None:
                    yield Hit(
                        Span(token.start, token.end),
                        tuple(_cased(right, token) for right in choice.right),
                        f"With '{tokens[head].lower}' one says '{choice.right[0]}', not '{token.lower}'.",
                    )
                    break


def _row(table: Table, tokens: Sequence[Token], at: int) -> tuple[int, Mapping[str, Sequence[Cell]] | None]:
    """Where the verb at `at` ends, with its particle where the table has one, and what the table says of it by noun."""
    verb = tokens[at].lemma
    if at + 1 < len(tokens):
        phrasal = table.get(f"{verb}_{tokens[at + 1].lower}")
        if phrasal is not None:
            return at + 2, phrasal
    # Of a word that isn't English the lemma may lack its "e": "individuated".
    return at + 1, table.get(verb) or table.get(f"{verb}e")


def _compound(tokens: Sequence[Token], role: Role) -> bool:
    """Whether the noun only leads another that was taken for a verb: "bring war crimes suspects to"."""
    after = tokens[role.noun + 1] if role.noun + 1 < len(tokens) else None
    return (
        after is not None
        and after.tag == "VBZ"
        and "NNS" in after.tags
        and tokens[role.noun].tag == "NNS"
        and role.noun > role.verb
    )


def _supports(tokens: Sequence[Token], role: Role) -> bool:
    """Whether "do" only helps another verb: "did the talks fail", "nor does the study say"."""
    verb = tokens[role.verb]
    if verb.lemma != "do" or role.passive:
        return False
    before = tokens[role.verb - 1] if role.verb else None
    if before and before.tag in ("NNP", "NNPS") and verb.lower == "do":
        return True
    if tokens[role.verb + 1].lower in ("n't", "not"):
        return True
    if role.verb > 1 and tokens[role.verb - 2].lower in ("as", "than", "like"):
        return True
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    if before and before.lower in _INVERTING:
        return True
    if "VB" in tokens[role.verb + 1].tags and tokens[role.verb + 1].tag in ("NN", "NNS"):
        return True
    return any(
        tokens[at].tag in ("VB", "VBP") and tokens[at - 1].tag != "TO"
        for at in range(role.after, min(len(tokens), role.after + 6))
    )


def _placed(tokens: Sequence[Token], role: Role, choice: Choice) -> bool:
    """Whether a thing is only put somewhere, "put the plan before the court", or speaks itself, "said the report"."""
    verb = tokens[role.verb].lemma
    if verb in ("say", "tell") and "that" not in choice.after:
        return role.passive or tokens[role.start].lower not in _SAYABLE or _goes_on(tokens, role.after)
    if "that" in choice.after and tokens[role.after : role.after + 1] and tokens[role.after].lower == "that":
        # "Said the men that", "remembered the friends that he lost": the clause is the noun's.
        return tokens[role.start].lower in _DEFINITE or tokens[role.after + 1].tag not in _CLAUSAL
    return (
        verb == "put"
        and not choice.after
        and role.after < len(tokens)
        and tokens[role.after].lower in _PLACES
        and not (role.after + 1 < len(tokens) and tokens[role.after + 1].lower in DATED)
    )


def _describes(tokens: Sequence[Token], role: Role) -> bool:
    """Whether the verb is but an adjective of the noun: "rising prices", "the losing team"."""
    verb = tokens[role.verb]
    if verb.tag != "VBG" or role.passive or tokens[role.verb + 1].tag in ("DT", "PRP$"):
        return False
    return verb.lemma in _GROWING or (
        role.verb > 0 and tokens[role.verb - 1].tag in ("NN", "NNS", "JJ", "NNP", "POS", "MD")
    )


def _goes_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether the clause has a finite verb from `at` on, so that the participle before was not its verb."""
    for token in tokens[at:]:
        if token.tag in (",", ":", "."):
            return False
        if token.tag in ("VBD", "VBZ", "VBP", "MD"):
            return True
    return False


def _verb(wrong: Sequence[Token], choice: Choice, noun: Token, tag: str | None = None) -> Iterator[Hit]:
    """What to write instead of a verb, or of a verb and its particle."""
    verb = wrong[0]
    rights = []
    for right in choice.right:
        first, _, rest = right.partition(" ")
        form = lexicon.inflect(first, tag or verb.tag)
        if form is not None:
            rights.append(_cased(f"{form} {rest}".strip(), verb))
    if rights:
        said = " ".join([verb.lemma, *(each.lower for each in wrong[1:])])
        yield Hit(
            Span(verb.start, wrong[-1].end),
            tuple(rights),
            f"With '{noun.lower}' the verb is '{' or '.join(choice.right)}', not '{said}'.",
        )


def _modified(tokens: Sequence[Token], at: int) -> int | None:
    """The noun that the adjective at `at` stands before, past other adjectives; None where there is none."""
    if at and (tokens[at - 1].tag in ("NNS", "WRB") or tokens[at - 1].lower == "how"):
        return None
    head = at + 1
    while head < len(tokens) and tokens[head].tag in ("JJ", "VBN", "VBG") and head < at + 3:
        head += 1
    if head >= len(tokens) or tokens[head].tag not in _NOUNS:
        return None
    while head + 1 < len(tokens) and tokens[head + 1].tag in _NOUNS:
        if tokens[at].lemma in _COMMON:
            return None
        head += 1
    if head + 1 < len(tokens) and (tokens[head + 1].tag in ("POS", "NNP") or tokens[head + 1].text == "-"):
        return None
    return head


def _predicated(tokens: Sequence[Token], at: int) -> int | None:
    """The subject that the adjective at `at` is said of: "the rents were too expensive"."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following and following.tag not in _END | {"CD", "NNP"} and following.lower not in _TIMELY:
        return None
    verb = at - 1
    while verb > 0 and (
        tokens[verb].tag in ("RB", "RBR", "RBS") or tokens[verb].lower in ("n't", "so", "too", "as", "that")
    ):
        verb -= 1
    if verb <= 0 or tokens[verb].lemma not in _LINKS or not tokens[verb].tag.startswith("VB"):
        return None
    return subject(tokens, verb)


def _adjective(tokens: Sequence[Token], at: int, choice: Choice, noun: Token) -> Iterator[Hit]:
    token = tokens[at]
    begin = at
    more = at > 0 and tokens[at - 1].lower in ("more", "most") and token.tag not in ("JJR", "JJS")
    degree = {"more": "JJR", "most": "JJS"}[tokens[at - 1].lower] if more else token.tag
    degree = {"RBR": "JJR", "RB": "JJ", "VBN": "JJ"}.get(degree, degree)
    if more:
        begin = at - 1
    rights = [_graded(right, degree) for right in choice.right]
    determiner = begin > 0 and tokens[begin - 1].lower in ("a", "an")
    if determiner and any(article(right) != tokens[begin - 1].lower for right in rights):
        begin -= 1
        rights = [f"{article(right)} {right}" for right in rights]
    yield Hit(
        Span(tokens[begin].start, token.end),
        tuple(_cased(right, tokens[begin]) for right in rights),
        f"With '{noun.lower}' one says '{choice.right[0]}', not '{token.lower}'.",
    )


def _graded(adjective: str, degree: str) -> str:
    if degree == "JJ" or " " in adjective:
        return adjective
    return (
        _SHORT.get(adjective, ("", ""))[degree == "JJS"]
        or f"{'more' if degree == 'JJR' else 'most'} {adjective}"
    )


_SHORT = {
    "heavy": ("heavier", "heaviest"), "strong": ("stronger", "strongest"), "high": ("higher", "highest"),
    "low": ("lower", "lowest"), "large": ("larger", "largest"), "small": ("smaller", "smallest"),
    "great": ("greater", "greatest"), "deep": ("deeper", "deepest"), "close": ("closer", "closest"),
    "tall": ("taller", "tallest"), "thick": ("thicker", "thickest"), "wide": ("wider", "widest"),
    "hard": ("harder", "hardest"), "fast": ("faster", "fastest"), "quick": ("quicker", "quickest"),
    "big": ("bigger", "biggest"), "bad": ("worse", "worst"), "good": ("better", "best"),
    "cheap": ("cheaper", "cheapest"), "long": ("longer", "longest"), "short": ("shorter", "shortest"),
    "tough": ("tougher", "toughest"), "harsh": ("harsher", "harshest"), "sharp": ("sharper", "sharpest"),
    "loud": ("louder", "loudest"), "bright": ("brighter", "brightest"), "narrow": ("narrower", "narrowest"),
    "slow": ("slower", "slowest"), "weak": ("weaker", "weakest"), "poor": ("poorer", "poorest"),
    "old": ("older", "oldest"), "young": ("younger", "youngest"), "dense": ("denser", "densest"),
    "light": ("lighter", "lightest"), "rich": ("richer", "richest"), "fierce": ("fiercer", "fiercest"),
}  # fmt: skip


def _cased(words: str, token: Token) -> str:
    return words[:1].upper() + words[1:] if token.text[:1].isupper() else words
