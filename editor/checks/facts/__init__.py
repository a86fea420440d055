"""Facts of a story that must agree with one another: names, ages, numbers, dates."""
