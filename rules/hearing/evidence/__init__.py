"""What the words of a line say about each fact, weighed: a value to write down, values to offer, or nothing."""
