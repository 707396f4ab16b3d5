"""What a proposal changes, in words that its author and its readers understand: two versions in, one account out."""
