"""Articles that don't go with their noun: by its sound, by its number, because it is not counted, or because it is a name.

After Huddleston and Pullum, "The Cambridge Grammar of the English Language", chapter 5, sections 3 and 8.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from editor.checks.registry import Hit, check
from editor.rulebook.model import Rule
from editor.story import Story
from editor.text import lexicon
from editor.text.articles import article
from editor.text.model import Token
from editor.text.persons import person
from editor.text.tagset import DEMONYMS
from editor.text.words import words
from editor.values import Severity, Span

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_NAMES = frozenset(["NNP", "NNPS"])
_MODIFIERS = frozenset(["JJ", "VBN", "VBG", "NN", "NNP", "JJR"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_ABOVE_ONE = frozenset(["CD", "$", "POS", "PRP$", "DT"])

# The first sound is settled by usage that differs, or the first syllable is weak.
_EITHER_SOUND = re.compile(
    r"(?:histor|hotel|heredit|habitu|hyster|horr|heroi|halluc|hypn|harmon|herb|homage|hallo|hispan|hilar|hypoth|hosanna)"
)
# Words that no lexicon knows but whose first letters leave no doubt: "hourlong", "atmospherically", "crypto".
_SOUND_AS_SPELT = re.compile(r"hour|honor|honour|[aibcdfgklmnpqrstvwz][a-z]{3}")
_SPELT_OUT = words(
    "FBI NGO NGOs MP MPs SMS MRI HIV LNG NBA NFL NHL NHS MBA LGBT LGBTQ SUV RPG XML SOS FM MEP NYPD LPG FDA FCC FSB FAQ"
)
_U_NAMES = words(
    "ukrainian ugandan uruguayan us u.s. un u.n. uk u.k. union united university european euro eurozone usb unesco"
)
_YEARS = re.compile(r"1[18]\d\d(?!\d)|1,[18]\d\d|[18]$")


@check("determiners.sound")
def sound(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "a" before a vowel sound and "an" before a consonant."""
    for line in story.body:
        tokens = line.words
        for at, token in enumerate(tokens[:-1]):
            if token.lower not in ("a", "an") or (token.text == "A" and at):
                continue
            word = tokens[at + 1]
            if not word.space or not (token.space or at == 0) or not _sound_is_sure(word):
                continue
            right = article(word.text)
            if right == token.lower or (token.text.isupper() and len(token.text) > 1):
                continue
            if (
                token.lower == "a"
                and at
                and tokens[at - 1].text[:1].isupper()
                and word.text[:1].isupper()
                and at > 1
            ) and not lexicon.knows(word.lower):
                continue
            yield Hit(
                Span(token.start, token.end), (right.capitalize() if token.text[0].isupper() else right,)
            )


def _sound_is_sure(word: Token) -> bool:
    text, lower = word.text, word.lower
    if text[0].isdigit():
        return not _YEARS.match(text)
    if not text[0].isalpha():
        return False
    letters = text.replace(".", "").split("-")[0]
    if letters.isupper() and len(letters) > 1:
        return letters in _SPELT_OUT or letters[0] in "BCDGJKPQTVWYZAIO" or lower in _U_NAMES
    if len(letters) == 1:
        return "-" in text
    if any(letter.isupper() for letter in text[1:].split("-")[0]):
        return False
    if text[0].isupper() and text[0] in "UEYHO" and lower not in _U_NAMES and text not in DEMONYMS:
        return False
    if _EITHER_SOUND.match(lower):
        return False
    return (
        lexicon.knows(lower)
        or lexicon.knows(lower.split("-")[0])
        or (text[0].isupper() and text[0] not in "UEYHOA" and len(text) > 3)
        or bool(_SOUND_AS_SPELT.match(text))
    )


# Words with a form alike for both numbers, or that stand for an amount, after which a plural may come.
_AMOUNTS = words("""few many lot lots dozen hundred thousand million billion trillion couple record total further good great whopping staggering mere full
    minimum maximum estimated additional average half quarter third several half-dozen little bit""")
_ALIKE = words("""means series species headquarters crossroads barracks gallows aircraft works news innings corps politics economics mathematics
    physics athletics gymnastics ethics plus minus lens bus gas pass class chess mess bonus virus census campus genius crisis basis
    analysis thesis oasis chaos cosmos shambles sweepstakes rendezvous chassis debris billiards darts links glass press loss cross
    grand pounds data media kudos others yes ones others pros cons thanks overseas downstairs upstairs always sometimes hers sans sports
    arms customs sales savings goods parks communications operations admissions systems heads resources kms summons s biceps bellows
    thumbs mews ins outs ups downs whereabouts us states united forces amends odds diabetes measles logistics""")
