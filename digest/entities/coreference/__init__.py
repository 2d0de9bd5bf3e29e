"""Coreference: names of one actor, however they are spelt, get one canonical name."""
