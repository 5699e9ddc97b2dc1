"""How the parts of a screen look.

Bold, underlined and reverse alone: what only a colour says, not everybody sees.
"""

from prompt_toolkit.styles import Style

from uitvoeringsplan.terminal.field.veld import STIJL as VELDSTIJL

STIJL = Style.from_dict(
    {
        **VELDSTIJL,
        "plek": "",
        "vraag": "bold",
        "streep": "",
        "melding": "bold",
        "toetsen": "",
        "pointer": "bold",
        "highlighted": "bold",
        "selected": "noreverse",
    }
)
