import numpy as np
import pytest

import graph_engine as ge
from graph_engine.document import edits
from graph_engine.document.interface import interface
from graph_engine.document.networks import NETWORKS, affine_relu, two_layers
from graph_engine.graph import make_node


@pytest.mark.parametrize("network", NETWORKS, ids=lambda network: network.key)
def test_a_network_lacks_nothing_but_its_inputs(network):
    part = network.build()
    failures = {problem.port for found in ge.evaluate(part.graph).plan.problems.values() for problem in found}
    assert failures <= {"x", "t"}


def test_a_layer_is_a_group_with_one_open_input_and_one_output():
    part = affine_relu(2, 5)
    (group,) = part.groups
    face = interface(part, group)
    assert [(port.name, port.source) for port in face.inputs] == [("x", None)]
    assert len(face.outputs) == 1


def test_the_two_layer_network_learns_from_what_is_wired():
    part = two_layers(2, 8, 3)
    for name, port, value in (("x", ("a1", "x"), np.ones((4, 2))), ("t", ("loss", "t"), np.eye(4, 3))):
        edits.AddNode(make_node(name, "variable", name, value)).apply(part)
        edits.Connect(ge.Edge(name, *port)).apply(part)
    values = ge.evaluate(part.graph)
    assert np.shape(ge.gradients(values, "loss").nodes["W1"]) == (2, 8)
