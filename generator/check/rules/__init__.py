"""What the schema cannot say: each module a few rules, each rule a function that gives findings."""
