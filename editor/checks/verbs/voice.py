"""Actives that should be passives, participles in -ing that should be in -ed, and perfects without "have".

"A man suspecting of theft", "the plan will discuss by ministers", "archaeologists been digging", "the report, publish on Monday,".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, HAVE, Lists, Slip, form, slip, word_at
from editor.text import lexicon
from editor.text.model import Token
from editor.text.number import MANY
from editor.text.phrases import phrase_at
from editor.text.tagset import NOUNS
from editor.text.verbgroups import base
from editor.text.words import words

# Verbs that need an object: in -ing with a preposition right after them they are meant as passives.
_OF = words("accuse suspect convict acquit deprive rob strip")
_IN = words(
    "trap injure wound detain situate base hospitalize hospitalise bury imprison jail ambush publish arrest kidnap name"
)
_TO = words("entitle sentence expose addict deport evacuate extradite dedicate")
_TRANSITIVE = words("""accuse acquire adopt arrest attack affect appoint approve assassinate assault award ban beat behead besiege bite
    block bomb bombard build capture cause chase choose commission commit compose conduct confirm construct control convict
    cover create criticize criticise damage defeat design destroy detain direct discover displace dominate elect employ endorse
    erect establish execute expel fine found fund harm haunt host hurt identify impose imprison infect inflict influence inhabit
    injure inspire install invade issue jail kidnap kill loot make murder name nominate occupy organize organise
    oust overthrow own paint plague poison possess praise produce protect publish raid ransack ravage reject release repair
    rescue restore rob sack sanction scrap seize select sentence shell shoot sign sponsor stab steal sue support surround
    suspect target threaten torture trap trigger undermine use vandalize vandalise violate wound write leak guard hit
    recruit hire publish manufacture acquire approve discuss examine review inspect investigate announce""")
_AGENT = frozenset(["DT", "PRP$", "NNP", "NNPS", "NNS", "JJ", "NN", "CD"])
_TIMES = words("""monday tuesday wednesday thursday friday saturday sunday next last end then now noon midnight tomorrow today yesterday
    year month week day hour minute summer winter spring autumn fall early late mid january february march april may june july august
    september october november december""")
_APPOSED = words("""publish base call identify know arrest locate found build name own design sign launch release write make produce
    direct adopt establish schedule elect appoint describe situate surround create introduce file issue commission organize
    organise develop use hold conduct estimate value pass award discover""")
_AFTER = words("in on at by as for from last near between during under with to this")
_WIDELY = words("newly widely recently highly badly well heavily densely poorly severely")
_QUALIFIED = words("""build publish respect read elect appoint form create damage injure wound educate arm populate
    discover release renovate restore construct launch acquire approve equip regard criticize criticise know use report
    install translate admire expect anticipate""")
_CHANGING = words(
    "strengthening weakening intensifying growing increasing declining rising falling improving worsening spreading moving"
)
_SUFFERING = words("imprison injure wound kidnap hijack abandon displace jail detain besiege")


_LAWMAKERS = words("""senate parliament congress lawmakers house cabinet council president king queen governor voters assembly government deputies
    ministers senators legislature chamber knesset bundestag duma mps""")
_CALLED = words("must should could would been by has have had having")


def may_speak(token: Token) -> bool:
    """Whether `voices` may find something at the token; a cheap look before it is called."""
    return token.tag == "MD" or token.text == "," or token.lower.endswith("ing") or token.lower in _CALLED


def voices(tokens: Sequence[Token], at: int, lists: Lists) -> Iterator[Slip]:
    """What stands at `at` in the wrong voice or without its helper."""
    token = tokens[at]
    if token.tag in ("VBG", "NN", "JJ") and token.lower.endswith("ing"):
        yield from _running(tokens, at)
    if token.lower == "been":
        yield from _been(tokens, at)
    if token.tag == "MD" or token.lower in ("must", "should", "could", "would"):
        yield from _by_agent(tokens, at)
    if token.text == ",":
        yield from _apposed(tokens, at)
    if token.lower == "by" and at in (1, 2):
        yield from _first(tokens, at)
    if token.lower in ("has", "have", "had", "having"):
        yield from _have_be(tokens, at)


def _running(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Suspecting of theft", "trapping in the car", "owning by a fund", "a widely reading columnist"."""
    verb = word_at(tokens, at)
    if verb is None or "VBG" not in verb.tags or not at or at + 2 >= len(tokens):
        return
    lemma = _base(verb)
    before, after, third = tokens[at - 1], tokens[at + 1], tokens[at + 2]
    right = form(lemma, "VBN")
    message = f"Whom it happens to is '{right}'."
    hanging = before.tag in NOUNS or (before.tag == "," and at > 1 and tokens[at - 2].tag in NOUNS)
    be = before.lower in BE or (before.tag == "RB" and at > 1 and tokens[at - 2].lower in BE)
    if hanging or be:
        if (
            after.lower == "by"
            and lemma in ("pass", "sign", "veto", "ratify", "vote", "back", "support")
            and any(each.lower in _LAWMAKERS for each in tokens[at + 2 : at + 6])
        ) or (after.lower == "of" and lemma in _OF):
            yield slip("voice", verb, verb, [right], message)
        elif (
            hanging
            and after.lower in ("in", "inside", "under", "beneath", "near")
            and lemma in _IN
            and third.tag in ("DT", "PRP$", "NNP", "NNS", "NN")
        ):
            if third.tag == "NN" and lemma in ("name", "base", "publish", "arrest"):
                return
            yield slip("voice", verb, verb, [right], message)
        elif (
            after.lower == "to"
            and lemma in _TO
            and third.tag in ("DT", "NNS", "CD", "NN", "NNP", "PRP$")
            and hanging
        ) or (
            after.lower == "by"
            and lemma in _TRANSITIVE
            and third.tag in _AGENT
            and third.lower not in _TIMES
            and third.tag != "CD"
        ):
            yield slip("voice", verb, verb, [right], message)
    if (
        before.lower in _WIDELY
        and lemma in _QUALIFIED
        and after.tag in NOUNS | {"JJ"}
        and at > 1
        and tokens[at - 2].tag in ("DT", "PRP$", "IN")
    ):
        yield slip("voice", verb, verb, [right], message)
    if (
        before.tag in ("DT", "PRP$")
        and before.lower not in ("all", "both", "no", "any", "some")
        and lemma in _SUFFERING
        and (after.tag in ("NN", "NNS") or (after.tag in ("JJ", "NN") and third.tag in ("NN", "NNS")))
    ):
        yield slip("voice", verb, verb, [right], message)


