"""Entries and configuration in, one frozen Compiled directory out."""
