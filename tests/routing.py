"""Whether a statement can be answered by one shard: reads the SQL that Django writes, and ours.

Citus sends a query to one node only where every table that workspaces own is held to one workspace: by a value, or by
being equal to the workspace of another table that is. Only conditions that always hold count: not what stands under
NOT, in one arm of an OR, or in a CASE or a FILTER.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

TOKEN = re.compile(r"""'(?:[^']|'')*'|"(?:[^"]|"")+"|%\(\w+\)s|%s|[\w$]+|<>|<=|>=|::|\S""")
TABLE_BEFORE = {"FROM", "JOIN", "UPDATE", "INTO"}
CLAUSES = {"ON", "WHERE", "SET", "LEFT", "INNER", "CROSS", "RIGHT", "JOIN", "GROUP", "ORDER", "LIMIT", "FOR", "UNION"}
CLAUSES |= {"HAVING", "OFFSET", "EXCEPT", "INTERSECT", "RETURNING", "VALUES", "USING", "NATURAL", "AND", "AS", "WINDOW"}
PLACE = "workspace_id"


@dataclass
class Scope:
    """One SELECT, UPDATE or DELETE: its tables by alias, and what it holds their workspaces to."""

    above: "Scope | None" = None
    tables: dict[str, str] = field(default_factory=dict)
    equal: list[tuple[str, str | None]] = field(default_factory=list)
    """Aliases whose workspaces are equal; with None where it is a value."""


Tree = list["str | Tree"]


def unrouted(sql: str, distributed: set[str]) -> set[str]:
    """The distributed tables of the statement that are held to no workspace; none where it goes to one shard."""
    tokens = iter(TOKEN.findall(re.sub(r"--[^\n]*", "", sql)))
    tree = _tree(tokens)
    if tree and str(tree[0]).upper() == "INSERT":
        return _unplaced(tree, distributed)
    scopes: list[Scope] = []
    _read(tree, None, scopes)
    return {name for scope in scopes for name in _loose(scope, distributed)}


def _tree(tokens: Iterator[str]) -> Tree:
    found: Tree = []
    for token in tokens:
        if token == ")":
            break
        found.append(_tree(tokens) if token == "(" else token)
    return found


def _unplaced(tree: Tree, distributed: set[str]) -> set[str]:
    table, columns = _bare(tree[2]), tree[3]
    names = {_bare(one) for one in columns} if isinstance(columns, list) else set()
    return {table} if table in distributed and PLACE not in names else set()


def _bare(token: "str | Tree") -> str:
    return token.strip('"') if isinstance(token, str) else ""


def _word(tree: Tree, at: int) -> str:
    token = tree[at] if 0 <= at < len(tree) else ""
    return token.upper() if isinstance(token, str) else ""


def _read(tree: Tree, above: Scope | None, scopes: list[Scope]) -> None:
    """A group that begins with a statement; parts of a UNION are scopes of their own."""
    start = 0
    for at in range(len(tree) + 1):
        if at == len(tree) or _word(tree, at) in {"UNION", "EXCEPT", "INTERSECT"}:
            scope = Scope(above)
            scopes.append(scope)
            part = tree[start:at]
            _tables(part, scope)
            _walk(part, scope, scopes, counts=True)
            start = at + 1


def _tables(tree: Tree, scope: Scope) -> None:
    for at in range(len(tree)):
        comma = tree[at] == "," and _in_from(tree, at)
        if _word(tree, at) in TABLE_BEFORE or comma:
            name = tree[at + 1] if at + 1 < len(tree) else ""
            if isinstance(name, str) and _word(tree, at + 1) not in CLAUSES:
                scope.tables[_alias(tree, at + 2, _bare(name))] = _bare(name)


def _in_from(tree: Tree, at: int) -> bool:
    words = [_word(tree, one) for one in range(at)]
    last = max(
        (one for one, word in enumerate(words) if word in {"FROM", "WHERE", "SELECT", "ORDER", "GROUP"}), default=0
    )
    return bool(words) and words[last] == "FROM"


def _alias(tree: Tree, at: int, name: str) -> str:
    at += _word(tree, at) == "AS"
    token = tree[at] if at < len(tree) else ""
    is_name = isinstance(token, str) and re.fullmatch(r'"?\w+"?', token) and token.upper() not in CLAUSES
    return _bare(token) if is_name else name


def _walk(tree: Tree, scope: Scope, scopes: list[Scope], *, counts: bool) -> None:
    """Equalities of this group, and the groups in it. `counts`: whether what it says always holds."""
    counts = counts and "OR" not in {_word(tree, one) for one in range(len(tree))}
    case, negated, clause = 0, False, "WHERE" if scope.tables and _word(tree, 0) not in {"SELECT", "UPDATE"} else ""
    for at, token in enumerate(tree):
        word = _word(tree, at)
        case += (word == "CASE") - (word == "END")
        if word in {"ON", "WHERE", "SELECT", "SET", "FROM", "GROUP", "HAVING", "ORDER"}:
            clause = word
        if isinstance(token, list):
            before = _word(tree, at - 1)
            if token and _word(token, 0) in {"SELECT", "WITH"}:
                _read(token, scope, scopes)
            else:
                holds = counts and not case and not negated and before not in {"NOT", "FILTER"}
                _walk(token, scope, scopes, counts=holds and clause in {"ON", "WHERE"})
        elif counts and not case and clause in {"ON", "WHERE"} and _bare(token) == PLACE:
            negated_here = _word(tree, at - 3) == "NOT" or _word(tree, at - 1) == "NOT"
            if not negated_here:
                _note(tree, at, scope)


def _note(tree: Tree, at: int, scope: Scope) -> None:
    alias = _bare(tree[at - 2]) if tree[at - 1] == "." else _only(scope)
    if at >= 4 and tree[at - 1] == "." and _word(tree, at - 3) == "=":
        return  # the right side of an equality that was noted at its left
    if _word(tree, at + 1) == "=":
        after = tree[at + 2 :]
        other = after[0] if after and isinstance(after[0], list) else after
        if len(other) >= 3 and other[1] == "." and _bare(other[2]) == PLACE:
            scope.equal.append((alias, _bare(other[0])))
        elif len(other) < 2 or other[1] != ".":
            scope.equal.append((alias, None))
        return
    values = tree[at + 2] if at + 2 < len(tree) else ""
    if _word(tree, at + 1) == "IN" and isinstance(values, list) and _is_one(values):
        scope.equal.append((alias, None))


def _is_one(values: Tree) -> bool:
    """One value; several go to several shards."""
    return len({one for one in values if isinstance(one, str) and one != ","}) == 1


def _only(scope: Scope) -> str:
    return next(iter(scope.tables)) if len(scope.tables) == 1 else ""


def _loose(scope: Scope, distributed: set[str]) -> Iterator[str]:
    for alias, table in scope.tables.items():
        if table in distributed and not _held(scope, alias, set()):
            yield table


def _held(scope: Scope | None, alias: str, seen: set[tuple[int, str]]) -> bool:
    """Whether the alias, as this scope sees it, is held to a value here or above."""
    if scope is None or (id(scope), alias) in seen:
        return False
    seen.add((id(scope), alias))
    if alias not in scope.tables:
        return _held(scope.above, alias, seen)
    for one, other in scope.equal:
        if alias == one and (other is None or _held(scope, other, seen)):
            return True
        if alias == other and _held(scope, one, seen):
            return True
    return False
