"""Recognition: names of persons, organisations and places, by a trained linear model."""
