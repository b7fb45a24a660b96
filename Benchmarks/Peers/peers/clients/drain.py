"""How fast the server is by itself: bare sockets that look at nothing."""

import socket
import time


class DrainContestant:
    """Reads answers of a known size on some connections at once."""

    def round(self, port, path, size, answers, connections=8):
        """Answers a second."""
        body = b'{"stream":true}'
        request = f"POST {path} HTTP/1.1\r\nhost: test\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body
        sockets = [socket.create_connection(("127.0.0.1", port), timeout=60) for _ in range(connections)]
        buffer = bytearray(1 << 18)
        start = time.perf_counter()
        for _ in range(answers):
            for one in sockets:
                one.sendall(request)
            for one in sockets:
                left = size
                while left > 0:
                    count = one.recv_into(buffer, min(left, len(buffer)))
                    if count == 0:
                        raise ConnectionError("the server closed the connection")
                    left -= count
        seconds = time.perf_counter() - start
        for one in sockets:
            one.close()
        return answers * connections / seconds
