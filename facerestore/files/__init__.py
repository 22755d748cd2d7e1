"""Pictures, masks, layouts and records from files and into them."""
