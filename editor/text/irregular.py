"""English irregular verbs whose past tense and participle differ, and the wrong forms that learners make of all of them.

After the lists in Quirk et al., "A Comprehensive Grammar of the English Language", 3.11-3.20, and Swan, "Practical English Usage".
"""

from __future__ import annotations

# base: past, participle
_DIFFERENT = """
arise arose arisen|awake awoke awoken|become became become|begin began begun|bite bit bitten|blow blew blown|break broke broken
choose chose chosen|come came come|do did done|draw drew drawn|drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen
fly flew flown|forbid forbade forbidden|foresee foresaw foreseen|forget forgot forgotten|forgive forgave forgiven|forgo forwent forgone
forsake forsook forsaken|freeze froze frozen|give gave given|go went gone|grow grew grown|hide hid hidden|know knew known
lie lay lain|mistake mistook mistaken|outdo outdid outdone|outgrow outgrew outgrown|outrun outran outrun|overcome overcame overcome
overdo overdid overdone|overeat overate overeaten|override overrode overridden|overrun overran overrun|oversee oversaw overseen
overtake overtook overtaken|overthrow overthrew overthrown|partake partook partaken|redo redid redone|rerun reran rerun
retake retook retaken|rewrite rewrote rewritten|ride rode ridden|ring rang rung|rise rose risen|run ran run|see saw seen
shake shook shaken|shrink shrank shrunk|sing sang sung|sink sank sunk|slay slew slain|speak spoke spoken|spring sprang sprung
steal stole stolen|stink stank stunk|stride strode stridden|strive strove striven|swear swore sworn|swim swam swum|take took taken
tear tore torn|throw threw thrown|tread trod trodden|undergo underwent undergone|undertake undertook undertaken|undo undid undone
wake woke woken|wear wore worn|weave wove woven|withdraw withdrew withdrawn|write wrote written
"""
_ROWS = [row.split() for row in _DIFFERENT.replace("\n", "|").split("|") if row]

PARTICIPLE_OF_PAST = {past: participle for _, past, participle in _ROWS}
"""Participles by past tenses that are never participles: went, gone."""

PAST_OF_PARTICIPLE = {participle: past for base, past, participle in _ROWS if participle not in (base, past)}
"""Past tenses by participles that are never past tenses: gone, went."""

BASE_OF_PAST = {past: base for base, past, _ in _ROWS}
"""Bare forms by those past tenses: went, go."""

UNMARKED = frozenset(base for base, _, participle in _ROWS if base == participle)
"""Verbs whose participle is their bare form while the past tense is not: come, run."""
