"""What people type and read: dates, the words of closed lists, personal data."""
