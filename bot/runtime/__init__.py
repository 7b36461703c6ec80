"""What any process stands on: its clock, its tasks, its log, the kinds of what it keeps, and where it may end."""
