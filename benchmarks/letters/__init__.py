"""Invented letters, form by form, each with the truth about what stands in it."""
