"""Writes of the reference tables of occupations."""
