"""Speed, as ratios to a floor that is measured in the same run. One module a subject; each also runs on its own."""
