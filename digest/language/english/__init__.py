"""English: its words, tables and rules."""
