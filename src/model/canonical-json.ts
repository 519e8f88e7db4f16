/**
 * JSON text with sorted keys, so that equal values give equal texts whatever the order of their keys (the form digests
 * are taken over). Values that JSON cannot hold are left out, as JSON.stringify does. Never recurses deeper than 200.
 */
export function canonicalJson(value: unknown, depth = 0): string {
  if (depth > 200) return '"…"';
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item, depth + 1)).join(',')}]`;
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const record = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(record).sort()) {
    const item = record[key];
    if (item === undefined || typeof item === 'function') continue;
    parts.push(`${JSON.stringify(key)}:${canonicalJson(item, depth + 1)}`);
  }
  return `{${parts.join(',')}}`;
}
