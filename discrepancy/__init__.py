"""Find where two news reports of one event state the same fact differently."""
