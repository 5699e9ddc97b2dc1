"""What the operating system says, in Dutch: the one table of reasons why a file fails."""

from __future__ import annotations

import errno

_REDENEN = {
    "ENOSPC": "de schijf is vol",
    "EDQUOT": "je ruimte op deze schijf is op",
    "EFBIG": "het bestand is te groot voor deze schijf",
    "EIO": "de schijf of de verbinding ermee is gestoord",
    "EROFS": "deze schijf is alleen-lezen",
    "ENAMETOOLONG": "de naam is te lang",
    "ELOOP": "de snelkoppeling verwijst naar zichzelf",
    "ENOTDIR": "een deel van het pad is een bestand, geen map",
    "EISDIR": "dit is een map",
    "ENOENT": "het bestand of de map bestaat niet",
    "EEXIST": "dit bestand bestaat al",
    "EACCES": "je hebt er geen rechten voor",
    "EPERM": "je hebt er geen rechten voor",
    "EBUSY": "het bestand is in gebruik",
    "ETXTBSY": "het bestand is in gebruik",
    "EMFILE": "er zijn te veel bestanden open",
    "ENFILE": "er zijn te veel bestanden open",
    "ESTALE": "de verbinding met de netwerkschijf is weg",
    "ETIMEDOUT": "de netwerkschijf antwoordt niet",
    "EHOSTDOWN": "de netwerkschijf antwoordt niet",
    "EHOSTUNREACH": "de netwerkschijf antwoordt niet",
    "ENODEV": "de schijf is weg",
    "ENXIO": "de schijf is weg",
}
# Not every system knows every number.
_OP_NUMMER = {
    getattr(errno, naam): reden for naam, reden in _REDENEN.items() if hasattr(errno, naam)
}


def reden(fout: OSError) -> str:
    """Return why, in a few Dutch words; of an error that is not in the table, its own text."""
    return _OP_NUMMER.get(fout.errno or 0) or fout.strerror or str(fout)
