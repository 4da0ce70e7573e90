"""What is for a meeting and its days: agenda, action log, diary, and what owners are asked before it."""
