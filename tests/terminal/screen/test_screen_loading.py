"""What the first question does not need is not loaded before it, and is there when it is needed."""

from __future__ import annotations

import subprocess
import sys


def run(*lines: str) -> str:
    result = subprocess.run(
        [sys.executable, "-c", "\n".join(lines)], check=True, capture_output=True, text=True
    )
    return result.stdout.strip()


def test_de_eerste_vraag_laadt_geen_openssl_en_geen_vragen_van_de_bibliotheek():
    asked = ("ssl", "_ssl", "prompt_toolkit.shortcuts", "questionary", "difflib", "rich")
    loaded = run(
        "import sys",
        "from uitvoeringsplan.terminal.screen import conversation, form",
        f"print([naam for naam in {asked} if naam in sys.modules])",
    )
    assert loaded == "[]"


def test_wie_er_later_om_vraagt_krijgt_het_toch():
    assert (
        run(
            "import uitvoeringsplan.terminal.screen.form",
            "import ssl, prompt_toolkit",
            "from prompt_toolkit import PromptSession, __version__, shortcuts",
            "import uitvoeringsplan.terminal.screen.choices",
            "from prompt_toolkit.application import Application",
            "print(PromptSession is shortcuts.PromptSession)",
            "print(prompt_toolkit.Application is Application)",
            "print(prompt_toolkit.__version__ == __version__, ssl.OPENSSL_VERSION[:7])",
        )
        == "True\nTrue\nTrue OpenSSL"
    )


def test_een_bibliotheek_die_er_al_is_blijft_dezelfde():
    assert (
        run(
            "import prompt_toolkit, ssl, sys",
            "import uitvoeringsplan.terminal.screen.form",
            "print(sys.modules['prompt_toolkit'] is prompt_toolkit, sys.modules['ssl'] is ssl)",
        )
        == "True True"
    )


def test_er_worden_geen_toetsen_van_vi_gemaakt():
    assert (
        run(
            "import uitvoeringsplan.terminal.screen",
            "from prompt_toolkit.key_binding.defaults import load_key_bindings",
            "namen = {b.handler.__module__ for b in load_key_bindings().bindings}",
            "soorten = {naam.rpartition('.')[2] for naam in namen}",
            "print('vi' in soorten, 'basic' in soorten)",
        )
        == "False True"
    )
