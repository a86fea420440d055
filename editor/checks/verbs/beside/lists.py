"""What the checks of verbs beside a past ask of words."""

from __future__ import annotations

from editor.text.words import words

STATES = words("""be have know remain want need believe think mean seem appear contain include own belong live exist represent involve require
    depend cost show say tell suggest indicate hope expect plan""")
TELLING = words(
    "say tell add ask reply explain note warn write announce argue insist report claim recall think believe know wonder"
)
TODAY = words("now today still currently sometimes often usually always every each if whenever")
PASSING = words(
    "pass enter arrive approach land sink collapse die explode fall reach walk rise drown burn erupt strike hit crash vanish disappear"
)
STRUCK = words("""fall hit kill injure collapse crash explode burst break catch strike land die sink flood burn lose bury shoot stab overturn slam
    swerve vanish disappear faint""")
