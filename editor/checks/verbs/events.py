"""Verbs of what happens once: beside a past tense none of them is a habit or a state of today."""

from __future__ import annotations

from editor.text.words import words

EVENTS = words("""destroy kill hit crash collapse explode wave win score beat arrest shoot stab flee escape injure wound smash strike burn
    break fall jump throw grab steal rob attack seize capture enter climb drop drown sink catch push pull kick punch knock bite
    overturn slam swerve skid tear rip damage flood evacuate rescue save die vanish disappear surrender arrive land leave return
    walk run drive fly sail ask reply answer shout scream cry laugh smile hug kiss shake tell admit confess resign sign reject
    approve order sentence convict acquit fine jail release free detain charge accuse condemn bounce roll equalize equalise
    head finish defeat lose retire reach cross pass win close open start end stop begin fire launch blow cut block send bring
    take put give find discover pay buy sell vote elect appoint choose announce reveal declare warn name become come go""")
ONCE = (
    EVENTS
    | words("""drift separate hear cause see notice realize realise reveal strike erupt hold leave board stumble spot refuse agree
    travel describe recognize recognise slide slip trip wake pass spill drag trap topple sweep burst tip buy move rule order
    spread withdraw step hide knock hang dive steal flip roll crawl climb meet speak hand open lift grow suffer""")
)
# Those of them that no headline and no habit has in the present.
NARRATED = ONCE - words("""go come take put run open close pay sell give leave start begin end stop become change cost say send
    lead mean keep make cut hold win lose beat cover return cross know head retire grow fall rise name call cause refuse agree meet move spread
    drive sail fly fire find bring declare announce tell speak see hear score travel describe""")
# They strike without a timetable, so a present with the name of a day is a story told in the present.
SUDDEN = words("""force kill hit injure wound collapse crash explode die arrest destroy flee strike erupt drown burn shoot stab rob
    overturn derail capsize sink evacuate rescue discover seize catch smash topple trap strand knock disrupt admit confess resign
    find recover collide ambush kidnap escape assassinate detonate faint fell sweep swallow bury flood damage steal bite attack detain hospitalize hospitalise""")
HAPPENS = (
    EVENTS
    | SUDDEN
    | words(
        "devalue melt freeze rot marry divorce graduate move buy receive refuse accept agree speak meet begin"
    )
)
