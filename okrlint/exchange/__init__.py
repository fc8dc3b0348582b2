"""Plans from what teams have, and plans for other programs; one file a foreign format, in or out."""
