"""Make the model that finds actors: `python -m training.actors --data DIR`.

    marked sets ─gold→ consistent marks ─headlines→ articles ─names, background→ what is known
                ─learning→ weights ─build→ model.npz ─figures→ how good it is

Each step is a room here; what a step asks of a text it asks of the package itself.
"""
