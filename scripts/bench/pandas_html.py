"""Yardstick: pandas.read_html over the paths on standard input."""
import json
import resource
import sys

import pandas

for path in sys.stdin.read().split("\n"):
    if path:
        try:
            pandas.read_html(path)
        except (ValueError, ImportError) as error:
            if isinstance(error, ImportError):
                raise
usage = resource.getrusage(resource.RUSAGE_SELF)
print(json.dumps({"cpu": usage.ru_utime + usage.ru_stime, "maxRSS": usage.ru_maxrss}))
