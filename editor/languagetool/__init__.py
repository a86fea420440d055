"""LanguageTool: fetched once, started in the background, asked for its matches, and its rules chosen for news."""
