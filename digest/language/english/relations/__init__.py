"""English relations: verbs with their forms, and the phrases around them."""
