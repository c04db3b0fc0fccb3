"""Web addresses: what is fetched, from where, and every bound, against a server on loopback."""

import contextlib
import gzip
import socket
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from discrepancy import ReadError, read_article, read_articles
from discrepancy.read import network, web
from discrepancy.read.load import MAX_BYTES
from discrepancy.read.parts import is_url

WIRE = Path(__file__).resolve().parents[2] / "fixtures" / "wire"
PAGE = (WIRE / "html" / "courier-bridge.html").read_bytes()
PLAIN = b"The bridge at Orrin closed at dawn on Tuesday after engineers found a crack in it."


class Server(ThreadingHTTPServer):
    """Answers each path with what a test puts there: status, headers, and the body or what sends it."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = {}
        self.asked = []

    @property
    def root(self):
        return f"http://127.0.0.1:{self.server_port}"

    def put(self, path, body=b"", status=200, **headers):
        self.answers[path] = (status, {key.replace("_", "-"): value for key, value in headers.items()}, body)
        return self.root + path


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.server.asked.append((self.path, self.headers["Host"]))
        status, headers, body = self.server.answers[self.path]
        self.send_response(status)
        for key, value in headers.items():
            self.send_header(key, value)
        self.end_headers()
        with contextlib.suppress(OSError):  # the reader has had enough
            body(self.wfile) if callable(body) else self.wfile.write(body)

    def log_message(self, *_):
        pass


@pytest.fixture
def server():
    running = Server()
    thread = threading.Thread(target=running.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield running
    running.shutdown()
    running.server_close()
    thread.join()


def read(url):
    return read_article(url, allow_private=True)


def test_a_page_is_read_as_its_file_is(server):
    url = server.put("/2033/bridge.html", PAGE, Content_Type="text/html; charset=utf-8")
    article = read(url)
    assert article.id == "bridge"
    assert article.text == read_article(WIRE / "html" / "courier-bridge.html").text
    assert article.url == "https://courier.example/2033/05/03/orrin-bridge-shut"  # as the page itself says


def test_a_page_that_names_no_address_has_the_one_it_was_found_at(server):
    url = server.put("/story", PLAIN, Content_Type="text/plain")
    assert read(server.put("/moved", status=302, Location="/story")).url == url


def test_a_feed_is_read_whole_or_by_its_part(server):
    url = server.put(
        "/feed", (WIRE / "feeds" / "courier.rss").read_bytes(), Content_Type="application/rss+xml"
    )
    assert [article.id for article in read_articles(url, allow_private=True)] == ["feed-1", "feed-2"]
    assert read(f"{url}#2").title == "Council & union agree on pay"
    assert server.asked[-1][0] == "/feed"  # what follows "#" is never sent


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server, status):
    server.put("/story", PLAIN)
    assert read(server.put("/old", status=status, Location="/story")).text == PLAIN.decode()


def test_redirects_are_followed_only_so_far(server):
    server.put("/5", PLAIN)
    for number in range(5):
        server.put(f"/{number}", status=302, Location=f"{number + 1}")
    assert read(server.root + "/0").text == PLAIN.decode()
    server.put("/6", status=302, Location="/0")
    with pytest.raises(ReadError, match="redirects more than 5 times; "):
        read(server.root + "/6")


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://a.example/x", "gopher://a.example/", "javascript:1"]
)
def test_a_redirect_out_of_the_web_is_refused(server, target):
    with pytest.raises(ReadError, match=r"leads to .* is not http or https"):
        read(server.put("/out", status=302, Location=target))


@pytest.mark.parametrize(
    "target", ["http://169.254.169.254/latest/meta-data/", "http://[fe80::1]/", "//169.254.1.1/x"]
)
def test_a_redirect_to_a_link_local_address_is_refused_whatever_is_allowed(server, target, monkeypatch):
    reached = []
    connect = socket.create_connection
    monkeypatch.setattr(
        socket,
        "create_connection",
        lambda address, **more: reached.append(address[0]) or connect(address, **more),
    )
    with pytest.raises(ReadError, match="where no report can stand"):
        read(server.put("/trap", status=302, Location=target))
    assert reached == ["127.0.0.1"]


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "127.1", "0x7f000001", "2130706433", "10.0.0.1", "172.16.0.1", "192.168.1.1",
     "100.64.0.1", "[::1]", "[::ffff:127.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]", "[fd00::1]"],
)  # fmt: skip
def test_private_addresses_are_refused_in_every_spelling(host, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", lambda *_, **__: pytest.fail("connected"))
    with pytest.raises(ReadError, match=r"address of a private network; .*--allow-private"):
        read_article(f"http://{host}:9/")


@pytest.mark.parametrize("host", ["0.0.0.0", "224.0.0.1", "[ff02::1]", "[::]"])
def test_addresses_that_are_nobodys_are_refused_always(host):
    with pytest.raises(ReadError, match="where no report can stand"):
        read(f"http://{host}:9/")


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1"])
def test_public_addresses_pass(address):
    network.check_address(address, "u", allow_private=False)


def look_up(names, monkeypatch, server):
    """Names resolve as told, one answer a call; connections to the public address reach the server."""
    asked = []

    def getaddrinfo(host, port, **_):
        asked.append(host)
        answers = names.get(host, [[host]])
        return [
            (2, 1, 6, "", (address, port)) for address in (answers.pop(0) if len(answers) > 1 else answers[0])
        ]

    def create_connection(address, timeout):
        assert address[0] == "93.184.216.34"
        reached = socket.socket()
        reached.settimeout(timeout)
        reached.connect(("127.0.0.1", server.server_port))
        return reached

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)
    monkeypatch.setattr(socket, "create_connection", create_connection)
    return asked


def test_every_redirect_is_checked(server, monkeypatch):
    look_up({"news.example": [["93.184.216.34"]]}, monkeypatch, server)
    server.put("/trap", status=302, Location=f"{server.root}/secret")
    with pytest.raises(ReadError, match=r"leads to 127\.0\.0\.1, an address of a private network"):
        read_article("http://news.example/trap")
    assert server.asked == [("/trap", "news.example")]


def test_the_address_checked_is_the_address_connected_to(server, monkeypatch):
    asked = look_up({"rebind.example": [["93.184.216.34"], ["127.0.0.1"]]}, monkeypatch, server)
    server.put("/story", PLAIN)
    assert read_article("http://rebind.example/story").text == PLAIN.decode()
    assert asked == ["rebind.example"]


def test_one_private_address_among_several_is_enough(server, monkeypatch):
    look_up({"mixed.example": [["93.184.216.34", "10.0.0.1"]]}, monkeypatch, server)
    with pytest.raises(ReadError, match="private network"):
        read_article("http://mixed.example/")


def send_without_end(stream):
    for _ in range(50):
        stream.write(b"<p>" + b"word " * 200_000 + b"</p>")


def test_a_page_of_50_mb_is_refused_on_the_way(server):
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read(server.put("/large", send_without_end, Content_Type="text/html"))


def test_a_packed_bomb_is_refused(server):
    packed = gzip.compress(b"word " * (5 * MAX_BYTES // 5))
    assert len(packed) < 200_000
    with pytest.raises(ReadError, match="larger than 10 MB"):
        read(server.put("/bomb", packed, Content_Type="text/html", Content_Encoding="gzip"))


def test_what_comes_packed_unasked_is_unpacked(server):
    url = server.put("/packed", gzip.compress(PLAIN), Content_Type="text/plain", Content_Encoding="gzip")
    assert read(url).text == PLAIN.decode()
    with pytest.raises(ReadError, match="packed as gzip and broken"):
        read(server.put("/broken", PLAIN, Content_Encoding="gzip"))
    with pytest.raises(ReadError, match="packed as 'br'"):
        read(server.put("/br", PLAIN, Content_Encoding="br"))


def drip(stream):
    for _ in range(200):
        stream.write(b"w")
        stream.flush()
        time.sleep(0.05)


def test_a_server_that_drips_is_given_up(server, monkeypatch):
    monkeypatch.setattr(web, "LONGEST_FETCH", 0.5)
    began = time.monotonic()
    with pytest.raises(ReadError, match=r"takes longer than 0\.5 seconds"):
        read(server.put("/drip", drip, Content_Type="text/plain", Content_Length="200"))
    assert time.monotonic() - began < 5


def test_a_page_that_is_cut_off_is_not_taken_for_whole(server):
    with pytest.raises(ReadError, match="was cut off after 82 bytes"):
        read(server.put("/cut", PLAIN, Content_Type="text/plain", Content_Length="500"))


def test_a_server_that_is_silent_is_given_up(server, monkeypatch):
    monkeypatch.setattr(web, "LONGEST_SILENCE", 0.3)
    with pytest.raises(ReadError, match="takes longer"):
        read(server.put("/silent", lambda _: time.sleep(1), Content_Length="5"))


@pytest.mark.parametrize("kind", ["image/png", "video/mp4", "application/pdf", "text/css", "application/zip"])
def test_what_is_no_page_of_text_is_refused(server, kind):
    with pytest.raises(ReadError, match=f"is {kind}, not a page of text"):
        read(server.put("/thing", PLAIN, Content_Type=kind))


@pytest.mark.parametrize(
    ("status", "says"),
    [
        (404, "no such page; .*404"),
        (403, "save the page"),
        (410, "gone"),
        (429, "wait"),
        (500, "answers 500"),
    ],
)
def test_each_refusal_of_a_server_has_its_words(server, status, says):
    with pytest.raises(ReadError, match=says):
        read(server.put("/no", b"<p>sorry</p>", status=status))


def test_an_empty_page_is_refused(server):
    with pytest.raises(ReadError, match="is empty"):
        read(server.put("/empty", b" \n", Content_Type="text/html"))


def test_the_encoding_of_the_header_counts(server):
    text = "The café by the Orrin bridge sold 300 cups of coffee at £2 each, “a record”, its owner said."
    url = server.put("/cafe", text.encode("cp1252"), Content_Type="text/plain; charset=ISO-8859-1")
    assert read(url).text == text


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/passwd", "data://x", "http://", "http://u:p@a.example/",
                                 "http://a.example:99999/", "http://[::1/"])  # fmt: skip
def test_what_is_no_plain_web_address_is_refused(url):
    with pytest.raises(ReadError, match=r"; (?:give|check)"):
        read(url)


def test_a_host_that_is_not_there(monkeypatch):
    def fail(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    with pytest.raises(ReadError, match=r"there is no host 'gone\.example'; check"):
        read_article("https://gone.example/")


def test_nobody_listening(server):
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(ReadError, match="cannot be fetched"):
            read(f"http://127.0.0.1:{unused.getsockname()[1]}/")


def test_https_without_a_certificate_is_refused(server):
    server.put("/", PLAIN)
    with pytest.raises(ReadError, match="cannot be fetched"):
        read(server.root.replace("http", "https"))


def test_urls_are_told_from_paths():
    assert all(map(is_url, ("http://a.example", "HTTPS://a/", "ftp://a")))
    assert not any(map(is_url, ("C:/x", "C:\\x", "a.txt", "-", "", "://x", "x://", "c://x", "a b://c")))
