"""A server that plays the Messages API and chat completions on this machine; it needs nothing but Python's own library.

    python3 -m peers.clients.server

It prints one JSON object with its port and with what a client must get, and serves until its standard input ends.
Under `/v1` an answer is sent in one go; under `/paced/v1` a piece at a time, as a model writes.
"""

import asyncio
import json
import sys

from . import answers

#: Pieces a second of a paced answer.
PACE = 100
#: The most bytes of a request.
LIMIT = 1 << 20


class Connection(asyncio.Protocol):
    """Answers the requests of one connection, one after the other."""

    def __init__(self, routes):
        self.routes = routes
        self.buffer = b""
        self.timer = None
        self.is_answering = False

    def connection_made(self, transport):
        self.transport = transport

    def connection_lost(self, _):
        if self.timer is not None:
            self.timer.cancel()

    def data_received(self, data):
        self.buffer += data
        if len(self.buffer) > LIMIT:
            return self.refuse("413 Content Too Large")
        return self.read()

    def read(self):
        if self.is_answering:
            return
        head, end, rest = self.buffer.partition(b"\r\n\r\n")
        if not end:
            return
        first, *lines = head.split(b"\r\n")
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(b":") for line in lines)}
        if not fields.get(b"content-length", b"0").isdigit():
            return self.refuse("400 Bad Request")
        if b"transfer-encoding" in fields:
            return self.refuse("411 Length Required")
        length = int(fields.get(b"content-length", b"0"))
        if len(rest) < length:
            return
        self.buffer = rest[length:]
        method, _, target = first.decode("latin-1").partition(" ")
        path = target.split(" ")[0]
        is_paced = path.startswith("/paced/")
        answer = self.routes.get(path[len("/paced"):] if is_paced else path)
        if answer is None or method != "POST":
            return self.refuse("404 Not Found")
        try:
            streams = json.loads(rest[:length]).get("stream") is True
        except (ValueError, AttributeError):
            streams = False
        if not streams:
            return self.refuse("400 Bad Request")
        if not is_paced:
            self.transport.write(answer.whole)
            self.read()
            return
        self.is_answering = True
        self.send(answer.pieces, 0, asyncio.get_running_loop().time())

    def send(self, pieces, number, start):
        """Writes a piece, and later the next."""
        self.transport.write(pieces[number])
        number += 1
        if number < len(pieces):
            self.timer = asyncio.get_running_loop().call_at(start + number / PACE, self.send, pieces, number, start)
            return
        self.timer = None
        self.is_answering = False
        self.read()

    def refuse(self, status):
        body = json.dumps({"type": "error", "error": {"type": "invalid_request_error", "message": status}}).encode()
        self.transport.write(f"HTTP/1.1 {status}\r\ncontent-type: application/json\r\ncontent-length: {len(body)}\r\n"
                             "connection: close\r\n\r\n".encode() + body)
        self.transport.close()


async def serve():
    claude, openai = answers.claude(), answers.openai()
    routes = {"/v1/messages": claude, "/v1/chat/completions": openai}
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(routes), "127.0.0.1", 0, backlog=1024)
    port = server.sockets[0].getsockname()[1]
    print(json.dumps({"port": port, **{
        name: {**answer.expected, "pieces": len(answer.pieces) - 2, "bytes": len(answer.whole),
               "paced_first_ms": (answer.first_piece + 1) / PACE * 1e3}
        for name, answer in (("claude", claude), ("openai", openai))}}), flush=True)
    await loop.run_in_executor(None, sys.stdin.buffer.read)


if __name__ == "__main__":
    asyncio.run(serve())
