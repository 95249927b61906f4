import pytest

from graph_engine.document import from_formula, regroup
from graph_engine.graph import Edge
from gui.canvas.visible import shown


@pytest.fixture
def document():
    return from_formula("y = exp(x * x) + sin(x)")


@pytest.fixture
def ids(document):
    return {node.name: node.id for node in document.graph.nodes}


def grouped(document, ids, name="group", **fields):
    edit, id = regroup.group(document, ids, name)
    edit.apply(document)
    regroup.changed(document, id, **fields).apply(document)
    return id


def test_without_groups_everything_is_shown(document):
    now = shown(document)
    assert now.nodes == set(document.positions)
    assert set(now.wires) == set(document.graph.edges)


def test_a_collapsed_group_hides_its_nodes_and_bundles_their_wires(document, ids):
    group = grouped(document, [ids["multiply"], ids["exp"]], collapsed=True)
    now = shown(document)
    assert now.nodes == {ids["x"], ids["sin"], ids["y"]}
    assert now.boxes == {group}
    into = [edges for edges in now.wires.values() if edges[0].target == ids["multiply"]]
    assert into == [(Edge(ids["x"], ids["multiply"], "x"), Edge(ids["x"], ids["multiply"], "y"))]
    assert Edge(ids["multiply"], ids["exp"], "x") not in now.wire_of
    assert now.stands_for(ids["exp"]) == group


def test_an_open_group_is_a_frame(document, ids):
    group = grouped(document, [ids["multiply"], ids["exp"]])
    now = shown(document)
    assert now.frames == (group,)
    assert now.frames_of[ids["exp"]] == (group,)
    assert now.nodes == set(document.positions)


def test_of_nested_groups_the_outermost_collapsed_one_is_seen(document, ids):
    inner = grouped(document, [ids["multiply"]], "inner", collapsed=True)
    outer = grouped(document, [ids["multiply"], ids["exp"]], "outer")
    assert shown(document).boxes == {inner}
    regroup.changed(document, outer, collapsed=True).apply(document)
    assert shown(document).boxes == {outer}


def test_looking_inside_shows_only_what_a_group_holds(document, ids):
    inner = grouped(document, [ids["multiply"]], "inner", collapsed=True)
    outer = grouped(document, [ids["multiply"], ids["exp"]], "outer", collapsed=True)
    now = shown(document, outer)
    assert now.nodes == {ids["exp"]}
    assert now.boxes == {inner}
    assert set(now.wire_of) == {Edge(ids["multiply"], ids["exp"], "x")}
    assert now.stands_for(ids["x"]) is None
    assert shown(document, inner).nodes == {ids["multiply"]}
