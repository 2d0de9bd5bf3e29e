"""English: all words, tables, cues and names of the calendar that the stages know."""