def _base(token: Token) -> str:
    """The bare form of a word in -ing, whatever the tagger took it for."""
    found = lexicon.lemmas(token.lower, "VBG")
    return found[0] if found else base(token)


def _been(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Archaeologists been digging since May"."""
    if at < 1 or at + 1 >= len(tokens) or not tokens[at].text.islower():
        return
    back = at - 1
    while back > 0 and tokens[back].tag == "RB" and at - back < 3:
        back -= 1
    subject = tokens[back]
    if subject.tag not in ("NN", "NNS", "NNP", "PRP") or (
        subject.tag == "PRP" and subject.lower not in ("he", "she", "it", "they", "we", "i")
    ):
        return
    if any(
        each.lower in HAVE
        or each.lower
        in ("'d", "'s", "be", "of", "has", "having", "could", "should", "would", "ever", "never")
        for each in tokens[max(0, back - 9) : at]
    ):
        return
    after = tokens[at + 1]
    if after.tag not in ("VBG", "VBN", "JJ", "IN", "DT") or any(
        each.tag in ("VBZ", "VBD", "VBP", "MD") for each in tokens[max(0, back - 5) : back]
    ):
        return
    many = subject.tag == "NNS" or subject.lower in ("they", "we", "i", "police", "people")
    start = back
    while start > 0 and tokens[start - 1].tag not in (",", "CC", "WDT", "IN", "``") and back - start < 8:
        start -= 1
    phrase = phrase_at(tokens, start, -1)
    if phrase is not None and phrase.end == back + 1:
        many = many or phrase.number == MANY
    have = "have" if many else "has"
    yield slip(
        "voice", tokens[at], tokens[at], [f"{have} been", "had been"], f"'Been' needs '{have}' before it."
    )


def _by_agent(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The proposals will discuss by ministers"; "the general must to testify" where "must" was taken for a noun."""
    token = tokens[at]
    place = at + 1
    if (
        token.tag != "MD"
        and at
        and tokens[at - 1].tag in NOUNS | {"JJ"}
        and place + 1 < len(tokens)
        and tokens[place].lower == "to"
        and tokens[place + 1].tag == "VB"
    ):
        verb = tokens[place + 1]
        yield slip(
            "voice",
            tokens[place],
            verb,
            [verb.text],
            f"After '{token.lower}' stands the bare verb: '{verb.text}'.",
        )
        return
    if token.tag != "MD":
        return
    while place < len(tokens) and tokens[place].tag == "RB":
        place += 1
    bare = word_at(tokens, place)
    if bare is None or bare.tag != "VB" or bare.lower not in _TRANSITIVE or place + 2 >= len(tokens):
        return
    if (
        tokens[place + 1].lower != "by"
        or tokens[place + 2].tag not in _AGENT - {"CD"}
        or tokens[place + 2].lower in _TIMES
    ):
        return
    for each in tokens[place + 2 : place + 5]:
        if each.tag == "IN":
            break
        if each.lower in _TIMES:
            return
    right = form(bare.lower, "VBN")
    yield slip("voice", bare, bare, [f"be {right}"], f"The passive is meant: 'be {right}'.")


def _apposed(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The report, publish on Monday, blames the pilot"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or not at
        or tokens[at - 1].tag not in NOUNS
        or verb.lower not in _APPOSED
        or "VB" not in verb.tags
        or verb.tags & {"VBN", "VBD"}
        or at + 3 >= len(tokens)
    ):
        return
    after = tokens[at + 2]
    if after.lower not in _AFTER and not (verb.lower in ("call", "name") and after.tag == "NNP"):
        return
    close = next(
        (place for place in range(at + 3, min(len(tokens) - 1, at + 13)) if tokens[place].text == ","), None
    )
    if close is None or any(
        each.tag in ("VBD", "VBZ", "VBP", "MD", "CC", "TO") for each in tokens[at + 2 : close]
    ):
        return
    main = tokens[close + 1]
    if main.tag not in ("VBD", "VBZ", "VBP", "MD"):
        return
    if any(each.tag in ("VBD", "VBZ", "VBP", "MD", "VB") for each in tokens[max(0, at - 6) : at]):
        return
    right = form(verb.lower, "VBN")
    yield slip("voice", verb, verb, [right], f"A participle is meant: '{right}'.")


def _first(tokens: Sequence[Token], by: int) -> Iterator[Slip]:
    """ "Surround by reporters, the singer fled"."""
    verb = tokens[by - 1]
    known = lexicon.tags(verb.lower)
    if verb.lower not in _TRANSITIVE or "VB" not in known or "VBN" in known:
        return
    if by + 1 >= len(tokens) or tokens[by + 1].tag not in _AGENT:
        return
    comma = next((at for at in range(by + 1, min(len(tokens), by + 12)) if tokens[at].text == ","), None)
    if comma is None or not any(
        each.tag in ("VBD", "VBZ", "VBP", "MD") for each in tokens[comma : comma + 8]
    ):
        return
    right = form(verb.lower, "VBN")
    yield slip("voice", verb, verb, [right], f"A participle is meant: '{right}'.")


def _have_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Had be taken", "has being training", "has strengthening over the sea"."""
    place = at + 1
    while place < len(tokens) and tokens[place].tag == "RB" and place - at < 3:
        place += 1
    if place + 1 >= len(tokens):
        return
    verb, after = tokens[place], tokens[place + 1]
    if any(each.lower in ("better", "rather", "best") for each in tokens[at + 1 : place]):
        return
    if verb.lower in ("be", "being") and (
        after.tag in ("VBN", "VBG", "IN", "DT", "JJ", "RB") or "VBG" in after.tags
    ):
        before = tokens[at - 1] if at else None
        if verb.lower == "being" and (
            after.tag in ("IN", "DT") or (before is not None and before.tag in ("TO", "MD"))
        ):
            return
        yield slip("voice", verb, verb, ["been"], f"After '{tokens[at].lower}' stands 'been'.")
        return
    if (
        tokens[at].lower in ("has", "had")
        and place == at + 1
        and verb.tag == "VBG"
        and (not verb.tags & {"NN", "JJ", "NNS"} or verb.lower in _CHANGING)
        and after.tag in ("IN", "RB", ".", "RP")
        and at
        and tokens[at - 1].tag in ("NN", "NNP", "PRP", "NNS")
    ):
        right = form(verb.lemma, "VBN")
        yield slip(
            "voice",
            verb,
            verb,
            [right, f"been {verb.text}"],
            f"After '{tokens[at].lower}' stands the participle: '{right}'.",
        )
