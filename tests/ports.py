"""Ports to hand out before anybody listens on them: to a server that is started, or to be refused by."""

import atexit
import socket
from collections import deque

_MOST = 50
_held: deque[socket.socket] = deque()


def free_port() -> int:
    """A port of this machine on which nobody listens, and which nobody else is given.

    It stays bound here, without listening: a server that is told of it listens there beside us (both bind with
    SO_REUSEADDR), while whoever asks for any port, or dials out, gets another one. A port that is only looked up may be
    somebody else's before it is used.
    """
    held = socket.socket()
    held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    held.bind(("127.0.0.1", 0))
    _held.append(held)
    while len(_held) > _MOST:
        _held.popleft().close()
    return int(held.getsockname()[1])


@atexit.register
def _let_go() -> None:
    while _held:
        _held.pop().close()
