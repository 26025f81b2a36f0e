"""Reads of resumes, letters and versions."""
