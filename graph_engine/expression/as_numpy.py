"""A tape as straight-line NumPy source: every call writes into an array that is kept from run to run.

Three kinds of place, decided once:

- *still*: depends only on data that is bound; computed when data is bound.
- *kept*: has an array of its own (or is a view of one), so the name always means the same memory.
- *fresh*: made anew in each run, as scalars are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Literal

import numpy as np

from .tape import Call, Tape, Traced

Home = Literal["still", "kept", "fresh"]
_OPERATORS: dict[Any, str] = {np.add: "+", np.subtract: "-", np.multiply: "*", np.divide: "/"}


@dataclass(eq=False)
class _Source:
    """The program while it is written."""

    homes: dict[int, Home]
    roots: dict[int, int]  # whose array a traced value lies in
    into: Mapping[int, Any]  # the arrays that outputs are asked to lie in
    space: dict[str, Any] = field(default_factory=dict)
    fixed: list[str] = field(default_factory=list)
    bound: list[str] = field(default_factory=list)
    run: list[str] = field(default_factory=list)
    pool: dict[Any, list[str]] = field(default_factory=dict)  # arrays that nobody reads any more
    arrays: dict[int, str] = field(default_factory=dict)  # by root
    constants: dict[int, str] = field(default_factory=dict)  # by id of what stays alive in `space`


def compile_tape(
    tape: Tape,
    data: Sequence[Traced],
    kept: Mapping[int, Any],
    outputs: Sequence[Any],
    into: Mapping[int, Any] = MappingProxyType({}),
) -> Callable[..., Callable[[], tuple[Any, ...]]]:
    """`bind(*data)` → `run()` → the values of `outputs`.

    `kept` gives, by number, arrays that someone else changes in place between runs. An output that is an array is valid
    until the next run. `into` gives, by number, arrays that outputs are to lie in where that spares a copy.
    """
    calls = _needed(tape, outputs)
    last = _last_uses(calls, outputs)
    source = _Source({t.number: "still" for t in data}, {}, into)
    for number, array in kept.items():
        source.homes[number], source.roots[number] = "kept", number
        source.space[f"v{number}"] = array
    for place, call in enumerate(calls):
        _write(source, call, place, last)
    names = ", ".join(f"v{t.number}" for t in data)
    result = "".join(_name(source, out) + ", " for out in outputs)
    head, foot = [*source.fixed, f"def bind({names}):", *source.bound, " def run():"], f"  return ({result})"
    lines = [*head, *source.run, foot, " return run"]
    exec("\n".join(lines), source.space)  # made from recorded calls only; nothing a person typed gets here
    bind: Callable[..., Callable[[], tuple[Any, ...]]] = source.space["bind"]
    return bind


def _needed(tape: Tape, outputs: Sequence[Any]) -> list[Call]:
    wanted = {out.number for out in outputs if isinstance(out, Traced)}
    found = []
    for call in reversed(tape.calls):
        if call.out.number in wanted:
            wanted.update(t.number for t in call.reads)
            found.append(call)
    return found[::-1]


def _last_uses(calls: Sequence[Call], outputs: Sequence[Any]) -> dict[int, int]:
    """The place after which nobody reads the array that a value lies in, views of it counted."""
    roots: dict[int, int] = {}
    last: dict[int, int] = {}
    for place, call in enumerate(calls):
        number = call.out.number
        viewed = _viewed(call)
        roots[number] = number if viewed is None else roots.get(viewed.number, viewed.number)
        last[roots[number]] = max(place, last.get(roots[number], place))
        for read in call.reads:
            last[roots.get(read.number, read.number)] = place
    for out in outputs:
        if isinstance(out, Traced):
            last[roots.get(out.number, out.number)] = len(calls)
    return last


def _viewed(call: Call) -> Traced | None:
    """The operand whose memory the result shares."""
    result = call.out.example
    if not isinstance(result, np.ndarray):
        return None
    return next((t for t in call.reads if t is not call.out and np.may_share_memory(result, t.example)), None)


def _write(source: _Source, call: Call, place: int, last: Mapping[int, int]) -> None:
    number, homes = call.out.number, source.homes
    around = {homes[t.number] for t in call.reads}
    viewed = _viewed(call)
    if around <= {"still"}:
        homes[number] = "still"
        source.bound.append(f" v{number} = {_call(source, call)}")
    elif viewed is not None:
        root = source.roots.get(viewed.number)
        homes[number] = "kept" if around <= {"still", "kept"} and root is not None else "fresh"
        if root is not None:
            source.roots[number] = root
        line = f"v{number} = {_call(source, call)}"
        if around == {"kept"}:
            source.fixed.append(line)
        elif homes[number] == "kept":
            source.bound.append(f" {line}")
        else:
            source.run.append(f"  {line}")
    elif _takes_out(call):
        _write_into(source, call, place, last)
    else:
        homes[number] = "fresh"
        source.run.append(f"  v{number} = {_call(source, call)}")
    _release(source, call.reads, place, last)


def _takes_out(call: Call) -> bool:
    result = call.out.example
    if not isinstance(result, np.ndarray) or not result.ndim:
        return False
    if call.function is np.where:
        return len(call.args) == 3
    plain = isinstance(call.function, np.ufunc) and not call.keywords
    return plain or getattr(call.function, "__name__", "") == "reduce"


def _write_into(source: _Source, call: Call, place: int, last: Mapping[int, int]) -> None:
    number, result = call.out.number, call.out.example
    if isinstance(call.function, np.ufunc) and call.function.signature is None:
        _release(source, call.reads, place, last)  # entry by entry: an operand that is done with may be overwritten
    elif call.function is np.where and isinstance(call.args[2], Traced):
        roots = [source.roots.get(t.number) for t in call.reads]
        if roots.count(roots[-1]) == 1:
            _release(source, [call.args[2]], place, last)
    given, free = source.into.get(number), source.pool.get(_like(result))
    if free and given is None:
        array = free.pop()
    else:
        array = f"a{len(source.space)}"
        fits = given is not None and _like(given) == _like(result)
        source.space[array] = given if fits else np.empty_like(result)
    source.homes[number], source.roots[number], source.arrays[number] = "kept", number, array
    source.space[f"v{number}"] = source.space[array]
    if call.function is np.where:
        source.run += _choose(source, call, array)
    else:
        source.run.append(f"  {_call(source, call, out=array)}")


def _choose(source: _Source, call: Call, out: str) -> list[str]:
    """`np.where`, which takes no `out`: first what it chooses otherwise, then what it chooses where the test holds."""
    copyto, dtype = _constant(source, np.copyto), call.out.dtype
    test, chosen, otherwise = _name(source, call.args[0]), *(_operand(source, a, dtype) for a in call.args[1:])
    there = isinstance(call.args[2], Traced) and source.space.get(otherwise) is source.space[out]
    first = [] if there else [f"  {copyto}({out}, {otherwise})"]
    return [*first, f"  {copyto}({out}, {chosen}, where={test})"]


def _release(source: _Source, reads: Sequence[Traced], place: int, last: Mapping[int, int]) -> None:
    for read in reads:
        root = source.roots.get(read.number)
        if root is not None and root in source.arrays and last.get(root) == place:
            array = source.arrays.pop(root)
            source.pool.setdefault(_like(source.space[array]), []).append(array)


def _like(array: Any) -> tuple[Any, ...]:
    return array.shape, array.strides, array.dtype


def _call(source: _Source, call: Call, out: str = "") -> str:
    args = [_operand(source, a, _common(call)) for a in call.args]
    first = call.args[0] if call.args and not call.keywords else None
    if isinstance(first, Traced) and np.ndim(first.example):  # functions take ten times as long as methods
        if call.function is np.transpose and len(args) == 1:
            return f"{args[0]}.T"
        if call.function is np.reshape and len(args) == 2:
            return f"{args[0]}.reshape({args[1]})"
    if _is_scalar_arithmetic(source, call):
        return f"-{args[0]}" if call.function is np.negative else f"{args[0]} {_OPERATORS[call.function]} {args[1]}"
    if call.function is np.matmul and out and all(a.ndim == 2 for a in call.args):
        return f"{args[0]}.dot({args[1]}, {out})"  # the same product with less ado
    function = _constant(source, call.function)
    if out and getattr(call.function, "__name__", "") == "reduce":
        return f"{function}({args[0]}, {args[1]}, None, {out}, {call.keywords['keepdims']})"
    keywords = [f"{name}={_name(source, value)}" for name, value in call.keywords.items()]
    # NumPy asks for the word where a third number could be meant.
    last = f"out={out}" if call.function in (np.maximum, np.minimum) else out
    return f"{function}({', '.join([*args, *([last] if out else []), *keywords])})"


def _common(call: Call) -> Any:
    """The dtype of a ufunc's operands, if it is one float type and there is an array among them."""
    dtypes = {t.dtype for t in call.reads}
    arrays = isinstance(call.function, np.ufunc) and any(t.ndim for t in call.reads)
    return dtypes.pop() if arrays and len(dtypes) == 1 else None


