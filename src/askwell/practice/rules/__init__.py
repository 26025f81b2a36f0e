"""Pure decisions of practice: values in, values out."""
