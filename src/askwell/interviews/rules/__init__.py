"""What interviews decide: values in, values out. No database, no clock, no words for the screen."""
