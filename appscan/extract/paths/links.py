"""Call graph → which components name which others: pairs that keep each other alive show here."""

from collections.abc import Sequence

import numpy as np

from appscan.dex.callgraph import CallGraph, Component
from appscan.facts import ComponentLink
from appscan.sdks import dotted


def links(graph: CallGraph, components: Sequence[Component]) -> tuple[ComponentLink, ...]:
    """(component, component that its code names), inner classes taken for their outer one."""
    program, rows = graph.program, graph.edges.rows
    names = [dotted(name) for name in program.type_names]
    own = {names[each.type] for each in components}
    kinds = [graph.kinds.index(each.kind) for each in components]
    chosen = np.isin(rows.kind, kinds) & (rows.source < len(program))
    pairs = np.column_stack((program.owner[rows.source[chosen]], program.owner[rows.target[chosen]]))
    found = {(names[source].partition("$")[0], names[target]) for source, target in np.unique(pairs, axis=0).tolist()}
    return tuple(
        sorted(ComponentLink(source=one, target=two) for one, two in found if one in own and two in own and one != two)
    )
