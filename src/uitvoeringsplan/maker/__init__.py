"""Makes the Word template from text. The only package that uses python-docx; `genereer` never does.

From the bottom up: `thema`, `nummering`, `stijlen` (looks), `elementen`, `besturing`, `glossarium`
(building blocks), `bron` and `controle` (the source text), `schrijver` and one module per part of
the document, `basis` and `inpakken` (the package), `maak` (all of it together).
"""
