"""Reads lines of JSON and answers each with what Python's decimal and json make of it.

In:  a list of texts. Out: for each the exact value in plain digits without trailing zeros, or null if it is no number.
In:  an object {"body": text}. Out: its members, numbers as such values.
"""

import json
import sys
from decimal import Decimal, InvalidOperation, getcontext

getcontext().prec = 2000


def plain(value):
    # Doubles at the edge of their range would fill pages.
    if not value.is_finite() or abs(value.adjusted()) > 400:
        return None
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def value(text):
    try:
        return plain(Decimal(text))
    except InvalidOperation:
        return None


for line in sys.stdin:
    given = json.loads(line)
    if isinstance(given, list):
        answer = [value(text) for text in given]
    else:
        members = json.loads(given["body"], parse_float=Decimal, parse_int=Decimal)
        answer = {name: plain(member) if isinstance(member, Decimal) else member for name, member in members.items()}
    print(json.dumps(answer), flush=True)
