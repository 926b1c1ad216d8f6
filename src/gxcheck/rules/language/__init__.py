"""The language of expressions: parsed, bound to a form, and judged of a report.

An expression is parsed (`expression`), its names get their meaning from a scope (`paths`,
`scopes`, `nodes`, `binding`), a rule's conditions are bound to an edition (`bound`); then
they run as compiled functions (`compile`, `functions`) or exactly, cells left open and all
(`intervals`, `trial`, `verdicts`).
"""
