"""Signature schemes and certificates of an APK, with the digests that the app filing form asks for."""

import hashlib
from pathlib import Path
from typing import Any

from appscan.facts import Certificate, Digests, Signing

V4_SUFFIX = ".idsig"


def read_signing(apk: Any, path: Path | None) -> Signing:
    """Schemes present (their block exists; signatures are not verified) and the signers' certificates.

    `path`: where a signature of scheme v4 may lie beside the APK; None for one that is no file of its own.
    """
    checks = (("v1", apk.is_signed_v1), ("v2", apk.is_signed_v2), ("v3", apk.is_signed_v3), ("v3.1", apk.is_signed_v31))
    schemes = [name for name, present in checks if present()]
    if path and path.with_name(path.name + V4_SUFFIX).is_file():
        schemes.append("v4")
    ders: dict[bytes, None] = {}
    for certificate in apk.get_certificates():
        ders.setdefault(certificate.dump())
    return Signing(schemes=tuple(schemes), certificates=tuple(_certificate(der) for der in ders))


def _certificate(der: bytes) -> Certificate:
    from asn1crypto import x509  # noqa: PLC0415 - already loaded by androguard; not needed before

    parsed = x509.Certificate.load(der)
    return Certificate(
        subject=parsed.subject.human_friendly,
        issuer=parsed.issuer.human_friendly,
        serial=format(parsed.serial_number, "x"),
        not_before=parsed.not_valid_before.date().isoformat(),
        not_after=parsed.not_valid_after.date().isoformat(),
        algorithm=parsed.public_key.algorithm,
        public_key=parsed.public_key.dump().hex(),
        digests=Digests(
            md5=hashlib.md5(der, usedforsecurity=False).hexdigest(),
            sha1=hashlib.sha1(der, usedforsecurity=False).hexdigest(),
            sha256=hashlib.sha256(der).hexdigest(),
        ),
    )
