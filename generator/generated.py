"""Files of the repository that are made from the schema and the table of problems, and must agree with them."""

from __future__ import annotations

import json

from generator.check.reference import problems_page
from generator.edit.issue_forms import issue_forms
from generator.entry.reference import reference
from generator.entry.schema import editor_schema


def generated() -> dict[str, str]:
    """Give the text of every such file by its path from the repository's root."""
    return {
        "generator/entry/editor.schema.json": json.dumps(editor_schema(), indent=1, ensure_ascii=False) + "\n",
        "docs/handbook/fields.md": reference(),
        "docs/handbook/problems.md": problems_page(),
        **issue_forms(),
    }
