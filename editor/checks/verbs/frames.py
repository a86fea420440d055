"""What a verb's object, or the lack of one, says of its form: "was discussed a higher price", "no one has arrested", "for dump oily water"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, HAVE, Slip, form, slip, word_at
from editor.text import lexicon
from editor.text.irregular import PARTICIPLE_OF_PAST
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_ENDS = frozenset([".", ","])
# Nobody arrests, evicts or vaccinates without an object.
STRICT = words("""arrest detain trap forge evict deport jail imprison kidnap injure wound destroy demolish damage displace rescue hospitalize
    hospitalise appoint inform notify authorize authorise ratify seize confiscate loot hijack exhume expel compensate vaccinate
    infect diagnose contaminate repair restore renovate assassinate murder execute abduct recruit locate situate install identify
    dismantle disarm overthrow oust topple behead ambush massacre besiege bombard torture persecute prosecute acquit sack suspend
    postpone inaugurate abolish repeal overturn erect excavate unearth summon convene disqualify relegate eliminate crown honor honour
    acclaim criticise criticize praise condemn accuse blame exclude isolate quarantine amputate transplant decipher falsify fabricate
    smuggle launder embezzle deposit refund reimburse subsidize subsidise privatize privatise nationalize nationalise
    prevent cause trigger bury extinguish contain salvage tow refloat dredge illuminate translate compile""")
_AFTER = words(
    "in on at since for during near under after before because when as within inside until throughout"
)
_SIGNED = STRICT | words("sign publish build found release write hold make take approve pass draft design name elect launch sell buy discover "
                          "convict sentence fine ban adopt award kill")  # fmt: skip
# Verbs that take one object, which is a thing: their passive can take none.
_ONE_OBJECT = words("""cover discuss attack destroy build buy visit reach win need produce create describe develop face demand receive express
    support suffer contain reject sign approve cause damage injure enter cross reveal mention resume start begin operate
    investigate examine launch complete finish solve purchase import export manufacture construct plan""")
_LENGTHS = words("""time times day days night week weeks month months year years season summer winter spring autumn morning evening afternoon
    weekend decade hour hours minute minutes moment half third quarter fifth bit lot way percent point points degree meter meters
    metre metres mile miles kilometer kilometers kilometre kilometres notch fraction rate""")
_WITHOUT = {
    "suffer": words("from"),
    "consist": words("of"),
    "belong": words("to"),
    "benefit": words("from"),
    "differ": words("from"),
    "struggle": words("to with for against"),
    "cope": words("with"),
    "compete": words("with against for in"),
    "participate": words("in"),
    "succeed": words("in"),
    "collaborate": words("with"),
    "emigrate": words("to from in with"),
    "migrate": words("to from in"),
    "escape": words("from to in during through"),
    "survive": words("with in for without the . and"),
    "explode": words("in on at near last when after as during . and , inside outside under early late"),
    "capsize": words("in on at near last when after as during . and , off early late"),
    "crash": words("in on at near last when after as during . into off early late"),
    "last": words("for from until more only about nearly almost two three four five six several at"),
    "rise": words("by to from in % 1 2 3 4 5 6 7 8 9"),
    "fall": words("by to from"),
    "resign": words("from in on after over as last"),
    "testify": words("that in against before to"),
    "commute": words("from between"),
    "abscond": words("from with"),
    "erupt": words("in on after when"),
    "protest": words("against in at outside over on"),
    "retreat": words("to from into"),
    "weep": words("in at"),
    "rely": words("on"),
    "evolve": words("from into over"),
    "soar": words("by to"),
    "plunge": words("by to"),
    "arrive": words("in at on"),
}
_BEFORE_VERB = words(
    "for of from by without before after about at against in despite through instead into than while when"
)
# Verbs that are nouns too, but none that a preposition takes bare.
_AS_VERBS = words("""dump reach steal sell spread smuggle leak hold drive ruin carry catch throw kill launch recruit hire beat make take give
    build break keep send blow burn dig fix melt punch ram rob shoot sink slap stab sweep tear grab hide hit hunt import export murder attack rape kidnap bribe insult threaten harass poison blackmail assault fail
    repair""")
_PLAIN_NOUNS = words("export import repair sink hunt leak launch")
_THINGS = words("""snow rain storm storms winds wind hurricane cyclone typhoon flood floods temperature temperatures fog ice heat decision
    verdict ruling result results vote votes talks work construction project projects inflation price prices sales exports imports
    meeting summit trial hearing bill law plan plans measure measures measures report growth demand output production rates unemployment
    deal agreement election elections turnout service services bridge tunnel railway road factory plant line museum stadium flight
    flights film book album match game tournament season""")
_EXPECTED = words("expect schedule suppose force oblige require intend")
_PERSONS = (
    "ers",
    "ors",
    "ists",
    "ents",
    "ants",
    "ians",
    "er",
    "or",
    "ist",
    "ian",
    "man",
    "men",
    "woman",
    "women",
)
_CONTROL = words("want wants wanted hope hopes hoped decide decides decided refuse refuses refused manage manages managed agree agrees agreed "
                 "fail fails failed intend intends intended")  # fmt: skip
_BARE_AFTER = words("be become know see get go keep make find buy sell take give have do say tell build send bring meet pay join become stay "
                    "return resign marry kill understand learn speak withdraw")  # fmt: skip
_BEGUN = words("begun gone risen fallen grown shrunk sunk flown arisen withdrawn swum sprung drunk sung")


def frames(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Verbs whose form does not fit what follows them."""
    if len(tokens) < 5:
        return
    for at in range(len(tokens) - 1):
        token = tokens[at]
        lower = token.lower
        if lower in BE:
            yield from _after_be(tokens, at)
        elif lower in HAVE:
            yield from _after_have(tokens, at)
        elif lower in ("which", "who", "that"):
            yield from _relative(tokens, at)
        elif lower == "to" and token.tag == "TO":
            yield from _believed_to(tokens, at)
        elif lower == "did":
            yield from _did(tokens, at)
        elif token.tag == "MD":
            yield from _after_modal(tokens, at)
        elif token.text == ",":
            yield from _apposed(tokens, at)
        elif lower == "with":
            yield from _with(tokens, at)
        elif lower in ("founded", "felled"):
            yield from _mixed_up(tokens, at)
        if lower in _CONTROL and token.tag in _FINITE | {"VBN", "VB"}:
            yield from _control(tokens, at)
        if lower in _BEFORE_VERB and token.tag in ("IN", "TO", "RB", "WRB"):
            yield from _preposition(tokens, at)
        if lower in _BEGUN:
            yield from _begun(tokens, at)


