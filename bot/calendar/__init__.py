"""Days and zones as people name them: time zones by place, and the days on which a country rests."""
