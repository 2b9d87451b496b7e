"""The Django project: settings, addresses, and what guards every request."""
