"""The service keeps to its own OpenAPI, whatever is sent to it."""

import schemathesis
from hypothesis import HealthCheck, settings
from web.conftest import SETTINGS

from gxcheck.web.app import create_app

schema = schemathesis.openapi.from_dict(create_app(SETTINGS).openapi())


@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case, served):
    case.call_and_validate(base_url=served, timeout=30)
