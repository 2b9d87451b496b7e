"""Views: fetch, call one function of a domain, show."""
