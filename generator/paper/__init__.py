"""Paper from the compiled directory: pocket card, roll-call sheet, booklet, poster and leave-behind slip.

What stands on a form is decided once, as values; a page of the site, a file to keep and a PDF print the same values.
"""

from generator.paper.model import Form, Sheet
from generator.paper.pages import print_pages, print_stand_ins
from generator.paper.sheets import sheet

__all__ = ["Form", "Sheet", "print_pages", "print_stand_ins", "sheet"]
