"""Groups: make, take away, collapse, look into; ops taken apart and put together again."""

from __future__ import annotations

from collections.abc import Callable

from graph_engine.document import Edit, apart, regroup
from graph_engine.errors import GradcanvasError
from graph_engine.graph import Edge
from graph_engine.sentence import say

from ..canvas.closing import closed
from ..canvas.to_trouble import show_trouble
from ..i18n import tr
from ..session.grouping import selected_group
from ..session.troubles import troubles
from .declare import Action, Context


def _has_nodes(context: Context) -> bool:
    return bool(context.session.selection.nodes)


def _one_group(context: Context) -> bool:
    return selected_group(context.session) is not None


def _composed(context: Context, compose: Callable[[], tuple[Edit, str]], label: str) -> str | None:
    """Applies what `compose` makes and returns the id that it names; a refusal is said."""
    try:
        edit, id = compose()
    except GradcanvasError as error:
        context.session.say(error.sentence)
        return None
    return id if context.session.attempt(edit, label) else None


def make(context: Context) -> None:
    session = context.session
    chosen, inside = session.selection.nodes, session.level.inside
    id = _composed(context, lambda: regroup.group(session.document, chosen, tr("group"), inside=inside), tr("Group"))
    if id is not None:
        context.view.edit_group(id)


def ungroup(context: Context) -> None:
    group = selected_group(context.session)
    if group is not None:
        context.session.attempt(regroup.ungroup(context.session.document, [group]), tr("Ungroup"))


def toggle(context: Context) -> None:
    session, group = context.session, selected_group(context.session)
    if group is not None:
        if session.document.groups[group].collapsed:
            session.attempt(regroup.changed(session.document, group, collapsed=False), tr("Expand"))
        else:
            session.attempt(closed(context.view.canvas, group), tr("Collapse"))


def _collapsed(context: Context) -> bool:
    group = selected_group(context.session)
    return group is not None and context.session.document.groups[group].collapsed


def enter(context: Context) -> None:
    group = selected_group(context.session)
    if group is not None:
        context.view.enter_group(group)


def _made_of_others(context: Context) -> bool:
    id, document = context.session.selection.only_node, context.session.document
    return id is not None and id in document.graph and apart.variant_of(document, id) is not None


def take_apart(context: Context) -> None:
    session, id = context.session, context.session.selection.only_node
    if id is not None:
        group = _composed(context, lambda: apart.take_apart(session.document, id), tr("Take apart"))
        if group is not None:
            session.selection.set(context.view.canvas.groups.held(group))


def _is_one_op(context: Context) -> bool:
    group = selected_group(context.session)
    return group is not None and apart.match(context.session.document, group) is not None


def put_together(context: Context) -> None:
    session, group = context.session, selected_group(context.session)
    if group is not None:
        id = _composed(context, lambda: apart.put_together(session.document, group), tr("Put together"))
        if id is not None:
            session.selection.set([id])


def compare(context: Context) -> None:
    session, group = context.session, selected_group(context.session)
    if group is not None and apart.twin(session.document, group) is None:
        target, label = session.results.target, tr("Compare with the fused node")
        _composed(context, lambda: apart.compare(session.document, group, target=target), label)


def keep(context: Context) -> None:
    """Keeps the group in the library; the palette offers it from then on."""
    group = selected_group(context.session)
    name = None if group is None else context.window.library.keep(group)
    if name is not None:
        context.session.say(say("Kept as the template “{name}”; the palette has it", name=name), "good")


def _on_port(context: Context) -> bool:
    """Whether the last menu was opened on a port of a collapsed group."""
    hit, boxes = context.view.pointed, context.view.canvas.groups.boxes
    return hit.kind in ("input", "output") and hit.group in boxes and hit.node in context.session.document.graph


def name_port(context: Context) -> None:
    hit = context.view.pointed
    if _on_port(context):
        context.view.group_name.open(hit.group, (hit.node, hit.port))


def _trouble(context: Context) -> str | Edge | None:
    """Where the worst of what is wrong in the selected group lies."""
    group = selected_group(context.session)
    found = [] if group is None else troubles(context.session, group)
    return found[0].where if found else None


def to_trouble(context: Context) -> None:
    where = _trouble(context)
    if where is not None:
        show_trouble(context.view, where)


def actions() -> list[Action]:
    return [
        Action(
            "group.make", tr("Group"), make, ("Ctrl+G",), "gc-group", _has_nodes,
            tip=tr("Makes one box of the selected nodes, with ports and derivatives of its own"),
        ),
        Action(
            "group.ungroup", tr("Ungroup"), ungroup, ("Ctrl+Shift+G",), "gc-ungroup", _one_group,
            tip=tr("Dissolves the group; what it holds stays"),
        ),
        Action(
            "group.collapse", tr("Collapse"), toggle, ("C",), "", _one_group, _collapsed,
            tip=tr("Shows the group as one box, or what it holds in a frame"),
        ),
        Action(
            "group.enter", tr("Look inside"), enter, ("Ctrl+Down",), "", _one_group,
            tip=tr("Shows what the group holds, alone; a double-click does the same"),
        ),
        Action(
            "group.leave", tr("Back to what is around"), lambda c: c.view.leave_group(), ("Ctrl+Up",), "",
            lambda c: c.session.level.inside is not None,
            tip=tr("Leaves the inside of a group"),
        ),
        Action(
            "group.name_port", tr("Rename port"), name_port, (), "pencil", _on_port,
            tip=tr("Gives this port of the group a name of its own; left empty, it is called after what feeds it"),
        ),
        Action(
            "group.trouble", tr("Go to what is wrong inside"), to_trouble, (), "",
            lambda c: _trouble(c) is not None,
            tip=tr("Opens the group at the node or the wire that its mark speaks of"),
        ),
        Action(
            "group.keep",
            tr("Save as template"),
            keep,
            (),
            "save",
            _one_group,
            tip=tr("Keeps the group for other graphs; the palette offers it"),
        ),
        Action(
            "group.take_apart", tr("Take apart"), take_apart, (), "", _made_of_others,
            tip=tr("Puts the simpler nodes that it is made of in its place, as a group"),
        ),
        Action(
            "group.put_together", tr("Put together"), put_together, (), "", _is_one_op,
            tip=tr("Puts the fused node in the place of a group that computes the same"),
        ),
        Action(
            "group.compare", tr("Compare with the fused node"), compare, (), "", _is_one_op,
            tip=tr("Puts the fused node beside the group, fed by the same nodes"),
        ),
    ]  # fmt: skip
