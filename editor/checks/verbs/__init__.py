"""The forms of verbs after what rules them: modals, "do", "have", "be", "to" and a few other verbs."""
