"""The form that a verb, an adjective or a helper asks of the next: "expected fall", "seen enter", "banned cars enter", "yet to chosen"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.verbs.slip import BE, Slip, form, joined, slip, word_at
from editor.text import lexicon
from editor.text.irregular import PAST_OF_PARTICIPLE
from editor.text.model import Token
from editor.text.words import words
from editor.values import Severity

_NOUNS = frozenset(["NN", "NNS", "NNP", "NNPS"])
_FINITE = frozenset(["VBD", "VBZ", "VBP", "MD"])
_AFTER_VERB = frozenset(["IN", "DT", "PRP$", "PRP", "RB", "TO", "CD", ".", ",", "RP", "NNS", "$", "NNP"])
_TOLD = words("told asked ordered warned urged advised instructed forced encouraged persuaded invited permitted required reminded allowed expected compelled "
              "obliged due yet unable reluctant unwilling eager willing ready scheduled begged tempted taught")  # fmt: skip
_EXPECTED = words("expected likely unlikely scheduled supposed unable allowed forced permitted required obliged bound unwilling reluctant eager "
                  "ready poised slated entitled urged ordered asked invited encouraged believed thought predicted forecast")  # fmt: skip
_COMES = words("""fall rise begin start take reach win lose become go leave pay open close arrive return announce resign sign meet increase decrease
    drop grow last run attend visit play face vote decide testify speak give make receive cost hit send remain continue join hold be have
    find build buy sell stay move pass appear land cover kill create cut raise lift replace finish end bring travel recover improve stop
    evacuate wait work climb slow double die pull strike ease sleep eat walk live flee stand swim kneel watch listen apologize apologise hide drink cancel postpone abandon surrender withdraw""")
_SEEN = words("seen heard spotted filmed observed photographed caught noticed")
_STOPPING = words("stop stopped stops stopping prevent prevents prevented preventing ban banned bans banning bar barred bars barring prohibit prohibits "
                  "prohibited discourage discouraged deter deterred")  # fmt: skip
_ENTERING = words("enter reach leave cross use sell buy join carry take make attend attack build drive visit work fish hunt travel move go become get receive "
                  "vote play run spread export import operate own wear keep speak see meet film publish post return board approach")  # fmt: skip
_AT_WORK = words(
    "work live play study train teach travel search wait talk fight look act serve stay sleep hide rise fall grow shrink decline increase protest campaign demonstrate march struggle negotiate prepare camp queue investigate"
)
_CAUSED = words("""confiscate revoke amputate remove repair steal cancel suspend extend paint cut break seize reject renew withdraw reduce
    publish translate restore search freeze commute overturn quash deport approve install delete""")
_JOINED = words("""melt send kill take beat drag shoot strip throw burn bury tear hang break ship auction hide give bring lock drive dump smuggle leave
    chase blindfold handcuff torture release fine jail deport evacuate destroy demolish rebuild replace remove move arrest charge question
    treat wash paint clean cook cut weigh test sort pack store export""")
_HIT = words(
    "kill injure wound arrest trap displace detain hurt evacuate infect strand kidnap hospitalize hospitalise rescue"
)
_TIRING = {
    "exhausting": "exhausted",
    "disappointing": "disappointed",
    "boring": "bored",
    "confusing": "confused",
    "frightening": "frightened",
    "exciting": "excited",
    "surprising": "surprised",
    "embarrassing": "embarrassed",
    "shocking": "shocked",
    "tiring": "tired",
    "worrying": "worried",
    "amazing": "amazed",
    "terrifying": "terrified",
    "frustrating": "frustrated",
    "depressing": "depressed",
    "interesting": "interested",
}
_PERSONS = ("ers", "ors", "ists", "ents", "ants", "ians")
_PEOPLE = words("people residents survivors police families fans men women children parents neighbors neighbours voters players passengers refugees villagers "
                "he she they we i nobody everyone everybody crew staff soldiers troops pupils tourists pilgrims shoppers miners sailors mother father coach")  # fmt: skip
_ALWAYS_TO = words("managed manages refused refuses failed fails decided decides")
_WINS = words("win escape reach keep hold save find get make avoid pay leave stop buy sell sign raise persuade convince rescue recover score finish beat "
              "climb land cross meet open enter return join attend answer speak appear give take become close cut")  # fmt: skip


# What one can only refuse to do; and what one may deny having done as well.
_REFUSED = words("""say comment postpone delay sail answer leave sign release talk testify speak let allow negotiate cooperate grant extend
    join discuss name resign step return work hear issue explain respond apologize attend vote approve publish withdraw recognize
    obey fight appear surrender budge evacuate disband bow wait consider""")
_DENIED_OR_REFUSED = words(
    "accept pay open give transfer send sell hand reveal disclose provide help meet support supply share"
)


def governed(tokens: Sequence[Token]) -> Iterator[Slip]:
    """Verbs in a form that the word before them does not take."""
    if len(tokens) < 5:
        return
    for at in range(1, len(tokens) - 2):
        token = tokens[at]
        lower = token.lower
        if token.tag == "TO":
            yield from _to(tokens, at)
        elif lower in _EXPECTED and (tokens[at - 1].lower in BE or tokens[at - 2].lower in BE):
            yield from _expected(tokens, at)
        elif lower in _SEEN and (tokens[at - 1].lower in BE or tokens[at - 2].lower in BE):
            yield from _seen(tokens, at)
        elif lower in ("denied", "denies", "deny", "denying"):
            yield from _denied(tokens, at)
        elif lower in _ALWAYS_TO:
            yield from _managed(tokens, at)
        elif lower == "been":
            yield from _been(tokens, at)
        elif lower == "and":
            yield from _joined(tokens, at)
        elif lower in _HIT and token.tag in ("VBP", "VB", "NN"):
            yield from _hit(tokens, at)
        elif lower in _TIRING:
            yield from _tiring(tokens, at)
        elif lower in ("had", "have", "has", "having"):
            yield from _had_done(tokens, at)
        elif lower == "born":
            yield from _born(tokens, at)
        elif lower == "found" and tokens[at + 1].lower == "died":
            yield slip("frame", tokens[at + 1], tokens[at + 1], ["dead"], "One is found 'dead'.")
        if lower in _STOPPING:
            yield from _stopped(tokens, at)


def _to(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Were told to leaving", "has yet to chosen"."""
    before = tokens[at - 1]
    verb = word_at(tokens, at + 1)
    if verb is None or before.lower not in _TOLD or "VB" in lexicon.tags(verb.lower):
        return
    if before.lower != "yet" and not any(each.lower in BE for each in tokens[max(0, at - 4) : at - 1]):
        return
    running = verb.tag == "VBG" and lexicon.lemmas(verb.lower, "VBG")
    done = verb.lower in PAST_OF_PARTICIPLE and lexicon.lemmas(verb.lower, "VBN")
    found = running or done
    if (
        found
        and tokens[at + 2].tag in _AFTER_VERB | {"NN", "JJ"}
        and not (running and tokens[at + 2].tag in ("NN", "NNS"))
    ):
        yield slip("frame", verb, verb, [found[0]], f"After 'to' stands the bare verb: '{found[0]}'.")


