"""Library: each stage as a function of plain values, and the command line's own way to days.

The package `digest` offers these functions by name, and loads their modules at the first use.
"""
