"""The REST interface over a real service with real workers."""

import io
import json
import socket
import threading
import zipfile
from pathlib import Path

import httpx
import pytest

import gxcheck
from gxcheck.output.form import draft
from gxcheck.web.settings import Settings
from web.conftest import serving

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
FAULTY = (EXAMPLES / "faulty.txt").read_bytes()


@pytest.fixture(scope="module")
def client(served):
    with httpx.Client(base_url=served, timeout=60) as made:
        yield made


def check(client, *files, **data):
    return client.post("/api/check", files=[("files", file) for file in files], data=data)


def test_a_check_gives_the_findings_of_the_library(client):
    answer = check(client, ("年报.txt", FAULTY))
    assert answer.status_code == 200
    (file,) = answer.json()["files"]
    expected = gxcheck.check(FAULTY)
    assert [f["fingerprint"] for f in file["findings"]] == [f.fingerprint for f in expected]
    assert file["file"] == "年报.txt"


def test_last_years_report_is_compared_and_stays_with_the_upload(client):
    now = (EXAMPLES / "sound.txt").read_bytes()
    (phone,) = {phone.number.encode() for phone in gxcheck.parse(now).contact.phones}
    before = now.replace(b"2025", b"2024").replace(phone, b"6" + phone[1:])
    answer = client.post(
        "/api/check", files=[("files", ("今年.txt", now)), ("previous", ("去年.txt", before))]
    )
    (file,) = answer.json()["files"]
    assert "contact-changed" in {finding["rule"] for finding in file["findings"]}
    assert "contact-changed" in client.get(f"/api/reviews/{file['review']}/html").text


def test_a_file_that_cannot_be_read_does_not_stop_the_others(client):
    answer = check(client, ("坏.txt", b"\x00\x01\x02\xff" * 99), ("好.txt", FAULTY), lang="en")
    bad, good = answer.json()["files"]
    assert bad["error"]
    assert bad["error"].replace("坏.txt", "").isascii()
    assert bad["review"] is None
    assert good["findings"]


@pytest.mark.parametrize(
    ("format", "kind"),
    [
        ("html", "text/html"),
        ("json", "application/json"),
        ("markdown", "text/markdown"),
        ("sarif", "application/sarif+json"),
        ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ],
)
def test_a_review_can_be_fetched_in_every_format(client, format, kind):
    token = check(client, ("年报.txt", FAULTY)).json()["files"][0]["review"]
    answer = client.get(f"/api/reviews/{token}/{format}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].split(";")[0] == kind
    assert "%E5%B9%B4%E6%8A%A5-%E5%AE%A1%E6%A0%A1" in answer.headers["content-disposition"]
    if format == "xlsx":
        assert zipfile.ZipFile(io.BytesIO(answer.content)).testzip() is None
    if format == "json":
        assert json.loads(answer.content)["files"][0]["findings"]


def test_a_review_may_run_nothing_but_its_own_script(client):
    token = check(client, ("年报.txt", FAULTY)).json()["files"][0]["review"]
    headers = client.get(f"/api/reviews/{token}/html").headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "sandbox allow-scripts" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "SAMEORIGIN"


def test_a_text_has_no_word_file_to_comment(client):
    file = check(client, ("年报.txt", FAULTY)).json()["files"][0]
    assert "docx" not in file["formats"]
    answer = client.get(f"/api/reviews/{file['review']}/docx")
    assert answer.status_code == 409
    assert answer.json()["detail"]


def test_a_review_can_be_forgotten(client):
    token = check(client, ("年报.txt", FAULTY)).json()["files"][0]["review"]
    assert client.delete(f"/api/reviews/{token}").status_code == 204
    assert client.delete(f"/api/reviews/{token}").status_code == 404
    assert client.get(f"/api/reviews/{token}/html").status_code == 404


@pytest.mark.parametrize("name", ["../../x.txt", "..\\..\\x.txt", "/etc/x.txt", "a/../x.txt"])
def test_the_name_of_an_upload_is_no_path(client, name):
    (file,) = check(client, (name, FAULTY)).json()["files"]
    assert file["file"] == "x.txt"


def test_a_name_cannot_steer_a_display_or_a_header(client):
    (file,) = check(client, ('年\u202e"报\r\n.txt', FAULTY)).json()["files"]
    assert "\u202e" not in file["file"]
    answer = client.get(f"/api/reviews/{file['review']}/json")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].isascii()


def test_a_file_that_is_too_large_is_refused(client):
    answer = check(client, ("大.txt", b"a" * 1_050_000))
    assert answer.status_code == 413
    assert "大.txt" in answer.json()["detail"]


def test_a_request_that_is_too_large_is_not_even_read(client):
    answer = check(client, ("大.txt", b"a" * 8_000_000))
    assert answer.status_code == 413


def test_a_body_without_a_length_is_refused_where_it_is_too_large(client):
    def pieces():
        yield b'--x\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
        for _ in range(9):
            yield b"a" * 1_000_000

    headers = {"content-type": "multipart/form-data; boundary=x"}
    answer = client.post("/api/check", content=pieces(), headers=headers)
    assert answer.status_code == 413
    assert "6 MB" in answer.json()["detail"]


def test_a_body_that_comes_to_a_halt_is_refused():
    settings = Settings(workers=1, pause_seconds=0.3)
    head = (
        "POST /api/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
    )
    with serving(settings) as address:
        place = ("127.0.0.1", int(address.rpartition(":")[2]))
        with socket.create_connection(place, timeout=10) as connection:
            connection.sendall(head.encode())
            assert connection.recv(4096).startswith(b"HTTP/1.1 408")


