"""The website: the register of agreements, where the parties work and the public reads.

A thin layer: views fetch, call and show; what the system does are plain functions in the `domain` of the
data apps (accounts, register), which use the rooms below.
"""
