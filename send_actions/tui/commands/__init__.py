"""Commands: each one small thing with its key and words, acting on a narrow protocol of screen and app."""
