"""Words, tables and rules of the languages that articles are written in."""
