import pytest

import graph_engine as ge
from tests.whole_examples import WHOLE


def told(name_or_graph, target=None):
    if isinstance(name_or_graph, str):
        document = ge.example(name_or_graph).open()
        graph, target = document.graph, document.target
    else:
        graph = name_or_graph
    evaluation = ge.evaluate(graph)
    timeline, found = ge.trace(evaluation, target), ge.gradients(evaluation, target)
    stories = [ge.narrate(timeline, position, evaluation, found) for position in range(len(timeline) + 1)]
    return [f"{story.title} | {'; '.join(story.lines)}" for story in stories]


def test_two_paths_are_told_step_by_step():
    assert told("two_paths") == [
        "Ready | Step forward to compute the first node.",
        "Forward step 1 of 3: add “c” | c = a + b = 2 + 1 = 3",
        "Forward step 2 of 3: add “d” | d = b + 1 = 1 + 1 = 2",
        "Forward step 3 of 3: multiply “e” | e = c × d = 3 × 2 = 6",
        "Backward step 1 of 5: multiply “e” | ∂e/∂e = 1: the backward pass starts here",
        "Backward step 2 of 5: multiply “e” | "
        "∂e/∂c = upstream × local = 1 × 2 = 2; ∂e/∂d = upstream × local = 1 × 3 = 3",
        "Backward step 3 of 5: add “d” | "
        "∂e/∂b through d: upstream × local = 3 × 1 = 3; ∂e/∂1 = upstream × local = 3 × 1 = 3",
        "Backward step 4 of 5: add “c” | "
        "∂e/∂a = upstream × local = 2 × 1 = 2; ∂e/∂b through c: upstream × local = 2 × 1 = 2",
        "Backward step 5 of 5: variable “b” | ∂e/∂b = 3 + 2 = 5: contributions add up",
    ]


def test_arrays_are_told_by_their_rules():
    lines = told("classifier")
    assert lines[1].startswith("Forward step 1 of 2: affine “scores” | scores = x · W + b = (5, 2) · (2, 3) + (3,)")
    assert any("∂loss/∂scores = g · (softmax(scores) − t) / batch" in line for line in lines)
    assert any("∂loss/∂W = xᵀ · g" in line for line in lines)


def test_an_array_as_target_says_what_is_differentiated():
    graph = ge.Graph()
    square = graph.add("power", "x²", x=graph.add("variable", "x", value=[1, 2]))
    lines = told(graph, square)
    assert "“x²” is an array: the pass starts with ones, so it differentiates the sum of its entries" in lines[2]
    assert "upstream × local = g × (2 × x)" in lines[3]


@pytest.mark.parametrize("name", [example.name for example in WHOLE])
def test_every_step_of_every_example_has_a_title_and_lines(name):
    lines = told(name)
    assert len(lines) > 2
    assert all(len(line.partition(" | ")[2]) > 5 for line in lines)


def test_a_sentence_can_still_be_taken_apart_for_translation():
    document = ge.example("apple_tax").open()
    evaluation = ge.evaluate(document.graph)
    found = ge.gradients(evaluation, document.target)
    story = ge.narrate(ge.trace(evaluation, document.target), 1, evaluation, found)
    assert story.title.template == "Forward step {n} of {all}: {node}"
    assert story.title.values["n"] == 1
