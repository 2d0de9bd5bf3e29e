"""Pipeline: the stages in their order, from day to day."""
