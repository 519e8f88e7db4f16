/** Words in lines of text, each with what it stands for: `table({ read: 'get list' })`. A word counts where it stands first. */
export function table<Meaning extends string>(
  lists: Readonly<Partial<Record<Meaning, string>>>,
): ReadonlyMap<string, Meaning> {
  const found = new Map<string, Meaning>();
  for (const meaning of Object.keys(lists) as Meaning[]) {
    for (const word of (lists[meaning] ?? '').trim().split(/\s+/)) if (!found.has(word)) found.set(word, meaning);
  }
  return found;
}
