"""The workers: a job that hangs, dies or crashes ends nothing but itself."""

import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from gxcheck.web.jobs import Job
from gxcheck.web.workers import Busy, JobFailed, Refused, Workers
from web.odd_jobs import work


def job(name, lang="zh"):
    return Job(name, b"", "summary", lang, None)


@pytest.fixture(scope="module")
def workers():
    """One worker for all: whatever one test does to it, the next job is served."""
    made = Workers(count=1, waiting=2, seconds=30, work=work)
    yield made
    made.close()


def test_a_job_is_answered(workers):
    assert workers.ask(job("fine")) == b"fine"


@pytest.mark.parametrize(("name", "late"), [("die", False), ("crash", False)])
def test_after_a_job_that_went_wrong_the_next_one_is_served(workers, name, late):
    with pytest.raises(JobFailed) as failed:
        workers.ask(job(name))
    assert failed.value.late is late
    assert workers.ask(job("fine")) == b"fine"


def test_a_job_that_takes_too_long_is_ended():
    workers = Workers(count=1, waiting=0, seconds=2, work=work)
    with pytest.raises(JobFailed) as failed:
        workers.ask(job("hang"))
    assert failed.value.late
    workers.close()


@pytest.mark.parametrize(("lang", "text"), [("zh", "读不了"), ("en", "cannot be read")])
def test_a_refusal_is_told_in_the_language_of_the_job(workers, lang, text):
    with pytest.raises(Refused, match=text):
        workers.ask(job("refuse", lang))


def test_beyond_the_line_no_more_jobs_are_taken(workers):
    def ask(_):
        try:
            return workers.ask(job("slow"))
        except Busy:
            return "busy"

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(ask, range(8)))
    assert answers.count(b"slow") == 3
    assert answers.count("busy") == 5


def test_all_end_with_the_service_and_clean_up_what_they_are_at(tmp_path):
    workers = Workers(count=1, waiting=0, seconds=60, work=work)
    with ThreadPoolExecutor(1) as pool:
        asked = pool.submit(workers.ask, Job("hold", str(tmp_path).encode(), "", "zh", None))
        while not (tmp_path / "held").exists():
            time.sleep(0.02)
        workers.close()
        with pytest.raises(JobFailed):
            asked.result(20)
    assert not (tmp_path / "held").exists()
    with pytest.raises(Busy):
        workers.ask(job("fine"))
