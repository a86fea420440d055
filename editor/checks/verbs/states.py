"""States told in the continuous: "is not trusting them", "was tasting of nothing", "is having a team of six inspectors"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import Slip, slip
from editor.text.model import Token
from editor.text.phrases import phrase_at
from editor.text.times import Time
from editor.text.verbgroups import PAST, PRESENT, Group, inflected
from editor.text.words import words
from editor.values import Severity

# They never tell of something that goes on.
STATES = words("""know belong consist contain own prefer possess resemble deserve seem doubt want need like hate believe trust
    understand owe lack matter exist depend correspond tend wish suppose equal dislike despise adore envy distrust mistrust comprise detest pertain suffice love differ concern include disagree agree regard satisfy
    astonish signify denote constitute merit border fear involve think regret""")
# These are right now and then, so they count only with a clear object or preposition.
_WITH = {
    "trust": words("the them him her us it you this that their his our politicians anybody anyone"),
    "love": words("the it this that football music"),
    "like": words("the it this that them him her football music to more a"),
    "depend": words("on upon"),
    "differ": words("from in"),
    "concern": words("the all both only mostly"),
    "include": words("the a an all some many more"),
    "agree": words("with that"),
    "disagree": words("with"),
    "regard": words("the it this them him her"),
    "want": words("to the a an more that his her their its them him it us no"),
    "need": words("to the a an more help money his her their its"),
    "understand": words("the that how why what it this them him her"),
    "believe": words("that the in it him her them us this his"),
    "wish": words("to"),
    "think": words("that"),
    "border": words("on with the"),
    "fear": words("that the a an"),
    "regret": words("the that this his her our their any not"),
    "involve": words("the a more many"),
    "exist": words("in on at for since only under"),
    "matter": words("to for more most a"),
    "tend": words("to"),
    "hate": words("the it this them him her"),
    "doubt": words("the that if whether it this his her their its him them us"),
}
_ALSO_RIGHT = words("love like want need include agree disagree border fear involve concern")
_SENSES = words("taste smell")
# "Is lacking in pace" has an adjective, and to own up is to confess.
_HIMSELF = words("himself herself itself themselves yourself ourselves")
_OTHER_SENSES = {("lack", "in"), ("own", "up")}
_SPREADING = words("""fire fires blaze blazes wildfire wildfires flames outbreak outbreaks epidemic virus infection spread spill spills leak
    leaks damage costs inflation crowd crowds violence unrest crisis threat threats attack attacks flood floods disease conflict""")
_OWNED = words("""population capital area length height width depth weight size shape color colour capacity budget stake house home car farm
    shop right duty majority minority reputation history staff fleet network branch idea doubt passport visa permit license licence
    degree diploma son daughter brother sister wife husband mother father uncle aunt cousin family relatives friend job contract
    monopoly team squad striker goalkeeper bowler coach captain office factory plant member members employees
    workers inspectors inspector doctors nurses teachers pupils students soldiers troops police officers engineers rooms seats beds
    floors windows engines beard hair eyes accent experience knowledge skill skills money cash debt debts reserves resources power
    powers authority access value system law constitution border coast climate island islands tradition culture religion language
    name title address chance opportunity choice option reason evidence proof information opinion plans aim goal purpose structure
    temperature antibodies record fans followers supporters subscribers customers readers viewers shareholders partners rivals allies
    enemies pet dog cat horse herd land ship ships aircraft planes tanks weapons missiles warheads army navy base bases stadium
    airport port museum library hospital school university chairs tickets vehicles trucks buses trains clinic ambulance station
    stations inhabitants residents citizens voters villages towns districts provinces regions languages advantage disadvantage
    interest interests responsibility license insurance account accounts assets property lawyer website app version""")


def states(tokens: Sequence[Token], found: Sequence[Time], verbs: Sequence[Group]) -> Iterator[Slip]:
    """Continuous forms of verbs that tell of a state."""
    for group in verbs:
        if (
            not group.running
            or group.passive
            or group.tense not in (PRESENT, PAST)
            or group.verb + 1 >= len(tokens)
        ):
            continue
        verb, after = tokens[group.verb], tokens[group.verb + 1]
        lemma = verb.lemma
        if (group.start and tokens[group.start - 1].tag in ("VBG", "EX")) or verb.lower in ("being",):
            continue
        if group.start and tokens[group.start - 1].lower in ("what", "all", "there", "problem", "thing"):
            continue
        if lemma in STATES:
            allowed = _WITH.get(lemma)
            if allowed is not None and after.lower not in allowed:
                continue
            if allowed is None and (after.tag in (".", ",", "CC", "''") or (verb.tag == "NN")):
                continue
            himself = group.verb + 2 < len(tokens) and tokens[group.verb + 2].lower in _HIMSELF
            if (lemma, after.lower) in _OTHER_SENSES or (lemma == "believe" and himself):
                continue
            if lemma == "contain" and _held_back(tokens, group.verb + 1):
                continue
            if any(
                each.tag == "RB"
                and each.lower
                in (
                    "very",
                    "too",
                    "so",
                    "more",
                    "still",
                    "just",
                    "really",
                    "increasingly",
                    "always",
                    "constantly",
                    "now",
                )
                for each in tokens[group.start : group.verb]
            ):
                continue
            if lemma in _ALSO_RIGHT and tokens[group.start].lower in ("'m", "'re", "'s", "am"):
                continue
        elif lemma in _SENSES:
            if after.lower not in ("of", "like") and not (
                after.tag == "JJ"
                and group.verb + 2 < len(tokens)
                and tokens[group.verb + 2].tag in (".", ",", "CC", "IN")
            ):
                continue
        elif lemma == "have":
            phrase = phrase_at(tokens, group.verb + 1, -1)
            if phrase is None or not _owned(tokens, phrase.head) or after.tag in ("RB",):
                continue
            if phrase.end < len(tokens) and tokens[phrase.end].tag in (
                "VBN",
                "VBD",
                "VB",
                "VBG",
                "JJ",
                "NN",
                "NNS",
            ):
                continue
        else:
            continue
        fix = _plain(tokens, group)
        if fix is not None:
            severity = (
                Severity.QUERY if lemma in ("lack", "tend", "agree", "disagree", "include", "think") else None
            )
            message = f"A state does not take the continuous: '{fix}'."
            yield slip("states", tokens[group.start], verb, [fix], message, severity)


def _held_back(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows is something that one contains by work: "were containing the blaze"."""
    return any(each.lower in _SPREADING for each in tokens[at : at + 5])


def _owned(tokens: Sequence[Token], head: int) -> bool:
    """Whether the noun names what one has, not what one does or suffers."""
    if tokens[head].lower in ("attack", "defense", "defence"):
        return tokens[head - 1].tag == "JJ"
    return tokens[head].lower in _OWNED


def _plain(tokens: Sequence[Token], group: Group) -> str | None:
    """The group in its simple tense."""
    helper, verb = tokens[group.start], tokens[group.verb]
    between = list(tokens[group.start + 1 : group.verb])
    negative = any(each.lower in ("not", "n't") for each in between)
    adverbs = [each.text for each in between if each.lower not in ("not", "n't")]
    many = helper.lower in ("are", "were", "am", "'re", "'m")
    bare = inflected(verb, "VB")
    if bare is None or (not helper.space and helper.lower != "'s"):
        return None
    if group.tense == PAST:
        return " ".join(
            [
                *(["did not"] if negative else []),
                *adverbs,
                bare if negative else inflected(verb, "VBD") or bare,
            ]
        )
    if negative:
        return " ".join(["do not" if many else "does not", *adverbs, bare])
    form = bare if many else inflected(verb, "VBZ")
    return " ".join([*adverbs, form]) if form else None
