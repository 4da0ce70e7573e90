"""The filter language: the same in the app, the command line and saved views."""
