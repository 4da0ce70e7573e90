"""What is decided of a plan: words, rules and the nouns they speak of; standard library only."""
