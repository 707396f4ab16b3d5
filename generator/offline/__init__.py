"""The copy on a visitor's phone, and the directory as one file: what is in them, and the worker that keeps the copy.

Pure functions over the finished files of the site. A copy is the visitor's choice, whole or not at all; what is private
is in it only where the visitor asks for that.
"""

from generator.offline.files import Copy, OfflineError, check_copy
from generator.offline.manifest import app_files
from generator.offline.single import ONE_FILE, one_file
from generator.offline.worker import WORKER, leaving_worker

__all__ = ["ONE_FILE", "WORKER", "Copy", "OfflineError", "app_files", "check_copy", "leaving_worker", "one_file"]
