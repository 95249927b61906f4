import pytest

import graph_engine as ge
from graph_engine import storage
from graph_engine.document import Group, PortName, compose, edits, from_formula, groups, regroup
from graph_engine.document.interface import interface
from graph_engine.errors import Refused
from graph_engine.graph import Edge, make_node


@pytest.fixture
def chain():
    """x → a → b → c, each an exp."""
    document = ge.Document()
    for number, name in enumerate("xabc"):
        kind = "variable" if name == "x" else "exp"

        edits.AddNode(make_node(name, kind, name), (100.0 * number, 10.0 * number)).apply(document)
    for source, target in ("xa", "ab", "bc"):
        edits.Connect(Edge(source, target, "x")).apply(document)
    return document


def make(document, ids, name="group", **options):
    edit, id = regroup.group(document, ids, name, **options)
    edit.apply(document)
    return id


def test_a_group_holds_its_nodes_and_is_undone(chain):
    before = storage.to_bytes(chain)
    edit, id = regroup.group(chain, ["c", "b"], "tail")
    undo = edit.apply(chain)
    assert chain.groups[id] == Group(id, "tail", ("b", "c"))
    undo.apply(chain)
    assert storage.to_bytes(chain) == before


def test_a_node_between_two_members_is_named(chain):
    with pytest.raises(Refused, match="“ends” would make a cycle when it is collapsed: ends → b → ends"):
        make(chain, ["a", "c"], "ends")
    assert not chain.groups


def test_two_groups_that_feed_each_other_are_refused():
    document = from_formula("exp(a) * sin(exp(b))")
    ids = document.graph.id_of
    make(document, [ids("exp"), ids("sin")], "first")
    other = document.graph.add("exp", "other", x=ids("exp"))
    document.positions[other] = (0.0, 0.0)
    with pytest.raises(Refused, match="would make a cycle"):
        make(document, [other, ids("exp 2")], "second")


def test_a_wire_that_would_lead_out_and_back_is_refused(chain):
    extra = chain.graph.add("add", "d")
    chain.positions[extra] = (0.0, 0.0)
    edits.Connect(Edge("a", extra, "x")).apply(chain)
    edits.Disconnect(Edge("b", "c", "x")).apply(chain)
    make(chain, ["a", "c"], "ends")
    with pytest.raises(Refused, match="with its groups collapsed that would make a cycle: ends → d → ends"):
        edits.Connect(Edge(extra, "c", "x")).apply(chain)
    assert not chain.graph.has_edge(Edge(extra, "c", "x"))


def test_groups_nest_and_come_apart_again(chain):
    inner = make(chain, ["b", "c"], "inner")
    outer = make(chain, ["a", "b", "c"], "outer")
    assert chain.groups[inner].parent == outer
    assert chain.groups[outer].members == ("a",)
    assert groups.members(chain.groups, outer) == {"a", "b", "c"}
    assert groups.homes(chain.groups)["c"] == (outer, inner)
    regroup.ungroup(chain, [inner]).apply(chain)
    assert chain.groups[outer].members == ("a", "b", "c")


def test_a_group_within_an_open_one_takes_nodes_from_it(chain):
    outer = make(chain, ["b", "c"], "outer")
    inner = make(chain, ["b", "c"], "inner", inside=outer)
    assert chain.groups[inner].parent == outer
    assert chain.groups[outer].members == ()


def test_half_of_a_group_with_something_outside_is_refused(chain):
    make(chain, ["b", "c"], "tail")
    with pytest.raises(Refused, match="“tail” is only partly selected"):
        regroup.group(chain, ["a", "b"])


@pytest.mark.parametrize(
    ("made", "says"),
    [
        (Group("g2", "tail"), "there is a group named “tail” already"),
        (Group("g2", " "), "a group needs a name"),
        (Group("g2", "two", ("b",)), "can't be in two groups, “tail” and “two”"),
        (Group("g2", "two", ("nope",)), "there is no node “nope”"),
        (Group("g2", "two", (), "g9"), "a group that is not there: g9"),
        (Group("g2", "two", (), "g2"), "can't lie in itself"),
        (Group("g2", "two", (), None, False, (PortName("a", "x", "in"),)), "names a port of “a”"),
    ],
)
def test_groups_that_do_not_fit_are_refused(chain, made, says):
    make(chain, ["b", "c"], "tail")
    before = dict(chain.groups)
    with pytest.raises(Refused, match=says):
        edits.SetGroups(((made.id, made),)).apply(chain)
    assert chain.groups == before


def test_nesting_has_a_limit(chain):
    for _ in range(32):
        make(chain, ["c"])
    with pytest.raises(Refused, match="nested more than 32 deep"):
        make(chain, ["c"])


def test_a_removed_node_leaves_its_group_and_an_empty_group_goes(chain):
    group = make(chain, ["b", "c"], "tail")
    undo = compose.remove(chain, ["b"]).apply(chain)
    assert chain.groups[group].members == ("c",)
    undo_all = compose.remove(chain, ["c"]).apply(chain)
    assert not chain.groups
    undo_all.apply(chain)
    undo.apply(chain)
    assert chain.groups[group].members == ("b", "c")


