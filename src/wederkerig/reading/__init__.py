"""A Document becomes an Overeenkomst or a Jaarplan, each fact with its Bron."""
