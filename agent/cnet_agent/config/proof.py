"""Proves that the program behind a port is the agent that wrote the run file.

The console sends a nonce; the agent answers with a keyed digest of it. The key is only in the run
file, which only this user can read, so whoever squats on the port cannot answer; and the port is
part of the digest, so that nobody can pass on the answer of an agent on another one.
"""

import hashlib
import hmac
import secrets

NONCE_LENGTH = 64  # hexadecimal digits


def new_nonce() -> str:
    """Return a question that was never asked before."""
    return secrets.token_hex(NONCE_LENGTH // 2)


def answer(key: str, nonce: str, port: int) -> str:
    """Return the agent's answer: the port is the one on which it was asked."""
    message = f"cnet agent\n{port}\n{nonce}".encode()
    return hmac.new(key.encode(), message, hashlib.sha256).hexdigest()


def is_ours(key: str, nonce: str, port: int, answered: str) -> bool:
    """Return whether the answer can only come from the agent that has ``key``."""
    return hmac.compare_digest(answer(key, nonce, port).encode(), answered.encode())
