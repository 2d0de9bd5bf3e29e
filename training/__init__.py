"""Training scripts: they read development sets and write what the package ships."""
