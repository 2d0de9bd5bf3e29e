"""English names: tables of known names and cues, small word lists, and the trained model."""
