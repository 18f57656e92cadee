"""The certificate of a listener beyond loopback: self-signed, made once, pinned by clients."""

import datetime as dt
import hashlib
import os
import socket
import ssl
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from cnet_agent.config.private_files import write_private

YEARS = 30  # clients pin the certificate, so its end is nobody's protection


class CertificateError(Exception):
    """The certificate's files cannot be used; ``str`` says why and what to do."""


def server_context(certificate: Path, address: str) -> ssl.SSLContext:
    """Return what a TLS listener needs, making certificate and key if they are missing.

    Raises:
        CertificateError: the files are there but cannot be used.
    """
    key = certificate.with_suffix(".key")
    if not (certificate.exists() and key.exists()):
        _make(certificate, key, address)
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


def _make(certificate: Path, key: Path, address: str) -> None:
    private = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "CNET agent")])
    now = dt.datetime.now(dt.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - dt.timedelta(days=1))
        .not_valid_after(now + dt.timedelta(days=365 * YEARS))
        .add_extension(x509.SubjectAlternativeName(_names(address)), critical=False)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .sign(private, hashes.SHA256())
    )
    write_private(
        key,
        private.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        ),
    )
    write_private(certificate, made.public_bytes(serialization.Encoding.PEM))


def _names(address: str) -> list[x509.GeneralName]:
    names: list[x509.GeneralName] = [x509.DNSName("localhost")]
    host = socket.gethostname()
    if host.isascii() and host:
        names.append(x509.DNSName(host))
    try:
        names.append(x509.IPAddress(ip_address(address)))
    except ValueError:
        names.append(x509.DNSName(address))
    return names
