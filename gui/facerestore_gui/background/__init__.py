"""What is calculated in threads, imported with the first calculation."""