def _adverbs(tokens: Sequence[Token], at: int) -> int:
    """The first place from `at` on that is no adverb."""
    end = min(len(tokens), at + 3)
    while at < end and tokens[at].tag == "RB":
        at += 1
    return at


def _base(token: Token, tag: str) -> str:
    found = lexicon.lemmas(token.lower, tag)
    return found[0] if found else token.lemma


def _after_be(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    helper = tokens[at]
    place = _adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if verb is None or place + 1 >= len(tokens) or not helper.space:
        return
    after = tokens[place + 1]
    if "VBN" in verb.tags and verb.tag in ("VBN", "VBD", "JJ", "NN"):
        base = _base(verb, "VBN")
        yield from _passive_object(tokens, at, place, base)
        follow = _WITHOUT.get(base)
        if (
            follow is not None
            and (after.lower in follow or (base in ("rise", "fall") and after.tag == "CD"))
            and helper.lower in ("is", "are", "was", "were", "been")
        ):
            if (base in ("rise", "fall") and after.lower == "in") or (
                base == "resign" and after.lower not in ("from", "last", "on")
            ):
                return
            if base in ("explode", "crash") and any(
                each.lower in ("bomb", "device", "mine", "bombs", "car")
                for each in tokens[max(0, at - 5) : at]
            ):
                return
            many = helper.lower in ("are", "were")
            between = " ".join(each.text for each in tokens[at + 1 : place])
            past, present = form(base, "VBD"), form(base, "VBP" if many else "VBZ") or base
            present = base if many else present
            fixes = (
                [form(base, "VBN")]
                if helper.lower == "been"
                else [past, present]
                if helper.lower in ("was", "were")
                else [present, past]
            )
            yield slip(
                "frame",
                helper,
                verb,
                [f"{between} {each}".strip() for each in fixes],
                f"'{base.capitalize()}' has no passive here.",
            )
    elif verb.lower.endswith("ing") and "VBG" in verb.tags:
        base = _base(verb, "VBG")
        right = form(base, "VBN")
        before = tokens[at - 1] if at else None
        if (
            base in ("expect", "schedule", "suppose")
            and after.lower == "to"
            and place + 2 < len(tokens)
            and tokens[place + 2].tag == "VB"
            and before is not None
            and (before.lower in _THINGS or base != "expect")
            and helper.lower in ("is", "are", "was", "were")
        ):
            yield slip("frame", verb, verb, [right], f"What is said to come is '{right} to'.")
        elif (
            base in STRICT
            and helper.lower in ("is", "are", "was", "were")
            and (after.tag in _ENDS or after.lower in ("in", "at", "on", "since"))
        ):
            if (
                base in ("blame", "contain", "accuse", "cause", "condemn")
                or before is None
                or before.tag not in ("NN", "NNS", "NNP")
            ):
                return
            if not _own_subject(tokens, at):
                return
            yield slip(
                "frame",
                verb,
                verb,
                [f"being {right}", right],
                f"Whom it happens to is 'being {right}'.",
                Severity.QUERY,
            )
        elif (
            base in ("do", "make", "help", "cause", "run", "write", "finance", "fund")
            and after.lower == "by"
            and _agent(tokens, place + 2)
        ):
            yield slip(
                "frame", verb, verb, [right], f"Before an agent with 'by' stands the participle: '{right}'."
            )


def _agent(tokens: Sequence[Token], at: int) -> bool:
    """Whether a doer follows "by": people or things, no time, amount or -ing form."""
    if at >= len(tokens):
        return False
    token = tokens[at]
    if token.tag not in ("DT", "NNP", "NNPS", "NNS", "JJ", "PRP$", "NN") or token.tag == "CD":
        return False
    return not any(
        each.lower in _LENGTHS
        or each.lower in ("end", "then", "now", "itself", "themselves")
        or each.tag in ("VBG", "CD")
        for each in tokens[at : at + 4]
    )


def _passive_object(tokens: Sequence[Token], at: int, place: int, base: str) -> Iterator[Slip]:
    """ "Was discussed a higher price", "is covered an area as large as", "to be started production"."""
    helper, verb = tokens[at], tokens[place]
    if base not in _ONE_OBJECT or helper.lower not in ("is", "are", "was", "were", "be"):
        return
    first = tokens[place + 1]
    if not (
        first.tag in ("DT", "PRP$")
        or first.lower in ("production", "operations", "talks", "work", "construction")
    ):
        return
    if first.lower in (
        "all",
        "both",
        "each",
        "every",
        "this",
        "that",
        "these",
        "those",
        "some",
        "any",
        "another",
        "no",
        "half",
    ):
        return
    end = place + 2 if first.tag in ("DT", "PRP$") else place + 1
    while (
        end < len(tokens)
        and tokens[end].tag in ("JJ", "JJR", "JJS", "NN", "CD", "NNS", "NNP")
        and end - place < 6
    ):
        if tokens[end].lower in _LENGTHS or tokens[end].lower in (
            "same",
            "following",
            "next",
            "previous",
            "first",
            "second",
            "full",
        ):
            return
        end += 1
    if end == place + 1 or (end == place + 2 and first.tag in ("DT", "PRP$")):
        return
    if end < len(tokens) and tokens[end].tag in _FINITE:
        return
    if any(each.tag in ("WRB", "WP", "WDT") for each in tokens[max(0, at - 6) : at]):
        return
    if helper.lower == "be":
        lead = tokens[at - 1] if at else None
        if lead is None or lead.tag not in ("TO", "MD"):
            return
        yield slip("frame", helper, verb, [base], f"With an object the verb is active: '{base}'.")
        return
    running = f"{helper.text} {form(base, 'VBG')}"
    past = form(base, "VBD")
    fixes = [running, past] if helper.lower in ("was", "were") else [past, running]
    yield slip("frame", helper, verb, fixes, f"With an object the verb is active: '{fixes[0]}'.")


_AGENTS = words("police court courts army troops soldiers government council officials rebels militants gangs thieves gang gunmen agents authorities "
                "crews firefighters prosecutors detectives guards customs parliament congress regulators doctors nurses engineers investigators")  # fmt: skip


def _own_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether the verb's subject begins its clause, so that no object of it can stand before: "the organ is", not "the man they have"."""
    back = at - 1
    while back >= 0 and tokens[back].tag == "RB":
        back -= 1
    if back < 0 or tokens[back].tag not in _NOUNS | {"PRP", "CD"}:
        return False
    head = back
    while (
        back > 0
        and tokens[back - 1].tag in ("DT", "JJ", "NN", "NNP", "CD", "PRP$", "POS", "JJR")
        and head - back < 6
    ):
        if tokens[back].tag in ("DT", "PRP$", "PRP"):
            break
        back -= 1
    if back == 0:
        return True
    before = tokens[back - 1]
    return (
        before.text in (",", ";", '"', "“")
        or before.lower in ("said", "says", "and", "but", "because")
        or (before.lower == "that" and back > 1 and tokens[back - 2].tag in ("VBD", "VBZ", "VBP"))
    )


def _after_have(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "No one has arrested.", "they had trapped for six hours", "has more than double"."""
    helper = tokens[at]
    if [each.lower for each in tokens[at + 1 : at + 3]] == ["more", "than"] and at + 3 < len(tokens):
        grown = tokens[at + 3]
        if grown.lower in ("double", "triple", "quadruple", "halve") and (
            at + 4 >= len(tokens) or tokens[at + 4].tag not in ("DT", "PRP$", "NN", "NNS")
        ):
            right = form(grown.lower, "VBN")
            yield slip(
                "frame", grown, grown, [right], f"After '{helper.text}' stands the participle: '{right}'."
            )
        return
    place = _adverbs(tokens, at + 1)
    if place < len(tokens) and tokens[place].lower in ("before", "since", "long") and place > at + 1:
        place += 1
    verb = word_at(tokens, place)
    if verb is None or place + 1 >= len(tokens):
        return
    after = tokens[place + 1]
    if (
        "VBN" in verb.tags
        and verb.tag in ("VBN", "VBD")
        and verb.lower not in PARTICIPLE_OF_PAST
        and helper.lower in ("has", "have", "had")
    ):
        base = _base(verb, "VBN")
        if base not in STRICT or not (after.tag in _ENDS or after.lower in _AFTER | {"by"}):
            return
        before = tokens[at - 1] if at else None
        if (
            before is None
            or before.lower in _AGENTS
            or not (
                _own_subject(tokens, at)
                or (
                    before.lower in ("to",)
                    and tokens[at - 2].lower
                    in (
                        "appear",
                        "appears",
                        "appeared",
                        "seem",
                        "seems",
                        "seemed",
                        "believed",
                        "thought",
                        "said",
                        "reported",
                        "feared",
                    )
                )
            )
        ):
            return
        if (
            base in ("contain", "cause", "blame", "prosecute", "repair", "inform", "appeal")
            and after.lower != "by"
        ):
            return
        if after.text == "," and place + 2 < len(tokens) and tokens[place + 2].tag in ("VBN", "CC", "VBD"):
            return
        if any(
            each.lower in ("what", "which", "whom", "who", "as", "than")
            for each in tokens[max(0, at - 8) : at]
        ):
            return
        sure = (
            after.lower == "by"
            or before.lower in ("to",)
            or before.lower in ("nobody", "they")
            or tokens[at - 1].lower == "one"
        )
        yield slip(
            "frame",
            verb,
            verb,
            [f"been {verb.text}"],
            f"Whom it happens to 'has been {verb.text}'.",
            None if sure else Severity.QUERY,
        )
    elif (
        place > at + 1
        and tokens[place - 1].lower in ("already", "recently", "also", "just")
        and verb.lower.endswith("ing")
        and verb.tag == "VBG"
        and after.tag in ("NNS", "NN", "NNP", "JJ", "IN")
    ):
        base = _base(verb, "VBG")
        right = form(base, "VBN")
        yield slip(
            "frame",
            verb,
            verb,
            [right, f"been {verb.text}"],
            f"After '{helper.text}' stands the participle: '{right}'.",
        )
    elif place > at + 1 and tokens[place - 1].lower in ("before", "since"):
        past = lexicon.lemmas(verb.lower, "VBD")
        if past and verb.lower in PARTICIPLE_OF_PAST:
            yield slip(
                "frame", verb, verb, [form(past[0], "VBN")], f"After '{helper.text}' stands the participle."
            )


def _relative(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "A failure which caused by a valve", "a work that expected to last two years"."""
    place = _adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if (
        verb is None
        or not at
        or place + 2 >= len(tokens)
        or "VBN" not in verb.tags
        or verb.tag not in ("VBD", "VBN")
    ):
        return
    after = tokens[place + 1]
    noun = at - 2 if tokens[at - 1].text == "," else at - 1
    if noun < 0 or tokens[noun].tag not in ("NN", "NNS", "NNP"):
        return
    base = _base(verb, "VBN")
    many = tokens[noun].tag == "NNS"
    if after.lower == "by" and base in STRICT | words("cause own make write build kill create affect surround found design draft fund "
                                                      "finance organize organise publish buy control use paint compose direct support") and _agent(tokens, place + 2):  # fmt: skip
        if (
            base in ("use", "support", "make", "buy")
            and "VBD" in verb.tags
            and tokens[place + 2].tag not in ("DT", "PRP$", "NNP")
        ):
            return
        be = "were" if many else "was"
        yield _needs(verb, be, "are" if many else "is")
    elif (
        base in _EXPECTED
        and after.lower == "to"
        and ("VB" in lexicon.tags(tokens[place + 2].lower) or tokens[place + 2].lower == "last")
        and tokens[noun].tag != "NNP"
        and not tokens[noun].lower.endswith(_PERSONS)
        and tokens[noun].lower
        not in (
            "police",
            "people",
            "company",
            "government",
            "team",
            "bank",
            "firm",
            "group",
            "party",
            "court",
            "parliament",
            "union",
            "state",
        )
    ):
        be = "are" if many else "is"
        yield _needs(verb, be, "were" if many else "was")


_SAID = words(
    "believed thought said reported feared alleged presumed known understood suspected rumored rumoured claimed"
)


def _needs(verb: Token, be: str, other: str) -> Slip:
    """A participle that lacks its form of "be"; the other may be meant too."""
    return slip(
        "frame",
        verb,
        verb,
        [f"{be} {verb.text}", f"{other} {verb.text}"],
        f"'{verb.text.capitalize()}' needs '{be}' before it.",
    )


def _believed_to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Is believed to crashed into a forest"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or at < 2
        or tokens[at - 1].lower not in _SAID
        or tokens[at - 2].lower not in BE | words("was were widely now also still previously initially")
    ):
        return
    tags = lexicon.tags(verb.lower)
    if "VB" in tags or not tags & {"VBD", "VBN"}:
        return
    found = lexicon.lemmas(verb.lower, "VBD") or lexicon.lemmas(verb.lower, "VBN")
    if found:
        done = form(found[0], "VBN")
        yield slip(
            "frame", verb, verb, [f"have {done}", found[0]], f"What is said to be over takes 'have {done}'."
        )


def _did(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The spillway did opened too late"."""
    verb = word_at(tokens, at + 1)
    if verb is None or not at or tokens[at].tag != "VBD" or verb.tag not in ("VBD", "VBN"):
        return
    tags = lexicon.tags(verb.lower)
    if (
        "VB" in tags
        or "VBD" not in tags
        or tags & {"NN", "JJ", "RB"}
        or any(
            each.lower in ("what", "all", "as", "than", "that", "everything", "so", "who")
            for each in tokens[max(0, at - 6) : at]
        )
    ):
        return
    found = lexicon.lemmas(verb.lower, "VBD")
    if found and tokens[at - 1].tag in _NOUNS | {"PRP", ","}:
        yield slip(
            "frame",
            tokens[at],
            verb,
            [verb.text, f"did {found[0]}"],
            f"After 'did' stands the bare verb: '{found[0]}'.",
        )


def _after_modal(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Most of these deaths could prevent if help came"."""
    place = _adverbs(tokens, at + 1)
    verb = word_at(tokens, place)
    if (
        verb is None
        or verb.tag != "VB"
        or place + 1 >= len(tokens)
        or verb.lower not in STRICT
        or verb.lower in ("blame", "contain", "cause", "deposit")
    ):
        return
    after = tokens[place + 1]
    if not (
        after.text == "."
        or after.lower
        in ("if", "when", "until", "unless", "in", "on", "at", "since", "within", "before", "after")
    ):
        return
    if not _own_subject(tokens, at) or tokens[at - 1].tag not in ("NNS", "NN"):
        return
    if tokens[at - 1].lower.endswith(_PERSONS) or tokens[at - 1].lower in (
        "police",
        "people",
        "court",
        "government",
        "army",
        "city",
        "council",
    ):
        return
    right = form(verb.lower, "VBN")
    yield slip("frame", verb, verb, [f"be {right}"], f"Whom it happens to is 'be {right}'.", Severity.QUERY)


def _apposed(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The agreement, signing in secret in 2015, gave the navy a base"; "at the start, included a man"."""
    verb = word_at(tokens, at + 1)
    if verb is None or at < 2 or at + 3 >= len(tokens):
        return
    after = tokens[at + 2]
    if verb.lower == "included":
        if not (
            after.tag in ("CD", "DT", "NNS", "NNP", "PRP$")
            or after.lower in ("several", "many", "more", "some", "one")
        ):
            return
        clause = tokens[max(0, at - 25) : at]
        rest = tokens[at + 2 : at + 14]
        closes = next(
            (place for place in range(at + 2, min(len(tokens) - 1, at + 14)) if tokens[place].text == ","),
            None,
        )
        told = any(each.tag in ("VBD", "VBZ", "VBP") for each in clause)
        resumed = closes is not None and tokens[closes + 1].tag in _FINITE
        if any(
            each.lower == "and" and rest[place + 1].tag == "VBD" for place, each in enumerate(rest[:-1])
        ) or any(each.tag in ("WDT", "WP") for each in clause[-8:]):
            return
        if any(each.text == "," for each in clause) and not resumed:
            return
        if told != resumed:
            yield slip("frame", verb, verb, ["including"], "What belongs to it is told with 'including'.")
        return
    if verb.tag == "VBG" and after.lower == "by" and _base(verb, "VBG") in _HELPED and _agent(tokens, at + 3):
        right = form(_base(verb, "VBG"), "VBN")
        yield slip(
            "frame", verb, verb, [right], f"Before an agent with 'by' stands the participle: '{right}'."
        )
        return
    if (
        verb.tag != "VBG"
        or tokens[at - 1].tag not in ("NN", "NNS")
        or after.lower not in ("in", "on", "at", "by", "last", "near", "between", "under")
    ):
        return
    base = _base(verb, "VBG")
    if base not in _SIGNED or base in (
        "hold",
        "build",
        "pass",
        "take",
        "make",
        "launch",
        "write",
        "sell",
        "release",
        "fine",
        "kill",
        "name",
        "buy",
        "win",
    ):
        return
    close = next(
        (place for place in range(at + 3, min(len(tokens) - 1, at + 11)) if tokens[place].text == ","), None
    )
    if (
        close is None
        or tokens[close + 1].tag not in _FINITE
        or any(each.tag in _FINITE for each in tokens[at + 2 : close])
    ):
        return
    if any(each.tag in _FINITE for each in tokens[max(0, at - 8) : at]) or tokens[at - 1].lower.endswith(
        _PERSONS
    ):
        return
    right = form(base, "VBN")
    yield slip("frame", verb, verb, [right], f"Whom it happens to is '{right}'.")


_HELPED = words("""help boost support drive fuel hit hurt back fund finance cause spur buoy drag damage kill injure own make write paint
    accompany follow surround attend lift hamper plague haunt inspire encourage discourage force cheer join watch guard escort""")
_LEFT = words(
    "second seconds minute minutes hour hours day days week weeks month months lap laps over overs mile miles meter meters vote votes hole holes"
)


def _with(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "With 49 seconds leaving", "with all ballots counting, the party", "with its bell still attach."."""
    place = at + 1
    while (
        place < len(tokens) - 1
        and tokens[place].tag in ("DT", "PRP$", "PDT", "JJ", "CD", "NN", "NNS", "RB")
        and place - at < 6
    ):
        verb = tokens[place]
        if place > at + 2 and verb.tag == "VB":
            break
        place += 1
    if place - at < 3:
        return
    verb, before, after = (
        tokens[place],
        tokens[place - 1],
        tokens[place + 1] if place + 1 < len(tokens) else tokens[place],
    )
    if (
        verb.lower == "leaving"
        and before.lower in _LEFT
        and (after.lower in ("in", "before", "until", "on", "to", "of") or after.tag in _ENDS)
    ):
        yield slip("frame", verb, verb, ["left", "remaining"], "What remains is 'left'.")
    elif verb.lower == "counting" and after.tag in _ENDS and before.tag == "NNS":
        yield slip("frame", verb, verb, ["counted"], "Whom or what it happens to is 'counted'.")
    elif (
        verb.tag == "VB"
        and not lexicon.tags(verb.lower) & {"NN", "JJ", "VBN", "RB"}
        and tokens[place - 1].tag in ("NN", "NNS", "RB")
        and (after.tag in _ENDS or after.lower in ("to", "by", "in", "from", "at"))
        and tokens[at + 1].tag in ("DT", "PRP$")
        and not any(each.tag in ("MD", "TO") for each in tokens[max(0, at - 1) : place])
    ):
        right = form(verb.lower, "VBN")
        yield slip("frame", verb, verb, [right], f"A participle is meant: '{right}'.")


_FOUND = words("""evidence traces trace starch bodies remains proof nothing nobody no out that guilty dead him her them it weapons drugs
    explosives signs fragments bones gold oil gas water survivors wreckage fingerprints errors mistakes links solutions""")
_FALLING = words(
    "snow rain prices price shares sales temperatures profits profit hail ash exports revenue output inflation ballots votes night darkness"
)


def _mixed_up(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "They founded starch from roots", "snow felled on the dunes"."""
    word, after, before = tokens[at], tokens[at + 1], tokens[at - 1] if at else None
    if (
        word.lower == "founded"
        and after.lower in _FOUND
        and before is not None
        and before.tag not in ("DT", "JJ")
    ):
        yield slip("frame", word, word, ["found"], "The past of 'find' is 'found'.")
    elif (
        word.lower == "felled"
        and before is not None
        and (
            before.lower in _FALLING
            or after.lower
            in ("to", "by", "from", "into", "off", "ill", "asleep", "below", "sharply", "short")
        )
        and before.lower not in BE | HAVE
    ):
        if after.lower == "by" and _agent(tokens, at + 2):
            return
        yield slip("frame", word, word, ["fell"], "The past of 'fall' is 'fell'.")


def _control(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Lawmakers also want know why"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or verb.lower not in _BARE_AFTER
        or at + 2 >= len(tokens)
        or verb.tag not in ("VB", "VBP")
    ):
        return
    after = tokens[at + 2]
    if (
        after.tag not in ("DT", "PRP$", "PRP", "WRB", "WP", "TO", "IN", "CD", "NNS", "RB", "JJ", "VBN")
        or after.text == "?"
    ):
        return
    if tokens[at].lower in ("hope", "agree", "hopes", "hoped", "agreed", "agrees") and verb.lower in (
        "be",
        "have",
        "get",
        "go",
        "say",
    ):
        return
    yield slip(
        "frame", verb, verb, [f"to {verb.text}"], f"After '{tokens[at].text}' stands an infinitive with 'to'."
    )


def _preposition(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Fined for dump oily water", "stop a wildfire from reach a monastery"."""
    verb = word_at(tokens, at + 1)
    lead = tokens[at]
    if verb is None or at + 2 >= len(tokens) or not at:
        return
    tags = lexicon.tags(verb.lower)
    if "VB" not in tags or tags & {"IN", "DT", "PRP", "RB", "JJ", "VBN", "CD", "MD"}:
        return
    after = tokens[at + 2]
    only = not tags & {"NN", "NNS", "NNP"}
    if lead.lower in ("before", "after", "than", "while", "when", "in", "into", "about", "at") and not only:
        return
    if lead.lower in ("than", "while", "when", "about", "in", "at", "into"):
        return
    if not (only or (verb.lower in _AS_VERBS and verb.lower not in _PLAIN_NOUNS)):
        return
    taking = (
        (after.tag in ("DT", "PRP$") and after.lower not in ("that", "this", "all", "both"))
        or after.lower in ("him", "them", "us", "me")
        or (
            after.tag in ("JJ", "NNS", "NN")
            and only
            and verb.tag in ("VB", "VBP")
            and verb.lower not in ("bake", "dump")
            and lead.lower != "of"
            and at + 3 < len(tokens)
        )
        or (
            verb.lower in ("dump", "steal", "sell", "smuggle", "carry", "throw", "recruit", "make")
            and after.tag in ("JJ", "NN", "NNS", "CD")
            and at + 3 < len(tokens)
            and tokens[at + 3].tag in ("NN", "NNS", "IN", "TO")
        )
    )
    if not taking:
        return
    if lead.lower == "for" and tokens[at - 1].lower in ("and", "but"):
        return
    if tokens[at - 1].tag in ("MD", "TO"):
        # "She will instead take a rest."
        return
    right = form(verb.lower, "VBG")
    if right != verb.lower:
        yield slip("frame", verb, verb, [right], f"After '{lead.text}' stands the form in -ing: '{right}'.")


def _begun(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Still in their crates when the rains begun"."""
    verb, after = tokens[at], tokens[at + 1]
    if after.text not in (".", ",") and after.tag not in ("IN", "RB", "TO"):
        return
    back = at - 1
    while back > 0 and tokens[back].tag in ("NN", "NNS", "DT", "JJ", "PRP$", "NNP") and at - back < 5:
        back -= 1
    if (
        back == at - 1
        or tokens[back].lower not in ("when", "before", "because", "until")
        or tokens[back].tag not in ("IN", "WRB")
    ):
        return
    end = next(
        (place for place in range(at + 1, len(tokens)) if tokens[place].tag in (",", ".", ":", "CC")),
        len(tokens),
    )
    if any(each.tag in _FINITE for each in tokens[at + 1 : end]):
        return
    base = lexicon.lemmas(verb.lower, "VBN")
    past = lexicon.inflect(base[0], "VBD") if base else None
    if past:
        yield slip("frame", verb, verb, [past], f"The past tense is '{past}'.")
