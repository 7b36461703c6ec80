"""Lines that say something by a form of their own: a heading, a heap, a share, one thing instead of another."""