def test_a_node_in_the_middle_of_a_group_can_be_removed(chain):
    make(chain, ["a", "b", "c"])
    compose.remove(chain, ["b"]).apply(chain)
    assert chain.groups["g1"].members == ("a", "c")


def test_a_node_dropped_on_a_wire_of_a_group_joins_it(chain):
    make(chain, ["a", "b", "c"])
    new = chain.graph.add("sin", "s")
    chain.positions[new] = (0.0, 0.0)
    compose.insert_on(chain, Edge("a", "b", "x"), new, "x").apply(chain)
    assert new in chain.groups["g1"].members


def test_copies_keep_their_groups(chain):
    inner = make(chain, ["b", "c"], "inner")
    outer = make(chain, ["a", "b", "c"], "outer")
    regroup.changed(chain, inner, collapsed=True, ports=(PortName("b", "x", "in"),)).apply(chain)
    part = compose.extract(chain, ["a", "b", "c"])
    edit, ids = compose.insert(chain, part, (5.0, 5.0))
    edit.apply(chain)
    copies = [g for id, g in chain.groups.items() if id not in (inner, outer)]
    assert sorted(g.name for g in copies) == ["inner 2", "outer 2"]
    small = next(g for g in copies if g.name == "inner 2")
    assert small.collapsed
    assert small.members == tuple(ids[1:])
    assert small.ports == (PortName(ids[1], "x", "in"),)
    assert chain.groups[small.parent].name == "outer 2"


def test_a_copy_of_half_a_group_is_only_nodes_unless_it_is_put_inside(chain):
    group = make(chain, ["b", "c"])
    part = compose.extract(chain, ["b"])
    assert not part.groups
    edit, (new,) = compose.insert(chain, part, inside=group)
    edit.apply(chain)
    assert new in chain.groups[group].members


def test_the_interface_names_what_enters_and_what_leaves(chain):
    group = make(chain, ["b", "c"])
    found = interface(chain, group)
    assert [(p.name, p.source, p.ends) for p in found.inputs] == [("a", "a", (("b", "x"),))]
    assert [(p.name, p.node, p.edges) for p in found.outputs] == [("c", "c", ())]
    regroup.changed(chain, group, ports=(PortName("b", "x", "in"), PortName("c", "", "out"))).apply(chain)
    found = interface(chain, group)
    assert (found.inputs[0].name, found.outputs[0].name) == ("in", "out")


def test_one_source_is_one_input_and_an_open_port_is_one_too():
    document = from_formula("x * x + exp(x)")
    ids = {node.name: node.id for node in document.graph.nodes}
    open_one = document.graph.add("dot", "layer", x=ids["x"])
    document.positions[open_one] = (0.0, 0.0)
    group = make(document, set(ids.values()) - {ids["x"]} | {open_one})
    found = interface(document, group)
    assert [(p.name, p.source, len(p.ends)) for p in found.inputs] == [("x", ids["x"], 4), ("W", None, 1)]


def test_a_collapsed_group_stands_in_the_middle_of_its_nodes(chain):
    group = make(chain, ["a", "c", "b"])
    assert groups.middle(chain, group) == (200.0, 20.0)


def test_naming_a_port_moves_none_of_them():
    document = from_formula("y = exp(w*x + b)")
    graph = document.graph
    edit, id = regroup.group(document, [graph.id_of("multiply"), graph.id_of("add")], "layer")
    edit.apply(document)

    def names():
        return [entry.name for entry in interface(document, id).inputs]

    multiply, add = graph.id_of("multiply"), graph.id_of("add")
    assert names() == ["w", "x", "b"]
    regroup.named_port(document, id, (add, "y"), "offset").apply(document)
    assert names() == ["w", "x", "offset"]
    undo = regroup.named_port(document, id, (multiply, "x"), " weight ").apply(document)
    assert names() == ["weight", "x", "offset"]
    undo.apply(document)
    assert names() == ["w", "x", "offset"]
    regroup.named_port(document, id, (add, "y"), "").apply(document)
    assert names() == ["w", "x", "b"]
    assert not document.groups[id].ports


def test_named_ports_stand_in_the_order_of_their_names_and_the_others_keep_their_place():
    document = from_formula("y = exp(w*x + b)")
    graph = document.graph
    multiply, add = graph.id_of("multiply"), graph.id_of("add")
    edit, id = regroup.group(document, [multiply, add], "layer")
    edit.apply(document)
    ports = (PortName(add, "y", "offset"), PortName(multiply, "x", "weight"))
    regroup.changed(document, id, ports=ports).apply(document)
    assert [entry.name for entry in interface(document, id).inputs] == ["offset", "x", "weight"]
    regroup.named_port(document, id, (multiply, "y"), "input").apply(document)
    assert [entry.name for entry in interface(document, id).inputs] == ["offset", "input", "weight"]
