"""The networks at work; the only folder of the engine that imports torch."""
