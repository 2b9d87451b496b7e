"""Speed and memory of reading, held against a floor that is measured in the same run (`make bench`)."""
