"""Help with writing an entry: repairs that change no meaning, and the draft of a new file."""
