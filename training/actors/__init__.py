"""Make the model that finds actors: `python -m training.actors --data DIR`."""
