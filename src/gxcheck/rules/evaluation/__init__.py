"""Running rules over a report: a runner for each verb, and findings of what they yield."""
