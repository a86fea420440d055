"""Words that carry a verb up to now: beside them a present or a perfect may stand in a story of the past."""

from __future__ import annotations

from editor.text.words import words

UP_TO_NOW = words("since ever yet so already always often usually now today still sometimes every each")