def _operand(source: _Source, part: Any, dtype: Any) -> str:
    """A plain number beside arrays of one float type is given as such an array, which spares NumPy a conversion."""
    if type(part) in (int, float) and dtype is not None and dtype.kind == "f":
        return _constant(source, np.array(part, dtype))
    return _name(source, part)


def _is_scalar_arithmetic(source: _Source, call: Call) -> bool:
    """Whether Python's own operators do: one operand is a NumPy scalar, so that division by zero is inf."""
    if call.keywords or not (call.function in _OPERATORS or call.function is np.negative):
        return False
    scalars = [t for t in call.reads if source.homes[t.number] == "fresh"]
    return call.out.example.ndim == 0 and bool(scalars)


def _name(source: _Source, part: Any) -> str:
    if isinstance(part, Traced):
        return f"v{part.number}"
    if isinstance(part, tuple):
        return "(" + "".join(_name(source, item) + ", " for item in part) + ")"
    if isinstance(part, list):
        return "[" + ", ".join(_name(source, item) for item in part) + "]"
    if part is None or type(part) in (bool, int) or (type(part) is float and np.isfinite(part)):
        return f"({part!r})"
    return _constant(source, part)


def _constant(source: _Source, thing: Any) -> str:
    name = source.constants.get(id(thing))
    if name is None:
        name = source.constants[id(thing)] = _called(thing) or f"k{len(source.space)}"
        source.space[name] = thing
    return name


def _called(thing: Any) -> str:
    """A readable name for one of NumPy's own functions."""
    if isinstance(thing, np.ufunc):
        return str(thing.__name__)
    owner = getattr(thing, "__self__", None)
    return f"{owner.__name__}_{thing.__name__}" if isinstance(owner, np.ufunc) else ""
