"""How the tables came to be, step by step; run by `schema.migrate`, never at import."""