_ORDINALS = words("first second third fourth fifth sixth seventh eighth ninth tenth single new")
_TOGETHER = words("""talk negotiation consultation relation tie sanction riot effort measure reform casualty detail condolence discussion elections fund
    repair hostility troop earning resource congratulation preparation concession clash demonstration regulation tension""")
_TIMES = words("second minute hour day week month year decade century")


@check("determiners.plural")
def plural(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "a" or "an" whose noun is a plural."""
    for line in story.body:
        if not any(each.lower in ("a", "an") for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lower not in ("a", "an") or token.tag != "DT" or (at and token.text == "A"):
                continue
            if at and tokens[at - 1].lower in (
                "many",
                "what",
                "not",
                "times",
                "quite",
                "half",
                "rather",
                "à",
            ):
                continue
            head = _plural_head(tokens, at)
            if head is None:
                continue
            noun = tokens[head]
            one = lexicon.inflect(noun.lemma, "NN") or noun.lemma
            first = at == 0
            inner = story.text[tokens[at + 1].start : noun.start]
            dropped = inner + noun.text
            dropped = dropped[:1].upper() + dropped[1:] if first else dropped
            start = inner + one
            single = f"{_cased(article(start), token)} {start}"
            after = tokens[head + 1].lower if head + 1 < len(tokens) else ""
            singular_first = (
                any(each.lower in _ORDINALS for each in tokens[at + 1 : head])
                or (noun.lemma in _TIMES and after in ("ago", "before", "after", "later", "earlier", "from"))
            ) and noun.lemma not in _TOGETHER
            best: tuple[str, ...] = (single, dropped) if singular_first else (dropped, single)
            if noun.lemma in _TOGETHER:
                best = (dropped,)
            yield Hit(Span(token.start, noun.end), best, safe=noun.lemma in _TOGETHER and not first)


def _cased(word: str, like: Token) -> str:
    return word.capitalize() if like.text[0].isupper() else word


def _plural_head(tokens: Sequence[Token], at: int) -> int | None:
    """Where the plain plural stands that the article at `at` would go with; None unless it is sure."""
    for head in range(at + 1, min(at + 5, len(tokens))):
        token = tokens[head]
        if token.lower in _AMOUNTS or token.tag in _ABOVE_ONE or not token.space:
            return None
        if token.tag == "NNS":
            if token.lower in _ALIKE or token.text[0].isupper() or not token.text.isalpha():
                return None
            if {"NN", "JJ"} & lexicon.tags(token.lower) or not lexicon.knows(token.lower):
                return None
            if {"VBZ"} & token.tags and head > at + 1 and tokens[head - 1].tag in _NOUNS:
                return None
            if tokens[head - 1].lower.endswith("s") and "VBZ" in token.tags:
                return None
            # "on the wall of a mosque hours before a visit"
            if tokens[head - 1].tag == "NN" and token.lemma in _TIMES:
                return None
            after = tokens[head + 1] if head + 1 < len(tokens) else None
            if after is not None and (
                (tokens[head - 1].tag == "NN" and after.lower in (",", "away"))
                or (after.tag in _FINITE and any(each.tag == "NN" for each in tokens[at + 1 : head]))
            ):
                return None
            return head if _closes(tokens, head) else None
        if token.tag not in ("JJ", "VBN", "NN") or (
            token.tag == "NN" and head + 1 < len(tokens) and "VBZ" in tokens[head + 1].tags
        ):
            return None
        if token.tag == "NN" and (token.text[0].isupper() or token.lower in _TIMES):
            return None
        if tokens[head - 1].tag == "NN" and (token.tag == "VBN" or token.lower.endswith("ing")):
            return None
    return None


def _closes(tokens: Sequence[Token], head: int) -> bool:
    """Whether a phrase is over after the noun at `head`."""
    if head + 1 >= len(tokens):
        return True
    after = tokens[head + 1]
    if after.lower == "mine":
        # "A copper mine": a noun here, whatever the tag.
        return False
    if after.tag in _NOUNS | {"POS", "CD", "JJ", "VBG", "CC", "$", "JJR", "SYM", "FW"} or after.text in (
        "-",
        "–",
        "/",
        "'",
        "’",
        "&",
    ):
        return False
    if not after.space and after.text[:1].isalnum():
        return False
    if after.tag in ("VBN", "VBD") and head + 2 < len(tokens) and tokens[head + 2].tag in _NOUNS:
        return False
    return not (
        after.text == "," and head + 2 < len(tokens) and tokens[head + 2].tag in ("JJ", "NNS", "NN", "VBN")
    )


# What may part an uncounted noun's article from it and leave it counted: "a second information", "a working knowledge of".
_MASS_OF = words("knowledge wealth music publicity")
_PIECES = {
    "advice": "a piece of advice",
    "evidence": "a piece of evidence",
    "information": "a piece of information",
    "news": "a piece of news",
    "furniture": "a piece of furniture",
    "equipment": "a piece of equipment",
    "luggage": "a piece of luggage",
    "baggage": "a piece of baggage",
    "legislation": "a piece of legislation",
    "research": "a piece of research",
    "software": "a piece of software",
    "police": "a police officer",
}


@check("determiners.mass")
def mass(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "a" or "an" before a noun that is not counted."""
    uncounted = story.lists["number-uncountable"]
    for line in story.body:
        spoken = {each.lower for each in line.words}
        if not ("a" in spoken or "an" in spoken) or not spoken & uncounted:
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lower not in ("a", "an") or token.tag != "DT":
                continue
            if at and tokens[at - 1].lower in ("many", "what", "à"):
                continue
            head = _mass_head(tokens, at, uncounted)
            if head is None:
                continue
            noun = tokens[head]
            words_in = story.text[tokens[at + 1].start : noun.end]
            dropped = words_in[:1].upper() + words_in[1:] if at == 0 else words_in
            piece = _PIECES.get(noun.lower) if head == at + 1 else None
            yield Hit(
                Span(token.start, noun.end),
                (dropped, piece[:1].upper() + piece[1:] if at == 0 else piece) if piece else (dropped,),
                f"'{noun.lower}' is not counted: no '{token.lower}'.",
            )


def _mass_head(tokens: Sequence[Token], at: int, uncounted: frozenset[str]) -> int | None:
    # A longer phrase may have another head: "a grid of steel", "gave a scientist permission".
    for head in range(at + 1, min(at + 4, len(tokens))):
        token = tokens[head]
        if token.lower in uncounted and token.text.islower():
            if any(each.tag == "NN" and person(each.lower) for each in tokens[at + 1 : head]):
                return None
            after = tokens[head + 1] if head + 1 < len(tokens) else None
            if after is None:
                return head
            if after.lower == "of" and token.lower in _MASS_OF:
                return None
            joined = tokens[head + 2] if head + 2 < len(tokens) else None
            if after.lower in ("and", "or") and joined is not None and joined.tag in ("DT", "CD", "PRP$"):
                return head
            if after.lower in ("and", "or", "/", "-", "–", "'", "&") or not (
                after.space or not after.text[:1].isalnum()
            ):
                return None
            if after.lower in uncounted and after.tag in _NOUNS:
                continue
            return head if _closes(tokens, head) else None
        if token.tag not in ("JJ", "NN", "VBG", "VBN") or token.lower in _AMOUNTS or not token.space:
            return None
        if head > at + 1 and tokens[head - 1].tag == "NN" and token.tag in ("VBG", "VBN"):
            return None
    return None


_TITLE = words("""president prime minister secretary chancellor senator governor mayor general colonel captain major lieutenant sergeant ambassador
    chairman chairwoman chairperson director commissioner judge justice professor vice deputy premier envoy vice-president congressman
    congresswoman representative attorney admiral commander spokesman spokeswoman speaker archbishop bishop cardinal chief executive
    brigadier marshal inspector superintendent sheriff doctor treasurer rector dean ceo coach manager undersecretary sultan""")
_COURTESY = words(
    "mr mrs ms dr mr. mrs. ms. dr. prof. sen. rep. gov. gen. col. capt. maj. lt. sgt. sir pope adm."
)
_BRANCHES = words("""foreign finance defence defense interior health education justice trade agriculture environment energy transport labor labour culture
    sports sport economy tourism oil information home acting former first state assistant general economic security national federal
    european regional provincial city police army air navy major brigadier lieutenant vice deputy chief industry water housing
    communications development planning parliament parliamentary house senate opposition""")


@check("determiners.title")
def title(story: Story, rule: Rule) -> Iterator[Hit]:
    """ "the" before a title and a name: "the US Secretary of State Antony Blinken"."""
    for line in story.body:
        if not any(each.lower == "the" for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if token.lower != "the":
                continue
            # "secretary to the Prime Minister John Smith": the name is the secretary's.
            if (
                at > 1
                and tokens[at - 1].lower in ("to", "of")
                and tokens[at - 2].tag in _NOUNS
                and tokens[at - 2].lower in _OFFICES
            ):
                continue
            end = _titled_name(tokens, at + 1)
            if end is None:
                continue
            after = tokens[end] if end < len(tokens) else None
            if after is not None and (
                after.tag in _NOUNS | {"VBG", "JJ", "CD"}
                or after.text in ("-", "–", "/", "&")
                or (after.lower in ("and", "of") and after.space)
            ):
                continue
            word = tokens[at + 1]
            text = word.text[:1].upper() + word.text[1:] if at == 0 else word.text
            yield Hit(
                Span(token.start, word.end),
                (text,),
                severity=Severity.ERROR if after is None or after.tag != "POS" else Severity.WARNING,
            )


def _titled_name(tokens: Sequence[Token], start: int) -> int | None:
    """Where the name ends in "US Secretary of State Antony Blinken", the words from `start`; None where there is no such."""
    at = start
    size = len(tokens)
    titled = courtesy = False
    while at < size and at < start + 8:
        token = tokens[at]
        if not token.text[:1].isupper():
            if (
                token.lower in ("of", "for")
                and titled
                and at + 1 < size
                and tokens[at + 1].lower in ("state", "defense", "defence", "foreign", "the")
            ):
                at += 1
                continue
            break
        if token.lower in _COURTESY:
            courtesy = True
        elif token.lower in _TITLE:
            titled = True
        elif (
            (
                titled
                and token.lower
                in ("state", "defense", "defence", "affairs", "minister", "secretary", "elect")
            )
            or token.lower in _BRANCHES
        ) or (
            not titled
            and not courtesy
            and (
                token.text in DEMONYMS
                or token.lower in ("us", "u.s.", "uk", "u.k.", "un", "u.n.", "eu", "nato")
            )
        ):
            pass
        else:
            break
        at += 1
    if not (titled or courtesy):
        return None
    end = at
    while (
        end < size
        and end < at + 4
        and tokens[end].text[:1].isupper()
        and tokens[end].text[:1].isalpha()
        and not tokens[end].text.isupper()
    ):
        if lexicon.tags(tokens[end].lower) & {"NN", "NNS"} and tokens[end].lower in _NOT_NAMES:
            return None
        end += 1
    names = end - at
    if names >= 2 or (courtesy and names == 1):
        return end
    if names == 1 and _personal(tokens, at, end):
        return end
    return None


def _personal(tokens: Sequence[Token], name: int, end: int) -> bool:
    """Whether the word at `name` is one person's name after a title: "the President Putin said"."""
    token = tokens[name]
    after = tokens[end] if end < len(tokens) else None
    return (
        tokens[name - 1].lower in _PERSONAL
        and len(token.text) > 3
        and not lexicon.tags(token.lower) & {"NN", "NNS", "JJ", "VB"}
        and (after is None or after.tag in ("VBD", "VBZ", "MD") or after.text in (".", ",", ";"))
    )


_PERSONAL = words("president chancellor minister senator governor professor colonel premier")
_OFFICES = words(
    "secretary adviser advisor aide assistant deputy spokesman spokeswoman ambassador counsel office wife husband son daughter widow"
)
_NOT_NAMES = words("""index market islands island general district region sound strait point team crown championship league gallery theatre theater administration government hotel school hospital center centre library museum university college institute airport building bridge
    street road avenue park square prize award cup trophy foundation fund memorial stadium hall house court council committee commission
    office ministry bank party affairs services agency board summit protocol act bill commons lords conference meeting assembly""")

_SHY = frozenset(
    [
        ",",
        "CC",
        "DT",
        "PRP$",
        "POS",
        "JJ",
        "NN",
        "NNP",
        "NNPS",
        "NNS",
        "CD",
        ":",
        "(",
        "``",
        "SYM",
        "WP$",
        "JJS",
        "JJR",
        "PDT",
    ]
)
_STOPS = frozenset([".", "!", "?", '"', "”", "''", "’"])
_OPENERS = words(
    "were had should on in at after before when while if although as since under during following"
)
_SAID = words("said says announced reported confirmed added warned stated declared")
# "To visit Philippines next month": when it is follows the name.
_WHEN = words("""next last this every each today tomorrow yesterday now later early late again monday tuesday wednesday thursday friday
    saturday sunday a an the""")
_AFTER_BODY = frozenset(
    ["VBD", "VBZ", "MD", "VBP", "IN", "TO", ".", ",", "RB", "VBN", "WDT", "WP", ";", "POS", "CC"]
)


@check("determiners.body")
def body(story: Story, rule: Rule) -> Iterator[Hit]:
    """A name that takes "the" without it: "said United Nations", "in Netherlands"."""
    wanted = _phrases(story.lists["articles-the"])
    for line in story.body:
        if not any(each.lower in wanted and each.text[0].isupper() for each in line.words):
            continue
        tokens = line.tagged
        for at, token in enumerate(tokens):
            if not token.text[0].isupper():
                continue
            for phrase in wanted.get(token.lower, ()):
                end = at + len(phrase)
                if (
                    tuple(each.lower for each in tokens[at:end]) != phrase
                    or not _written_so(tokens[at:end])
                    or not _lacks_the(tokens, at, end)
                ):
                    continue
                yield Hit(
                    Span(token.start, tokens[end - 1].end),
                    (f"{'The' if at == 0 else 'the'} {story.text[token.start : tokens[end - 1].end]}",),
                )
                break


def _phrases(names: frozenset[str]) -> dict[str, list[tuple[str, ...]]]:
    """The names by their first words, the longest first."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(names, key=lambda each: (-each.count("_"), each)):
        parts = tuple(name.split("_"))
        found.setdefault(parts[0], []).append(parts)
    return found


def _written_so(tokens: Sequence[Token]) -> bool:
    """Whether the words stand as a name does: initials in capitals, nothing else so."""
    if len(tokens) == 1 and len(tokens[0].text) <= 4:
        return tokens[0].text.isupper()
    return tokens[-1].text[0].isupper() and not tokens[-1].text.isupper()


def _lacks_the(tokens: Sequence[Token], at: int, end: int) -> bool:
    after = tokens[end] if end < len(tokens) else None
    if after is None or not (after.tag in _AFTER_BODY or after.lower in _WHEN):
        return False
    if after.text[:1] in "-–/&" or (not after.space and after.text[:1].isalnum()):
        return False
    # "US and European leaders" names leaders.
    if after.tag == "CC" or after.text == ",":
        rest = tokens[end + 1 : end + 5]
        if not rest or any(each.tag == "CC" for each in rest):
            return False
        if after.tag == "CC" and rest[0].tag not in ("VBD", "VBZ", "VBP", "MD", "PRP"):
            return False
    if after.lower[-1:] == "s" and "NNS" in lexicon.tags(after.lower):
        return False
    if after.tag == "VBN" and end + 1 < len(tokens) and tokens[end + 1].tag in _NOUNS:
        return False
    if after.tag == "POS" and at == 0:
        return False
    if at == 0:
        return after.tag in _FINITE and len(tokens) > end + 3 and tokens[-1].text in _STOPS
    before = tokens[at - 1]
    if before.text == "," and at > 1:
        # "In Paris, US Department of State announced": a phrase stands before the clause.
        # "The talks failed, US Department of State said on Tuesday.": who said it, after what was said.
        if after.lower in _SAID and len(tokens) - end <= 7 and len(tokens[end - 1].text) > 3:
            return not any(each.tag in ("VBD", "VBZ", "CC") for each in tokens[end + 1 :])
        return (
            (tokens[0].tag in ("IN", "WRB", "VBG", "VBN") or tokens[0].lower in _OPENERS)
            and at <= 12
            and after.tag in ("VBD", "VBZ", "MD")
            and not any(each.tag == "CC" for each in tokens[:at])
        )
    if before.tag in _SHY or not tokens[at].space:
        return False
    if before.tag in ("VBN", "VBD", "VBG") and at > 1 and tokens[at - 2].tag in ("DT", "PRP$", "POS"):
        # "an expanded UN Security Council".
        return False
    return before.tag in ("IN", "TO", "VB", "VBD", "VBZ", "VBG", "VBP", "VBN") and before.lower not in (
        "v",
        "vs",
        "versus",
        "as",
        "than",
        "called",
        "named",
    )
