const keyOf = (clause: readonly string[]): string => clause.join(' ');

function beyond(clauses: readonly (readonly string[])[], others: ReadonlySet<string>): readonly string[] {
  return clauses.filter((clause) => !others.has(keyOf(clause))).flat();
}

/** The words of the clauses that only one of two prompts has, in their order. */
export function withoutEqualClauses(
  left: readonly (readonly string[])[],
  right: readonly (readonly string[])[],
): readonly [readonly string[], readonly string[]] {
  return [beyond(left, new Set(right.map(keyOf))), beyond(right, new Set(left.map(keyOf)))];
}
