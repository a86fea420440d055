"""How fast copydesk is, cold, warm and over an archive, beside its peers in the same run."""
