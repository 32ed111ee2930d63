"""Files to plain trees: the only reader of file formats. It knows how things are written, not what they mean."""
