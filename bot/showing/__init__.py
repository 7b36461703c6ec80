"""What a row of the outbox looks like at the moment when it is sent: its message, and the files that go with it."""
