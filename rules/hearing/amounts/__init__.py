"""Numbers, what they count, how often something happens, and the value of a fact that this comes to."""
