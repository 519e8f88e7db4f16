const keyOf = (clause: readonly string[]): string => clause.join(' ');

type Clauses = readonly (readonly string[])[];

function beyond(clauses: Clauses, others: ReadonlySet<string>): Clauses {
  return clauses.filter((clause) => !others.has(keyOf(clause)));
}

/** The clauses that only one of two prompts has, in their order. */
export function withoutEqualClauses(left: Clauses, right: Clauses): readonly [Clauses, Clauses] {
  return [beyond(left, new Set(right.map(keyOf))), beyond(right, new Set(left.map(keyOf)))];
}
