"""Verbs that take an object, and where one sees that there is none."""

from __future__ import annotations

from editor.text.words import words

# Nobody arrests, evicts or vaccinates without an object.
STRICT = words("""arrest detain trap forge evict deport jail imprison kidnap injure wound destroy demolish damage displace rescue hospitalize
    hospitalise appoint inform notify authorize authorise ratify seize confiscate loot hijack exhume expel compensate vaccinate
    infect diagnose contaminate repair restore renovate assassinate murder execute abduct recruit locate situate install identify
    dismantle disarm overthrow oust topple behead ambush massacre besiege bombard torture persecute prosecute acquit sack suspend
    postpone inaugurate abolish repeal overturn erect excavate unearth summon convene disqualify relegate eliminate crown honor honour
    acclaim criticise criticize praise condemn accuse blame exclude isolate quarantine amputate transplant decipher falsify fabricate
    smuggle launder embezzle deposit refund reimburse subsidize subsidise privatize privatise nationalize nationalise
    prevent cause trigger bury extinguish contain salvage tow refloat dredge illuminate translate compile""")
# The marks after a verb that leave it without an object.
ENDS = frozenset([".", ","])