def test_an_old_word_file_can_be_fetched_with_comments(client, office):
    old = office(draft(2021, year=2025), "doc")
    (file,) = check(client, ("年报.doc", old)).json()["files"]
    assert "docx" in file["formats"]
    found = client.get(f"/api/reviews/{file['review']}/docx")
    assert "word/comments.xml" in zipfile.ZipFile(io.BytesIO(found.content)).namelist()


def test_a_request_without_files_is_refused(client):
    assert client.post("/api/check", data={"lang": "zh"}).status_code == 422
    assert client.post("/api/check", content=b"{}").status_code == 422


def test_a_body_that_is_no_form_is_refused(client):
    answer = client.post(
        "/api/check",
        content=b"--x\r\nContent-Disposition: form-data; name=",
        headers={"content-type": "multipart/form-data; boundary=x"},
    )
    assert answer.status_code in {400, 422}


def test_more_files_than_allowed_are_refused(client):
    assert check(client, *[("a.txt", b"x")] * 11).status_code == 422


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
    ],
)
@pytest.mark.parametrize("path", ["/api/check", "/"])
def test_what_another_sites_page_sends_is_refused(client, path, headers):
    answer = client.post(path, files=[("files", ("a.txt", FAULTY))], headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8000", "10.1.2.3", "", "[::1", "a b"]
)
def test_another_name_for_this_host_is_refused(client, host):
    answer = client.get("/api/health", headers={"Host": host})
    assert answer.status_code == 400
    assert "--allow-host" in answer.json()["detail"]


@pytest.mark.parametrize("host", ["LOCALHOST", "127.0.0.1:9", "[::1]:8000"])
def test_its_own_names_are_answered(client, host):
    assert client.get("/api/health", headers={"Host": host}).status_code == 200


def test_a_person_is_told_in_a_line_which_name_is_not_allowed(client):
    answer = client.get("/", headers={"Host": "oa.example:8000", "Accept": "text/html"})
    assert answer.headers["content-type"].startswith("text/plain")
    assert "--allow-host oa.example" in answer.text


def test_an_origin_that_is_no_address_is_refused(client):
    headers = {"Origin": "http://[::1"}
    assert client.post("/api/check", headers=headers).status_code == 403


@pytest.mark.parametrize("path", ["/", "/api/health", "/nowhere", "/assets/page.js"])
def test_every_answer_is_hardened(client, path):
    headers = client.get(path).headers
    assert "default-src 'none'" in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cache-control"] == "no-store"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("name", ["../api.py", "%2e%2e%2fapi.py", "page.html.jinja", "nothing"])
def test_only_assets_are_served(client, name):
    assert client.get(f"/assets/{name}").status_code == 404


def test_ten_uploads_at_once_are_all_checked(client):
    answers = []

    def upload(number):
        answers.append((number, check(client, (f"{number}.txt", FAULTY)).json()["files"][0]))

    threads = [threading.Thread(target=upload, args=(number,)) for number in range(10)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(number for number, _ in answers) == list(range(10))
    assert all(file["file"] == f"{number}.txt" and file["review"] for number, file in answers)


def test_without_being_told_nothing_is_written(client, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    check(client, ("年报.txt", FAULTY))
    assert list(tmp_path.iterdir()) == []


def test_told_to_keep_it_writes_under_names_of_its_own(tmp_path):
    settings = Settings(keep=tmp_path / "kept", workers=1)
    with serving(settings) as address, httpx.Client(base_url=address, timeout=60) as client:
        check(client, ("../../年报.txt", FAULTY))
    (place,) = (tmp_path / "kept").iterdir()
    assert sorted(path.name for path in place.iterdir()) == ["outcome.json", "upload.bin"]
    assert (place / "upload.bin").read_bytes() == FAULTY
    assert json.loads((place / "outcome.json").read_text("utf-8"))["file"] == "年报.txt"


def test_the_page_works_without_scripts(client):
    answer = client.post("/?lang=en", files=[("files", ("<b>.txt", FAULTY))])
    assert answer.status_code == 200
    assert "&lt;b&gt;.txt" in answer.text
    assert "/html" in answer.text
    assert "<b>.txt" not in answer.text


def test_without_scripts_a_refusal_is_told_on_the_page(client):
    part = (
        '--x\r\nContent-Disposition: form-data; name="files"; filename="%s"\r\n\r\n%s\r\n--x--\r\n'
    )
    for name, content, code in [("", "", 422), ("a.txt", "a" * 1_050_000, 413)]:
        headers = {"content-type": "multipart/form-data; boundary=x"}
        answer = client.post("/", content=(part % (name, content)).encode(), headers=headers)
        assert answer.status_code == code
        assert 'role="alert"' in answer.text
        assert "<form" in answer.text


def test_what_cannot_be_kept_is_reviewed_all_the_same(tmp_path, caplog):
    (tmp_path / "file").write_text("")
    settings = Settings(keep=tmp_path / "file" / "below", workers=1)
    with serving(settings) as address, httpx.Client(base_url=address, timeout=60) as client:
        (file,) = check(client, ("年报.txt", FAULTY)).json()["files"]
    assert file["review"]
    assert "年报.txt" in caplog.text


def test_an_upload_that_is_cut_off_leaves_the_service_running(served):
    place = ("127.0.0.1", int(served.rpartition(":")[2]))
    head = (
        "POST /api/check HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n"
        "Content-Type: multipart/form-data; boundary=x\r\n\r\n--x\r\n"
        'Content-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\n'
    )
    with socket.create_connection(place) as connection:
        connection.sendall(head.encode() + b"x" * 5000)
    with socket.create_connection(place) as connection:
        connection.sendall(b"GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert connection.recv(4096).startswith(b"HTTP/1.1 200")
