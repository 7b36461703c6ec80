"""What any process stands on: its clock, its background tasks, its log, and the places where a test may end it."""
