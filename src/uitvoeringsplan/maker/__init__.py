"""Makes the Word template from text. The only package that uses python-docx; `genereer` never does.

From the bottom up: `looks`, `numbering_part`, `style_sheet`; `elements`, `controls` (building
blocks); `source` and `source_check` (the text); `writer`, `pages`, `body` (the document);
`blank_package` (what python-docx opens), `build` (all of it together).
"""
