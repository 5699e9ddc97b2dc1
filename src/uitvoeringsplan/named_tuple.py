"""Named tuples as `typing` has them, defined in a tenth of its time.

A run of `genereer` defines ninety, and `typing.NamedTuple` compiles the type of every field and the
constructor of every class: a tenth of that run. Here only a constructor is compiled, as
`collections.namedtuple` does it, and not before a first value is made.
"""

from __future__ import annotations

from collections import namedtuple
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NamedTuple, Self  # noqa: TID251 - this one is it
else:
    # What reads an item is the same in every class; no class has more fields than these.
    _Items = namedtuple("_Items", [f"item_{i}" for i in range(32)])  # noqa: PYI024
    _GETTERS = [vars(_Items)[name] for name in _Items._fields]

    class _Named(tuple):
        """What a named tuple can do; `collections.namedtuple` says what each of these is."""

        __slots__ = ()

        @classmethod
        def _make(cls, values: Iterable[Any]) -> Self:
            made = tuple.__new__(cls, values)
            if len(made) != len(cls._fields):
                raise TypeError(f"{cls.__name__} has {len(cls._fields)} fields, not {len(made)}")
            return made

        def _replace(self, /, **changes: Any) -> Self:
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"{type(self).__name__} has no field {', '.join(changes)}")
            return made

        def _asdict(self) -> dict[str, Any]:
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self) -> str:
            fields = ", ".join(f"{name}={value!r}" for name, value in self._asdict().items())
            return f"{type(self).__name__}({fields})"

        def __getnewargs__(self) -> tuple[Any, ...]:
            return tuple(self)

    class _Definition(type):
        """Makes a named tuple of a class whose first base is NamedTuple."""

        def __new__(cls, name: str, bases: tuple[type, ...], body: dict[str, Any]) -> type:
            fields = tuple(body.get("__annotations__", ()))
            defaults = {field: body.pop(field) for field in fields if field in body}

            if fields[len(fields) - len(defaults) :] != tuple(defaults):
                raise TypeError(f"{name}: behind a field with a default, all must have one")

            def first(cls: type, /, *values: Any, **named: Any) -> Any:
                # The names of fields are Python already, in the source of a class.
                row = "".join(f"{field}, " for field in fields)
                real = eval(  # noqa: S307
                    f"lambda _cls, {row}: _new(_cls, ({row}))", {"_new": tuple.__new__}
                )
                real.__defaults__ = tuple(defaults.values())
                made.__new__ = staticmethod(real)
                return real(cls, *values, **named)

            body |= dict(zip(fields, _GETTERS[: len(fields)], strict=True))
            body |= {"__slots__": (), "__new__": first, "__match_args__": fields}
            body |= {"_fields": fields, "_field_defaults": defaults}
            made = type(name, (_Named, *bases[1:]), body)
            return made

    NamedTuple = type.__new__(_Definition, "NamedTuple", (), {})

__all__ = ["NamedTuple"]
