"""What plans decide: values in, values out."""
