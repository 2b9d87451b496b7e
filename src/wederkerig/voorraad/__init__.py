"""The housing stock: a ledger that adds up or says where not, the pipeline of projects, the forecast."""
