"""What each kind of paper holds, one file per kind: a plan becomes a document."""
