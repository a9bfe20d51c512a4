"""Signed and sealed addresses of Nameplate in Python 3, as ../signing.md specifies them."""

import base64
import hashlib
import hmac
import json
import sys
from urllib.parse import quote


def derive(secret, use):
    """HKDF-SHA-256 (RFC 5869) without salt, 32 bytes."""
    extracted = hmac.new(bytes(32), secret.encode(), hashlib.sha256).digest()
    return hmac.new(extracted, use.encode() + b"\x01", hashlib.sha256).digest()


def netstrings(texts):
    return b"".join(b"%d:%s," % (len(t.encode()), t.encode()) for t in texts)


def base64url(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def canonical(key_id, order):
    ending = "jpg" if order["format"] == "jpeg" else order["format"]
    version = order.get("version", "")
    return netstrings(
        ["nameplate-url-2" if version else "nameplate-url-1", key_id, order["template"], ending]
        + [order["scale"], order["expires"], ",".join(name for name, _ in order["locked"])]
        + [",".join(order["open"]), order["sealed"]]
        + ([version] if version else [])
        + [value for _, value in order["locked"]]
    )


def signed_url(key_id, secret, order):
    mac = hmac.new(derive(secret, "nameplate _sig 1"), canonical(key_id, order), hashlib.sha256)
    version = order.get("version", "")
    query = ["_v=" + version] if version else []
    query += [quote(name, safe="") + "=" + quote(value, safe="") for name, value in order["locked"]]
    controls = {
        "_x": order["sealed"],
        "_lock": ",".join(name for name, _ in order["locked"]),
        "_open": ",".join(order["open"]),
        "_exp": order["expires"],
        "_sig": key_id + "." + base64url(mac.digest()[:16]),
    }
    query += [name + "=" + value for name, value in controls.items() if value]
    scale = "" if order["scale"] == "1" else "@" + order["scale"] + "x"
    ending = "." + order["format"] if order["format"] else ""
    return "/i/" + order["template"] + scale + ending + "?" + "&".join(query)


def sealed(key_id, secret, template, values, expires=""):
    """Needs the package cryptography."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    plain = netstrings([expires] + [text for pair in values for text in pair])
    bound = netstrings(["nameplate-x-1", key_id, template])
    mac = hmac.new(derive(secret, "nameplate _x nonce 1"), bound + plain, hashlib.sha256)
    nonce = mac.digest()[:12]
    box = AESGCM(derive(secret, "nameplate _x 1")).encrypt(nonce, plain, bound)
    return key_id + "." + base64url(nonce + box)


def check(file):
    """Runs the vectors, and ends with status 1 where one comes out otherwise."""
    with open(file, encoding="utf-8") as text:
        vectors = json.load(text)
    right = 0
    for vector in vectors["signed"]:
        key, order = vector["key"], vector["order"]
        right += canonical(key, order).decode() == vector["canonical"]
        right += signed_url(key, vectors["keys"][key], order) == vector["url"]
    expected = 2 * len(vectors["signed"])
    try:
        for vector in vectors["sealed"]:
            key = vector["key"]
            text = sealed(
                key, vectors["keys"][key], vector["template"], vector["values"], vector["expires"]
            )
            right += text == vector["x"]
        expected += len(vectors["sealed"])
    except ImportError:
        print("sealing was not tried: the package cryptography is not installed")
    print(f"{right} of {expected} are right")
    sys.exit(right != expected)


if __name__ == "__main__":
    check(sys.argv[1])
