"""What sentences speak of, by the names of rules/claims.yml: topics, their roles, their facts.

A topic is a noun (applications, reviews, licences); a role is what is told of it (received,
upheld); both together name a fact (applications.received).
"""

from __future__ import annotations

__all__ = [
    "ARRIVED",
    "CASES",
    "DECIDED",
    "DISPUTES",
    "DOCUMENTS",
    "TOPICS",
    "about_of",
    "case_of",
]

CASES = frozenset({"applications", "applications_topic", "request"})
"""The nouns that all name applications."""
DECIDED = frozenset({"licences", "penalties", "coercive_measures"})
"""The nouns whose decisions the forms count."""
DISPUTES = frozenset({"reviews", "suits", "direct_suits", "suits_after_review"})
"""The nouns of cases that follow on answers."""
DOCUMENTS = frozenset({"regulations", "normative_documents"})
"""The nouns of what is issued and repealed."""
TOPICS = DISPUTES | DECIDED | DOCUMENTS | {"applications"}
"""All nouns whose figures the forms have."""
ARRIVED = frozenset({"received", "newly_received"})
"""The roles of what came in."""
_SAME = {"newly_received": "received"}


def case_of(noun: str) -> str:
    """The topic of a noun: all that names applications is one."""
    return "applications" if noun in CASES else noun


def about_of(topic: str, role: str) -> str:
    """The name of the fact that a topic and a role are together."""
    if role == "handled" and topic in DECIDED:
        return f"{topic}.decided"
    return f"{topic}.{_SAME.get(role, role)}"
