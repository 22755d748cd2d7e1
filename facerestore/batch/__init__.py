"""Folders of photos: what a batch is going to do, who does it, and the ledger of what became of each photo."""
