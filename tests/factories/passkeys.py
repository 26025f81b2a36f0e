"""A passkey of our own: what a phone does when a site asks it for one (WebAuthn level 2, no attestation)."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64encode
from typing import Any

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from fido2 import cbor

PRESENT_VERIFIED, WITH_CREDENTIAL = 0x05, 0x40


def text(data: bytes) -> str:
    return urlsafe_b64encode(data).rstrip(b"=").decode()


class Passkey:
    """One key for one site, which says that its owner was there and was recognised."""

    def __init__(self, site: str) -> None:
        self.site, self.id, self.uses = site, secrets.token_bytes(16), 0
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.user = b""

    def register(self, options: dict[str, Any]) -> str:
        """The answer to a site that asks for a new key."""
        told = options["publicKey"]
        self.user = told["user"]["id"].encode() if isinstance(told["user"]["id"], str) else told["user"]["id"]
        numbers = self.key.public_key().public_numbers()
        public = {1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")}
        credential = bytes(16) + len(self.id).to_bytes(2, "big") + self.id + cbor.encode(public)
        data = self._data(PRESENT_VERIFIED | WITH_CREDENTIAL) + credential
        attestation = cbor.encode({"fmt": "none", "attStmt": {}, "authData": data})
        response = {"clientDataJSON": text(self._client("create", told)), "attestationObject": text(attestation)}
        return self._answer(response)

    def sign(self, options: dict[str, Any]) -> str:
        """The answer to a site that asks who is there."""
        told = options["publicKey"]
        self.uses += 1
        data, client = self._data(PRESENT_VERIFIED), self._client("get", told)
        signature = self.key.sign(data + hashlib.sha256(client).digest(), ec.ECDSA(SHA256()))
        response = {
            "clientDataJSON": text(client), "authenticatorData": text(data), "signature": text(signature),
            "userHandle": self.user.decode(),
        }  # fmt: skip
        return self._answer(response)

    def _answer(self, response: dict[str, Any]) -> str:
        return json.dumps(
            {
                "type": "public-key", "id": text(self.id), "rawId": text(self.id), "response": response,
                "clientExtensionResults": {},
            }
        )  # fmt: skip

    def _data(self, flags: int) -> bytes:
        return hashlib.sha256(self.site.encode()).digest() + bytes([flags]) + self.uses.to_bytes(4, "big")

    def _client(self, what: str, told: dict[str, Any]) -> bytes:
        origin = f"https://{self.site}"
        client = {"type": f"webauthn.{what}", "challenge": told["challenge"], "origin": origin, "crossOrigin": False}
        return json.dumps(client).encode()
