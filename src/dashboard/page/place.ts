/** Where in the dashboard a person is: a page and what is chosen on it. */
export interface Place {
  readonly page: PageName;
  readonly chosen: Readonly<Record<string, string>>;
}

/** The pages, in the order of the navigation. */
export const PAGES = ['now', 'board', 'money', 'workflow', 'rules', 'servers'] as const;

/** One of the pages. */
export type PageName = (typeof PAGES)[number];

/** Reads the part of an address after `#`; whatever is not a page is the first one. */
export function readPlace(hash: string): Place {
  const [path = '', search = ''] = hash.replace(/^#\/?/, '').split('?');
  const page = PAGES.find((name) => name === path) ?? 'now';
  return { page, chosen: Object.fromEntries(new URLSearchParams(search)) };
}

/** The address of a place; what is empty is left out. */
export function addressOf(page: PageName, chosen: Readonly<Record<string, string | undefined>> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(chosen)) if (value) search.set(name, value);
  const text = search.toString();
  return `#/${page}${text && `?${text}`}`;
}
