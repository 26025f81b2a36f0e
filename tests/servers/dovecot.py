"""A real Dovecot of our own: one configuration file, loopback ports, nobody's account, gone after the run.

Any login name is an account of its own with the password `PASSWORD`, so each test takes a fresh one.
"""

import getpass
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.certificate import Certificate, certificate

PASSWORD = "abcdefghijklmnop"

CONFIG = """
base_dir = {base}/run
state_dir = {base}/state
log_path = {base}/log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{certificate}
ssl_key = <{key}
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_failure_delay = 0
default_internal_user = {user}
default_login_user = {user}
default_internal_group = {group}
default_vsz_limit = 0
first_valid_uid = 1
mail_location = maildir:{base}/mail/%u
mail_fsync = never
mail_max_userip_connections = 100
imap_idle_notify_interval = 1 mins
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={user} gid={group} home={base}/mail/%u
}}
namespace inbox {{
  inbox = yes
  separator = /
  mailbox Sent {{
    special_use = \\Sent
    auto = create
  }}
  mailbox Junk {{
    special_use = \\Junk
    auto = create
  }}
  mailbox Archive {{
    auto = create
  }}
}}
service anvil {{
  chroot =
}}
service stats {{
  chroot =
}}
service imap-login {{
  chroot =
  process_min_avail = 1
  service_count = 0
  inet_listener imap {{
    port = {port}
  }}
  inet_listener imaps {{
    port = {tls_port}
    ssl = yes
  }}
}}
"""


class Dovecot:
    """`port` speaks without TLS and with STARTTLS, `tls_port` in TLS from the start, as `localhost`."""

    def __init__(self, base: Path, port: int, tls_port: int, certificate: Certificate) -> None:
        self.base, self.port, self.tls_port, self.certificate = base, port, tls_port, certificate
        self._delivered = 0

    def folder(self, user: str, folder: str = "INBOX") -> Path:
        """Where a folder's mails lie, in Maildir."""
        return self.base / "mail" / user / ("" if folder == "INBOX" else f".{folder}")

    def deliver(self, user: str, data: bytes, folder: str = "INBOX") -> None:
        """Put a mail there, as a mail server does."""
        self._delivered += 1
        place = self.folder(user, folder)
        for name in ("cur", "new", "tmp"):
            (place / name).mkdir(parents=True, exist_ok=True)
        name = f"{time.time():.6f}.{os.getpid()}_{self._delivered}.localhost"
        (place / "tmp" / name).write_bytes(data)
        self._give_to_nobody(user, place)
        (place / "tmp" / name).rename(place / "new" / name)

    def mails(self, user: str, folder: str = "INBOX") -> list[bytes]:
        """The mails of a folder, in no order, their lines as they go over the wire."""
        place = self.folder(user, folder)
        files = [file for name in ("cur", "new") if (place / name).is_dir() for file in (place / name).iterdir()]
        return [file.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n") for file in files]

    def renumber(self, user: str, folder: str = "INBOX") -> None:
        """Forget all numbers: the folder gets a new UIDVALIDITY."""
        for file in self.folder(user, folder).glob("dovecot*"):
            if file.is_file():
                file.unlink()
        for file in self.folder(user).glob("dovecot-uidvalidity*"):
            file.unlink()

    def _give_to_nobody(self, user: str, place: Path) -> None:
        if os.geteuid() != 0:
            return
        for path in (self.base / "mail" / user, place, *place.iterdir(), *(place / "tmp").iterdir()):
            shutil.chown(path, "nobody", "nogroup")


@contextmanager
def dovecot() -> Iterator[Dovecot]:
    """Starts one, and ends it."""
    with tempfile.TemporaryDirectory(prefix="askwell-imap-", ignore_cleanup_errors=True) as name:
        base = Path(name)
        base.chmod(0o755)
        server = Dovecot(base, free_port(), free_port(), certificate(base))
        (base / "mail").mkdir()
        is_root = os.geteuid() == 0
        if is_root:
            shutil.chown(base / "mail", "nobody", "nogroup")
        user, group = ("nobody", "nogroup") if is_root else (getpass.getuser(), str(os.getegid()))
        (base / "conf").write_text(
            CONFIG.format(
                base=base, certificate=server.certificate.file, key=server.certificate.key, user=user, group=group,
                password=PASSWORD, port=server.port, tls_port=server.tls_port,
            )
        )  # fmt: skip
        process = subprocess.Popen([program(), "-F", "-c", str(base / "conf")])
        try:
            wait_for(server.tls_port, process)
            yield server
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(10)


def program() -> str:
    return shutil.which("dovecot") or "/usr/sbin/dovecot"


def wait_for(port: int, process: "subprocess.Popen[bytes]") -> None:
    for _ in range(200):
        if process.poll() is not None:
            break
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise RuntimeError("dovecot did not start")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
