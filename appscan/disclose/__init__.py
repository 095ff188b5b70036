"""The two lists that the law asks for, made from what the code shows: what is collected, and who else gets it."""
