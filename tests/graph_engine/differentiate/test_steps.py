import graph_engine as ge
from graph_engine.differentiate import backward_steps
from graph_engine.graph import Edge


def test_each_contribution_arrives_as_its_own_step_before_the_sum():
    document = ge.example("two_paths").open()
    evaluation = ge.evaluate(document.graph)
    steps = [(step.kind, document.graph.node(step.node).name) for step in backward_steps(evaluation, document.target)]
    assert steps == [("seed", "e"), ("pull", "e"), ("pull", "d"), ("pull", "c"), ("sum", "b")]


def test_a_node_that_feeds_one_op_twice_is_summed_after_that_op():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=3)
    square = graph.add("multiply", "x²", x=x, y=x)
    steps = list(backward_steps(ge.evaluate(graph), square))
    assert [step.kind for step in steps] == ["seed", "pull", "sum"]
    assert steps[-1].edges == (Edge(x, square, "x"), Edge(x, square, "y"))
    assert {step.phase for step in steps} == {"backward"}


def test_what_the_target_does_not_depend_on_is_left_out():
    graph = ge.Graph()
    x = graph.add("variable", "x", value=3)
    a = graph.add("negate", "a", x=x)
    graph.add("exp", "b", x=x)
    assert [step.node for step in backward_steps(ge.evaluate(graph), a)] == [a, a]
