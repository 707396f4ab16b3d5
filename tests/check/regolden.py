"""Writes the golden messages of the corpus anew. Run it on purpose, then read every difference:

python -m tests.check.regolden            all of them
python -m tests.check.regolden E104       those whose names begin so
"""

from __future__ import annotations

import sys

from tests.check.corpus import cases


def main(beginnings: list[str]) -> None:
    """Write expected.txt of every case whose name begins with one of the texts, or of all."""
    for case in cases():
        if not beginnings or case.name.startswith(tuple(beginnings)):
            text = case.text()
            if not case.golden.exists() or case.golden.read_text(encoding="utf-8") != text:
                case.golden.write_text(text, encoding="utf-8")
                print(case.name)


if __name__ == "__main__":
    main(sys.argv[1:])
