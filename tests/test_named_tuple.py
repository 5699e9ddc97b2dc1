"""A named tuple of ours is one of `typing`, in everything but what it costs."""

from __future__ import annotations

import copy
import inspect
import pickle
import subprocess
import sys
import typing
from typing import Generic, TypeVar

import pytest

from uitvoeringsplan import named_tuple

_T = TypeVar("_T")


def _define(base, *others):
    class Vraag(base, *others):
        """A question."""

        id: str
        label: str = ""
        kinds: tuple[str, ...] = ("tekst",)

        @property
        def name(self) -> str:
            return self.label or self.id

        @classmethod
        def leeg(cls):
            return cls("")

        def met_label(self, label):
            return self._replace(label=label)

    return Vraag


OURS, THEIRS = _define(named_tuple.NamedTuple), _define(typing.NamedTuple)


class Picklable(named_tuple.NamedTuple):
    id: str
    label: str = ""


@pytest.mark.parametrize(
    "look",
    [
        lambda c: c("a"),
        lambda c: c("a", kinds=()),
        lambda c: c(id="a", label="b"),
        lambda c: c._make(["a", "b", ()]),
        lambda c: c("a")._replace(label="b", id="c"),
        lambda c: c("a")._asdict(),
        lambda c: repr(c("a", "b")),
        lambda c: c.leeg().name,
        lambda c: c("a").met_label("b").name,
        lambda c: (c("a").id, c("a").label, c("a").kinds),
        lambda c: copy.copy(c("a")),
        lambda c: copy.deepcopy(c("a", "b", ("c",))),
        lambda c: c("a").__getnewargs__(),
        lambda c: hash(c("a")),
        lambda c: c("a") < c("b"),
        lambda c: (c._fields, c._field_defaults, c.__match_args__, [*c.__annotations__]),
        lambda c: (c.__name__, c.__qualname__, c.__module__, c.__doc__, c.__slots__, type(c)),
        lambda c: c.__mro__[1:] == (tuple, object) or c.__mro__[2:] == (tuple, object),
        lambda c: hasattr(c("a"), "__dict__"),
        lambda c: (c("a"), inspect.signature(c).replace(return_annotation=0).parameters.keys()),
    ],
)
def test_ze_doet_wat_die_van_typing_doet(look):
    assert look(OURS) == look(THEIRS)


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda c: c(), TypeError),
        (lambda c: c("a", "b", (), "d"), TypeError),
        (lambda c: c("a", onbekend="b"), TypeError),
        (lambda c: c("a", id="b"), TypeError),
        (lambda c: c._make(["a"]), TypeError),
        (lambda c: c("a")._replace(unknown="b"), ValueError),
        (lambda c: setattr(c("a"), "id", "b"), AttributeError),
        (lambda c: setattr(c("a"), "unknown", "b"), AttributeError),
    ],
)
def test_ze_weigert_wat_die_van_typing_weigert(wrong, error):
    for cls in (_define(named_tuple.NamedTuple), _define(typing.NamedTuple)):
        with pytest.raises(error):
            wrong(cls)


@pytest.mark.parametrize("base", [named_tuple.NamedTuple, typing.NamedTuple])
def test_achter_een_veld_met_standaard_heeft_elk_er_een(base):
    with pytest.raises(TypeError, match="default"):

        class Fout(base):
            id: str = ""
            label: str


def test_een_klasse_zonder_velden():
    class Niets(named_tuple.NamedTuple):
        pass

    assert Niets() == ()
    with pytest.raises(TypeError):
        Niets("a")


def test_een_match_leest_de_velden():
    match OURS("a", "b"):
        case OURS(id, label):
            assert (id, label) == ("a", "b")
        case _:
            pytest.fail("no match")


def test_wie_ervan_afgeleid_is_krijgt_zichzelf():
    class Kind(OURS):
        pass

    assert type(Kind("a")) is Kind
    assert type(Kind("a")._replace(label="b")) is Kind
    assert type(OURS("a")) is OURS


def test_ze_kan_over_een_soort_gaan():
    cls = _define(named_tuple.NamedTuple, Generic[_T])
    assert cls[int]("a") == ("a", "", ("tekst",))
    assert cls.__parameters__ == (_T,)


def test_ze_gaat_door_een_pickle():
    value = pickle.loads(pickle.dumps(Picklable("a", "b")))  # noqa: S301 - our own
    assert (type(value), value) == (Picklable, ("a", "b"))


def test_een_veld_te_veel_wordt_gezien():
    body = {"__annotations__": dict.fromkeys((f"veld_{i}" for i in range(33)), "int")}
    with pytest.raises(ValueError, match="argument"):
        type(named_tuple.NamedTuple)("Groot", (named_tuple.NamedTuple,), body)


def test_voor_een_klasse_zonder_waarde_wordt_niets_vertaald():
    """The reason that it is there: compiling is what a definition took."""
    program = """
import sys
from uitvoeringsplan.named_tuple import NamedTuple
compiled = []
sys.addaudithook(lambda event, _: compiled.append(event) if event == "compile" else None)
class A(NamedTuple):
    a: "int | None" = None
print(len(compiled))
A()
print(len(compiled))
A()
print(len(compiled))
"""
    result = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert result.stdout.split() == ["0", "1", "1"]
