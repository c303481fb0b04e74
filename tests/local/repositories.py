"""Maven repositories on this machine, for tests to ask."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@contextmanager
def repository(answer: Callable[[BaseHTTPRequestHandler], None]) -> Iterator[str]:
    """The address of a repository on this machine that answers each request so."""

    class Handler(BaseHTTPRequestHandler):
        do_GET = answer  # noqa: N815 - http.server looks for this name

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/maven"
        server.shutdown()


@contextmanager
def repository_of(folder: Path) -> Iterator[tuple[str, list[str]]]:
    """The address of a repository that has the jars of a folder, and the names of those that it was asked for."""
    asked: list[str] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        asked.append(request.path.rpartition("/")[2])
        content = (folder / asked[-1]).read_bytes()
        request.send_response(200)
        request.send_header("Content-Length", str(len(content)))
        request.end_headers()
        request.wfile.write(content)

    with repository(answer) as address:
        yield address, asked
