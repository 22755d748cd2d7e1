"""Opening, saving and recovering: photos, projects, masks, layouts, and what is asked of the person for them."""
