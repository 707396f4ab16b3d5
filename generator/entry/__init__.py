"""What an entry is: its JSON Schema, its typed values, strict YAML with positions, hours and phones."""
