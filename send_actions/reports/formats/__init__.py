"""How a document is written, one file per format: a document becomes text or bytes."""
