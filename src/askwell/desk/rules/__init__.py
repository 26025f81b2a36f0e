"""The desk's decisions: values in, values out."""
