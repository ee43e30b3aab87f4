"""Licences of the RAIL family, written from recorded answers.

How a licence is made, and where to add what:

1. `answers` are what a maintainer decided (`rail-license.toml`); `variants` are the questions that a template asks.
2. `clauselist` holds the clauses (`templates/clauses/<domain>.yaml`), `selection` turns names and presets into clauses.
3. `compose` orders and letters them; `render` fills the template (the only door to Jinja2 here).
4. `document` reads the one source, Markdown; `formats/` (one module a format) write it.
5. `outputs/` write what goes along (policy, ODRL, cards, notices, badge); `bundle` puts everything together.
6. `drift` compares what lies in a folder with its answers; `remarks` are what a maintainer should know beforehand.

To add a clause, add a row to `templates/clauses/`; a variant, a file in `templates/licenses/`; a preset, a file in
`templates/presets/`; a format, a module in `formats/`.
"""
