"""Spoils models of ONNX: bytes anywhere, or a node, a number, a shape or a name that is not what it should be."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from graph_engine.onnx_models.readers import READERS

from .mutate import spoil_bytes

NUMBERS = [0, 1, -1, 2, 3, 7, 99, 2**31 - 1, -(2**31), 2**40, 2**62, -(2**63)]
NAMES = ["", "x", "y", "nobody", "图", "a" * 3000, "x\0", "<img src='/etc/passwd'>", "../../etc/passwd"]


def spoil(dice: random.Random, data: bytes) -> bytes:
    """`data` with one to four things wrong."""
    for _ in range(dice.choice([1, 1, 2, 4])):
        data = spoil_bytes(dice, data) if dice.random() < 0.25 else _spoil_parts(dice, data)
    return data


def _spoil_parts(dice: random.Random, data: bytes) -> bytes:
    import onnx

    try:
        model = onnx.load_model_from_string(data)
        dice.choice(_WAYS)(dice, model)
        return bytes(model.SerializeToString())
    except Exception:  # what was spoilt before need not be a model any more
        return spoil_bytes(dice, data)


def _op(dice: random.Random, model: Any) -> None:
    dice.choice(model.graph.node).op_type = dice.choice([*READERS, "Conv", "Loop", "If", "", "Scan"])


def _wire(dice: random.Random, model: Any) -> None:
    node, names = dice.choice(model.graph.node), [name for each in model.graph.node for name in each.output]
    wires = dice.choice([node.input, node.output])
    if dice.random() < 0.3 or not wires:
        wires.append(dice.choice([*names, *NAMES]))
    elif dice.random() < 0.3:
        wires.pop()
    else:
        wires[dice.randrange(len(wires))] = dice.choice([*names, *NAMES])


def _node(dice: random.Random, model: Any) -> None:
    nodes = model.graph.node
    if dice.random() < 0.5:
        nodes.append(dice.choice(nodes))
    else:
        del nodes[dice.randrange(len(nodes))]


def _attribute(dice: random.Random, model: Any) -> None:
    node = dice.choice(model.graph.node)
    name = dice.choice(
        ["axis", "axes", "alpha", "beta", "transA", "transB", "perm", "keepdims", "epsilon", "to", "shape"]
    )
    del node.attribute[:]
    made = node.attribute.add()
    made.name, made.type = name, dice.choice([1, 2, 6, 7, 3, 99])
    made.i, made.f = dice.choice(NUMBERS), dice.choice([0.0, -1.0, 1e38, float("nan"), float("inf")])
    made.ints.extend(dice.choice(NUMBERS) for _ in range(dice.choice([0, 1, 2, 40])))


def _tensor(dice: random.Random, model: Any) -> None:
    tensor = dice.choice(model.graph.initializer)
    match dice.randint(0, 3):
        case 0:
            tensor.dims[:] = [dice.choice(NUMBERS) for _ in range(dice.choice([0, 1, 2, 40]))]
        case 1:
            tensor.data_type = dice.choice([0, 1, 6, 7, 8, 9, 10, 11, 14, 99])
        case 2:
            tensor.raw_data = tensor.raw_data[: dice.randint(0, len(tensor.raw_data))]
        case _:
            tensor.name = dice.choice(NAMES)


def _input(dice: random.Random, model: Any) -> None:
    given = dice.choice(model.graph.input)
    if dice.random() < 0.6:
        shape = given.type.tensor_type.shape
        del shape.dim[:]
        for _ in range(dice.choice([0, 1, 2, 3, 40])):
            shape.dim.add().dim_value = dice.choice(NUMBERS)
    elif dice.random() < 0.5:
        given.name = dice.choice(NAMES)
    else:
        given.type.tensor_type.elem_type = dice.choice([0, 1, 6, 7, 8, 9, 11, 99])


def _texts(dice: random.Random, model: Any) -> None:
    model.graph.name, model.graph.doc_string = dice.choice(NAMES), "x" * dice.choice([0, 9, 200_000])
    dice.choice(model.graph.node).name = dice.choice(NAMES)


def _opset(dice: random.Random, model: Any) -> None:
    dice.choice(model.opset_import).version = dice.choice([*NUMBERS, 5, 9, 11, 13])


_WAYS: list[Callable[[random.Random, Any], None]] = [
    _op, _op, _wire, _wire, _node, _attribute, _attribute, _tensor, _tensor, _input, _texts, _opset
]  # fmt: skip
