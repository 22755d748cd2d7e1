"""The actions themselves, a module for each menu."""
