"""How the window looks and speaks: theme, icons, pictures of arrays, words in the person's language."""
