"""Verifies a call of a batch's webhook (Standard Webhooks 1.0).

As a program: verify.py SECRET ID TIMESTAMP SIGNATURES < BODY ends with 0 where the call is genuine.
"""

import base64
import hashlib
import hmac
import sys
import time


def verify(secret, message_id, timestamp, signatures, body, now=None, tolerance=300):
    """Whether one of the signatures, `v1,...` with spaces between, is that of the call."""
    if abs((now or time.time()) - int(timestamp)) > tolerance:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{message_id}.{timestamp}.".encode() + body
    expected = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    return any(hmac.compare_digest(expected, each) for each in signatures.split(" "))


if __name__ == "__main__":
    sys.exit(0 if verify(*sys.argv[1:5], sys.stdin.buffer.read()) else 1)
