"""A noun that its company shows to be another word: "the fabric employs 400", "the overtaking of the brewery".

A table's row names the noun and what is meant, and then, each with its kind, the words that show it:

    factory / plant : subject employ close ; object build open ; before shoe car ; next worker gate ; of chocolate ; without silk

`object` are verbs whose object it is, `subject` verbs whose subject, `before` what describes it, `next` the noun that it describes,
`whose` the head that it stands after with "of", `owner` who stands before it with "'s"; `governor` a preposition before it. Every other
kind is a preposition after it, with the heads of its complement. With a word of `without` in the sentence the row is quiet. `@name` is any name, `@number` any number.
Swan and Smith, "Learner English"; "Longman Dictionary of Common Errors".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from editor.checks.registry import Hit, check, prepares
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.words import words
from editor.values import Span

_NOUNS = frozenset(["NN", "NNS"])
_NAMES = frozenset(["NNP", "NNPS"])
_DESCRIBING = frozenset(["NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "NNP", "NNPS", "CD", "HYPH"])
_DETERMINERS = frozenset(["DT", "PRP$", "PDT", "CD"])
_AFTER_NOUNS = frozenset(["IN", "TO", "VBZ", "VBD", "MD", ".", ",", "CC", "WDT", "WP"])
_BE = words("am is are was were be been being 's 're")
_HAVE = words("has have had having 've")
_RELATIVES = words("that which who")
_PARTICLES = words("out up down off over away")

Cells = Mapping[str, Sequence[tuple[tuple[str, ...], Mapping[str, frozenset[str]]]]]
Company = set[tuple[str, str]]


@prepares("company.nouns")
def _table(rule: Rule) -> Cells:
    """By noun: what each of its rows says is meant, and the words that show it by their kind."""
    table: dict[str, list[tuple[tuple[str, ...], dict[str, frozenset[str]]]]] = {}
    for noun, cell in rule.spec["map"].items():
        rights, _, shown = cell.partition(":")
        kinds = {}
        for each in shown.split(";"):
            kind, *members = each.split()
            kinds[kind] = frozenset(members)
        row = (tuple(right.strip() for right in rights.split("/")), kinds)
        table.setdefault(noun.split()[0], []).append(row)
    return table


@check("company.nouns")
def nouns(story: Story, rule: Rule) -> Iterator[Hit]:
    """A noun whose verb, adjective, head or complement goes with another noun."""
    table = _table(rule)
    for line in story.body:
        tokens = line.tagged
        for at, token in enumerate(tokens):
            rows = table.get(token.lower) or table.get(token.lemma)
            if rows is None or (token.tag not in _NOUNS and token.tag != "JJ"):
                continue
            company = company_of(tokens, at)
            if token.tag == "JJ" and not _stands_alone(tokens, at, company):
                continue
            for rights, kinds in rows:
                shown = any(word in kinds.get(kind, ()) for kind, word in company)
                without = kinds.get("without")
                if shown and not (
                    without and any(each.lemma in without or each.lower in without for each in tokens)
                ):
                    hit = _hit(tokens, at, rights)
                    if hit is not None:
                        yield hit
                    break


def _stands_alone(tokens: Sequence[Token], at: int, company: Company) -> bool:
    """Whether what the tagger took for an adjective is a noun: it stands before one, or after "the" and before none."""
    if any(kind == "next" for kind, _ in company):
        return True
    if at == 0 or at + 1 >= len(tokens) or tokens[at + 1].tag in _DESCRIBING:
        return False
    return tokens[at - 1].tag in _DETERMINERS | _DESCRIBING | {"POS"} and tokens[at + 1].tag in _AFTER_NOUNS


def company_of(tokens: Sequence[Token], at: int) -> Company:
    """What stands with the noun at `at`, as kind and word: ("object", "build"), ("before", "shoe"), ("of", "chocolate")."""
    found: Company = set()
    first = at
    while first > 0 and first > at - 4 and tokens[first - 1].tag in _DESCRIBING:
        first -= 1
        found |= {("before", tokens[first].lower), ("before", tokens[first].lemma)}
    after = at + 1
    if after < len(tokens) and tokens[after].tag in _NOUNS:
        while after + 1 < len(tokens) and tokens[after + 1].tag in _NOUNS:
            after += 1
        return found | {("next", tokens[after].lemma), ("next", tokens[after].lower)}
    if after < len(tokens) and (tokens[after].tag in _NAMES or tokens[after].text == "-"):
        return found
    found |= _before(tokens, first)
    if after < len(tokens) and tokens[after].tag in ("IN", "TO") and tokens[after].lower != "before":
        complement = phrase_at(tokens, after + 1, -1)
        if complement is not None:
            found |= {
                (tokens[after].lower, each) for each in _names(tokens, complement.start, complement.head)
            }
            after = complement.end
    return found | _verbs_after(tokens, after)


def _before(tokens: Sequence[Token], first: int) -> Company:
    """The owner, the verb, or the preposition and its head, before the noun phrase that begins at `first`."""
    if first > 1 and tokens[first - 1].tag == "POS":
        return {("owner", each) for each in _names(tokens, first - 2, first - 2)}
    while first > 0 and tokens[first - 1].tag in _DETERMINERS:
        first -= 1
    if first <= 0:
        return set()
    last = tokens[first - 1]
    if last.tag in ("IN", "TO"):
        found: Company = {("governor", last.lower)}
        if first > 1 and tokens[first - 2].tag in _NOUNS and last.lower == "of":
            found |= {("whose", tokens[first - 2].lemma), ("whose", tokens[first - 2].lower)}
        if first > 1 and tokens[first - 2].tag.startswith("VB"):
            found.add(("object", f"{tokens[first - 2].lemma}_{last.lower}"))
        return found
    if last.tag == "RP" and first > 1 and tokens[first - 2].tag.startswith("VB"):
        return {("object", f"{tokens[first - 2].lemma}_{last.lower}")}
    return {("object", last.lemma)} if last.tag.startswith("VB") else set()


def _names(tokens: Sequence[Token], start: int, head: int) -> set[str]:
    token = tokens[head]
    names = {token.lemma, token.lower}
    if token.tag in _NAMES:
        names.add("@name")
    if tokens[start].tag in ("CD", "$"):
        names.add("@number")
    return names


def _verbs_after(tokens: Sequence[Token], at: int) -> Company:
    """The verb that follows a noun: ("subject", "employ"), or in the passive ("object", "build")."""
    if at < len(tokens) and tokens[at].tag == ",":
        if at + 1 >= len(tokens) or tokens[at + 1].lower not in ("which", "who"):
            return set()
        at += 1
    if at < len(tokens) and tokens[at].lower in _RELATIVES:
        at += 1
    being = False
    while at < len(tokens) and (
        tokens[at].tag in ("MD", "RB") or tokens[at].lower in _BE or tokens[at].lower in _HAVE
    ):
        being = being or tokens[at].lower in _BE
        at += 1
    if at >= len(tokens) or not tokens[at].tag.startswith("VB"):
        return set()
    verb = tokens[at]
    lemma = verb.lemma
    if at + 1 < len(tokens) and tokens[at + 1].lower in _PARTICLES:
        lemma = f"{lemma}_{tokens[at + 1].lower}"
    if verb.tag != "VBN" or (tokens[at - 1].lower in _HAVE and not being):
        return {("subject", lemma)}
    # Without a form of "be" the past tense may be meant: "the fraction in the assembly split".
    return {("object", lemma)} if being else {("object", lemma), ("subject", lemma)}


def _hit(tokens: Sequence[Token], at: int, rights: Sequence[str]) -> Hit | None:
    token = tokens[at]
    options = []
    for right in rights:
        *lead, last = right.split(" ")
        form: str | None = last
        if token.tag == "NNS" and not right.endswith("="):
            form = lexicon.inflect(last, "NNS")
        if form is not None:
            options.append(" ".join([*lead, form]).removesuffix("="))
    if not options or options[0] == token.lower:
        return None
    begin = at
    if at and tokens[at - 1].lower in ("a", "an") and article(options[0]) != tokens[at - 1].lower:
        begin -= 1
        options = [f"{article(option)} {option}" for option in options]
    if tokens[begin].text[:1].isupper():
        options = [option[:1].upper() + option[1:] for option in options]
    return Hit(
        Span(tokens[begin].start, token.end),
        tuple(options),
        f"'{token.lower}' is another thing; what is meant here is '{rights[0].removesuffix('=')}'.",
    )