def _expected(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Prices were expected fall after the harvest"."""
    verb = word_at(tokens, at + 1)
    after = tokens[at + 2]
    if (
        verb is None
        or verb.lower not in _COMES
        or after.tag not in _AFTER_VERB
        or verb.tag not in ("VB", "VBP", "NN")
    ):
        return
    if (
        any(
            each.lower in ("than", "as", "it", "there", "when", "then")
            for each in tokens[max(0, at - 4) : at]
        )
        and verb.tag == "NN"
    ):
        return
    if after.tag in ("NNS", "NNP", ",") and verb.tag == "NN":
        return
    # "allowed leave from work", "entitled pay in advance" may be nouns.
    if verb.lower in ("leave", "pay", "work", "rest") and after.lower in ("from", "of", "for", "in"):
        return
    yield _with_to(tokens[at], verb)


def _with_to(head: Token, verb: Token) -> Slip:
    """A verb that lacks its "to" after the one that asks for it."""
    return slip(
        "frame", verb, verb, [f"to {verb.text}"], f"After '{head.text}' stands an infinitive with 'to'."
    )


def _seen(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Was seen enter the building"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or "VB" not in lexicon.tags(verb.lower)
        or verb.tag not in ("VB", "VBP")
        or tokens[at + 2].tag not in _AFTER_VERB
    ):
        return
    running = form(verb.lower, "VBG")
    yield slip(
        "frame", verb, verb, [running, f"to {verb.text}"], f"Who is seen doing a thing is seen '{running}'."
    )


def _denied(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Denied to steal the documents"."""
    verb = word_at(tokens, at + 2)
    if (
        tokens[at + 1].lower != "to"
        or verb is None
        or verb.tag != "VB"
        or tokens[at - 1].lower in BE | {"been", "being"}
    ):
        return
    running = form(verb.lower, "VBG")
    if verb.lower in _REFUSED:
        # What one is asked for one refuses: another rule says so.
        return
    if verb.lower in _DENIED_OR_REFUSED:
        refused = form("refuse", tokens[at].tag)
        yield slip(
            "frame",
            tokens[at],
            verb,
            [f"{tokens[at].text} {running}", f"{refused} to {verb.text}"],
            "What one has not done one denies doing, what one will not do one refuses to do.",
        )
        return
    yield slip("frame", tokens[at + 1], verb, [running], f"'Deny' takes the form in -ing: '{running}'.")


def _managed(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The team managed win despite losing two players"."""
    verb = word_at(tokens, at + 1)
    if (
        tokens[at].tag not in _FINITE
        or verb is None
        or verb.lower not in _WINS
        or verb.tag not in ("VB", "VBP", "NN")
    ):
        return
    if tokens[at + 2].tag not in ("DT", "PRP$", "IN", "RB", "TO", "PRP", ".") or (
        verb.tag == "NN" and tokens[at + 2].tag == "IN" and verb.lower not in ("win", "escape", "reach")
    ):
        return
    yield _with_to(tokens[at], verb)


def _been(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Has been work on the vaccine since 2018"."""
    verb = word_at(tokens, at + 1)
    if (
        verb is None
        or verb.lower not in _AT_WORK
        or verb.tag not in ("VB", "VBP", "NN")
        or tokens[at - 1].lower not in ("has", "have", "had", "'ve", "already", "also")
    ):
        return
    if tokens[at + 2].lower not in (
        "on",
        "in",
        "at",
        "for",
        "with",
        "there",
        "here",
        "since",
        "as",
        "from",
        "under",
        "together",
        "against",
        "sharply",
        "steadily",
        "outside",
        "near",
        "over",
        "around",
        "through",
        "across",
    ):
        return
    back = [each.lower for each in tokens[max(0, at - 3) : at]]
    if "there" in back or ("it" in back and verb.tag == "NN"):
        return
    running = form(verb.lower, "VBG")
    yield slip("frame", verb, verb, [running], f"After 'been' stands a participle: '{running}'.")


def _joined(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The statue was stolen and melt down for its bronze"."""
    place = at + 1
    while place < len(tokens) - 2 and tokens[place].tag == "RB" and place - at < 3:
        place += 1
    verb = word_at(tokens, place)
    if (
        verb is None
        or verb.lower not in _JOINED
        or verb.tag not in ("VB", "VBP", "NN")
        or lexicon.tags(verb.lower) & {"VBN"}
    ):
        return
    after = tokens[place + 1]
    if after.tag not in ("IN", "RP", "TO", "RB", ".") or (verb.tag == "NN" and after.tag == "."):
        return
    if after.lower in ("of", "and") or (
        verb.tag == "NN"
        and after.lower in ("in", "on", "for")
        and verb.lower
        in (
            "test",
            "charge",
            "question",
            "store",
            "move",
            "burn",
            "cut",
            "release",
            "export",
            "fine",
            "arrest",
            "cook",
            "treat",
            "kill",
            "break",
            "paint",
            "lock",
            "ship",
        )
    ):
        return
    for back in range(at - 1, max(0, at - 9), -1):
        token = tokens[back]
        if token.tag in (
            "VB",
            "VBD",
            "VBZ",
            "VBP",
            "VBG",
            "MD",
            "TO",
            "WDT",
            "WP",
            ",",
            ":",
        ) or token.lower in ("and", "or"):
            return
        if token.tag == "VBN":
            lead = back - 1
            while lead > 0 and tokens[lead].tag == "RB":
                lead -= 1
            if tokens[lead].lower not in BE:
                return
            if form(verb.lower, "VBN") != verb.lower:
                yield joined("chain", verb, "VBN", token)
            return


def _hit(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "One of three women kill in the attack"."""
    before, after = tokens[at - 1], tokens[at + 1]
    if (
        before.tag != "NNS"
        or after.lower not in ("in", "by", "when", "during", "on")
        or tokens[at + 2].tag not in ("DT", "PRP$", "NNP", "NN", "NNS", "CD", "JJ")
    ):
        return
    if not any(each.tag in _FINITE for each in tokens[:at]) or any(
        each.tag in ("MD", "TO") or each.lower in ("who", "that", "which", "and", "do", "did")
        for each in tokens[max(0, at - 4) : at]
    ):
        return
    if not any(each.tag == "IN" or each.tag in ("VBD", "VBZ") for each in tokens[max(0, at - 5) : at - 1]):
        return
    right = form(tokens[at].lower, "VBN")
    if right != tokens[at].lower:
        yield slip("frame", tokens[at], tokens[at], [right], f"A participle is meant: '{right}'.")


def _tiring(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "The survivors were too exhausting to speak"."""
    word, after = tokens[at], tokens[at + 1]
    place = at - 1
    while place > 0 and tokens[place].tag == "RB":
        place -= 1
    if tokens[place].lower not in ("is", "are", "was", "were", "am", "be", "been") or place < 1:
        return
    subject = tokens[place - 1]
    if not (subject.lower in _PEOPLE or (subject.tag == "NNS" and subject.lower.endswith(_PERSONS))):
        return
    too = tokens[at - 1].lower == "too"
    if (
        after.lower == "to"
        and tokens[at + 2].tag == "VB"
        and (too or word.lower not in ("boring", "exciting", "interesting", "tiring"))
    ) or after.lower in ("that", "about", "at", "because", "when"):
        # "too interesting to ignore": the subject is what is not ignored.
        if after.lower == "to" and tokens[at + 2].lower in _GAPPED:
            return
        right = _TIRING[word.lower]
        yield slip(
            "frame",
            word,
            word,
            [right],
            f"Who feels it is '{right}'.",
            Severity.QUERY if not too and after.lower in ("to", "when", "because") else None,
        )


_GAPPED = words(
    "ignore miss overlook forget resist dismiss refuse watch drop leave omit reject describe follow skip"
)


def _had_done(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Had his passport confiscate at the airport"."""
    if tokens[at + 1].tag != "PRP$":
        return
    place = at + 2
    while place < len(tokens) - 1 and tokens[place].tag in ("JJ", "NN", "NNS") and place - at < 5:
        verb = tokens[place]
        if place > at + 2 and verb.lower in _CAUSED and tokens[place - 1].tag in ("NN", "NNS"):
            break
        place += 1
    verb = tokens[place]
    if (
        place == at + 2
        or verb.lower not in _CAUSED
        or verb.tag not in ("VB", "VBP", "NN")
        or tokens[place + 1].tag not in ("IN", ".", ",", "RB", "TO")
    ):
        return
    right = form(verb.lower, "VBN")
    if right != verb.lower:
        yield slip("frame", verb, verb, [right], f"One has a thing '{right}'.")


def _born(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Born and grown in Accra"."""
    if (
        tokens[at + 1].lower == "and"
        and tokens[at + 2].lower in ("grown", "grew")
        and (at + 3 >= len(tokens) or tokens[at + 3].lower in ("in", "on", "near", "."))
        and tokens[at + 2].lower == "grown"
    ):
        yield slip("frame", tokens[at + 2], tokens[at + 2], ["raised"], "One is 'born and raised'.")


def _stopped(tokens: Sequence[Token], at: int) -> Iterator[Slip]:
    """ "Banned cars enter the old town", "to stop protesters reach the square"."""
    place = at + 1
    while (
        place < len(tokens) - 1
        and tokens[place].tag in ("DT", "PRP$", "JJ", "NN", "NNS", "NNP", "PRP", "CD", "POS")
        and place - at < 5
    ):
        if place > at + 1 and tokens[place].lower in _ENTERING and tokens[place + 1].tag in ("DT", "PRP$"):
            break
        place += 1
    verb = word_at(tokens, place)
    if (
        verb is None
        or place == at + 1
        or verb.lower not in _ENTERING
        or verb.tag not in ("VB", "VBP", "NN")
        or tokens[place + 1].tag not in ("DT", "PRP$", "IN", "TO")
    ):
        return
    if tokens[place - 1].tag not in ("NNS", "NN", "NNP", "PRP") or (
        verb.tag == "NN" and tokens[place + 1].tag not in ("DT", "PRP$")
    ):
        return
    if tokens[at].lower in ("bar", "bars", "stop", "stops", "ban", "bans") and tokens[at].tag in (
        "NN",
        "NNS",
    ):
        return
    if tokens[place - 1].tag == "NNS" and verb.tag == "VBP" and tokens[place + 1].tag not in ("DT", "PRP$"):
        return
    # "stopped staff leave in May" stops a leave.
    if (
        verb.lower in ("leave", "work", "run", "visit")
        and tokens[place - 1].tag == "NN"
        and tokens[place + 1].tag == "IN"
    ):
        return
    running = form(verb.lower, "VBG")
    yield slip(
        "frame",
        verb,
        verb,
        [f"from {running}", running],
        f"After '{tokens[at].text}' one says 'from {running}'.",
    )
