"""Cosines above which a sentence is redundant: it says the same as another."""

# Within a story, by TF-IDF over its own sentences. What all of them share weighs next to nothing
# there, so that more than this is the same news in other words; and a summary has few sentences,
# of which a repeated one costs more than one left out, since others wait.
REDUNDANT_IN_STORY = 0.6
# Across days, by distinct words or by TF-IDF over the sentences of all days. Sentences on one
# topic share its words whatever they tell, and one that repeats another but for a figure is what
# a reader looks for: only what is nearly the same word for word is redundant.
REDUNDANT_ACROSS_DAYS = 0.8
