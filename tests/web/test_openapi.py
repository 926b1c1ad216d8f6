"""The service keeps to its own OpenAPI, whatever is sent to it."""

import schemathesis
from hypothesis import HealthCheck, settings

from gxcheck.web.app import create_app
from web.conftest import SETTINGS

# A form has no types: a list of texts where a file belongs cannot be told from a file.
NOT_IN_A_FORM = [schemathesis.checks.negative_data_rejection]

schema = schemathesis.openapi.from_dict(create_app(SETTINGS).openapi())


@schema.parametrize()
@settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_answer_is_as_described(case, served):
    unjudged = NOT_IN_A_FORM if case.operation.path == "/api/check" else []
    case.call_and_validate(base_url=served, timeout=30, excluded_checks=unjudged)
