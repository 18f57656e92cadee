"""The certificate of a listener beyond loopback: self-signed, made once, pinned by clients."""

import hashlib
import os
import ssl
from pathlib import Path


class CertificateError(Exception):
    """The certificate's files cannot be used; ``str`` says why and what to do."""


def server_context(certificate: Path, address: str) -> ssl.SSLContext:
    """Return what a TLS listener needs, making certificate and key if they are missing.

    Raises:
        CertificateError: the files are there but cannot be used.
    """
    key = certificate.with_suffix(".key")
    if not (certificate.exists() and key.exists()):
        from cnet_agent.server.certificate import make  # not before: it takes 8 MB

        make(certificate, key, address)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    try:
        if os.name == "posix" and key.stat().st_mode & 0o077:
            raise CertificateError(f"{key} can be read by others; run: chmod 600 {key}.")
        context.load_cert_chain(certificate, key)
    except (OSError, ssl.SSLError) as error:
        raise CertificateError(
            f"The certificate {certificate} cannot be used ({error}); remove it and its key to get"
            " a new one."
        ) from None
    return context


def fingerprint(certificate: Path) -> str:
    """Return the SHA-256 of a certificate in DER, as 64 hexadecimal digits."""
    der = ssl.PEM_cert_to_DER_cert(certificate.read_text(encoding="ascii"))
    return hashlib.sha256(der).hexdigest()
