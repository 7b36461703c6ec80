"""The long proofs: many examples, many kills. One module a subject; each also runs on its own."""
