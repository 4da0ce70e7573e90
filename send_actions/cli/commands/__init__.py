"""The commands: a file for each, or for those that are read together; `cli/app.py` lists them."""
