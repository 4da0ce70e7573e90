"""Every way the plan can change: one function is one transaction is one undo."""
