"""Forms in -ing: a verb's, with its object after it, or one that stands before a noun as an adjective does."""

from __future__ import annotations

from collections.abc import Sequence

from editor.text import lexicon
from editor.text.model import Token
from editor.text.words import words

# Their -ing forms don't stand before a noun as adjectives: "producing steel".
TAKING = words("""accept achieve add adopt afford announce answer attract avoid bring build buy call carry catch charge choose collect
    commit compete complete conduct contain create cut deliver deny destroy discuss do draw earn eliminate employ enter establish
    export fight find finance find fix generate get give grow handle have hire hold host ignore implement import improve include
    introduce join keep launch lose lower make manage manufacture negotiate obtain offer open organize organise own pay perform
    prevent process produce promote protect prove provide publish pursue put raise reach read receive recruit reduce reject release
    remove repay replace resolve restore save secure see seek sell send serve settle share sign solve spend start stop store supply
    take tackle teach tell transfer transport treat use win write abandon abuse accuse admit advise appoint approve arrange arrest
    assault assemble bribe cancel capture chase cheat check collect combat commission compare conceal concede condemn confirm
    confront consider convince corrupt count cover criticize criticise curb dam damage deceive defeat defend defraud defuse demand
    deploy deprive detect deter discover dispatch distribute divert double draft dump embezzle embrace encourage enforce ensure
    evade examine exceed exclude execute expand exploit expose extend extort fake falsify feed fill fire flout foster fund gather
    grant guard halt harass harbor harbour harm help hide hinder hit hurt identify impose inflate inform inject injure inspect
    install insult intimidate invest investigate issue jail kidnap kill label lack lay lead lift limit link locate love manipulate
    mark meet mislabel mislead misuse mock monitor murder name neglect note notify obstruct occupy omit order oust outline
    overcome overlook overthrow persuade pick place plan plant plot poison police possess predict prepare preserve print probe
    prosecute punish push quell question quit quote raid rape ratify recognize recognise recommend record refuse regulate
    rehabilitate renovate rent repeat represent rescue restrict review revive rig rob sabotage safeguard sanction satisfy
    scrap search seize shelter shield shoot shrink silence slash smash smuggle soften spot spread spy stab steal strengthen
    compensate expel deport evict extradite dissolve impeach recall reinstate retain ease suspend resume relocate repair rebuild
    refurbish reinforce repatriate photograph inhale interview slaughter address cross dismantle reschedule resettle form let
    phase borrow lend rule visit invite demolish renew renegotiate reconsider lodge quash sue vet curtail shut strip subsidize subsidise supervise surround swap target tax test threaten torture toss trace track trap trim undermine
    understand unveil uphold urge vaccinate value violate visit want warn wash waste weaken welcome withhold wound""")
# -ing forms that stand before nouns: "rising prices", "striking workers".
MODIFYING = words("""rising falling growing existing developing emerging operating working living leading remaining competing opposing
    warring visiting aging ageing striking threatening surviving participating neighboring neighbouring bordering ruling voting
    teaching farming banking fishing mining trading shipping engineering lending marketing increasing decreasing declining
    continuing ongoing outstanding incoming outgoing underlying missing dying warning conflicting confusing alarming worrying
    promising encouraging damaging surrounding supporting opening closing winning losing running standing sitting sleeping
    moving changing shrinking expanding exciting interesting disappointing surprising shocking lasting binding pending matching
    coming following preceding racing training housing building accounting advertising drinking driving flying parking
    recording breeding cooking heating lighting living loading landing hunting gambling smuggling trafficking polluting offending
    infringing competing corresponding contributing retiring departing arriving returning protesting demonstrating migrating
    orbiting exporting importing producing manufacturing consuming buying selling borrowing creating fighting holding staying""")

# What the forms that stand before nouns stand before: "importing countries".
_MODIFIED = words("""countries nations states companies firms season seasons power capacity costs process period market markets group groups
    parties sides teams price prices team side party goal run streak bid partner partners stages game match day night chapter
    country nation company firm coalition class classes ship ships vessel vessels bird birds sector industry""")


def takes_object(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word at `at` is a verb's form in -ing with its object after it, whatever it is tagged: "in spotting forgeries"."""
    token = tokens[at]
    if not token.text.islower() or not token.lower.endswith("ing") or at + 1 >= len(tokens):
        return False
    if token.tag != "VBG" and "VBG" not in token.tags:
        return False
    after = tokens[at + 1].tag
    if after in ("DT", "PRP$"):
        return True
    if after not in ("NN", "NNS", "NNP", "JJ", "CD"):
        return False
    if token.lower in MODIFYING and tokens[at + 1].lower in _MODIFIED:
        return False
    return any(each in TAKING for each in lexicon.lemmas(token.text, "VBG"))
