/** Names of query parameters that carry a signature or a secret. */
const signing =
  /^(?:x-amz-.+|x-goog-.+|x-oss-.+|sig|sign|signature|token|access_token|auth|hmac|hdnts|policy|key-pair-id|st|se|sp|sv|expires?|exp|x-expires|awsaccesskeyid|googleaccessid|ossaccesskeyid|key|api_?key)$/i;

/** Whether an address carries its own permission in the query: it lapses, and whoever has it may read. */
export function isSigned(url: string): boolean {
  return parametersOf(url).some(([name]) => signing.test(name));
}

/**
 * Until when an address can be expected to lead somewhere, epoch milliseconds: without end when it is not signed, 0 when it
 * is and does not say for how long.
 */
export function lastsUntil(url: string): number {
  if (!isSigned(url)) return Number.POSITIVE_INFINITY;
  const query = new Map(parametersOf(url).map(([name, value]) => [name.toLowerCase(), value]));
  for (const vendor of ['amz', 'goog', 'oss']) {
    const from = compactDate(query.get(`x-${vendor}-date`));
    const seconds = Number(query.get(`x-${vendor}-expires`) ?? Number.NaN);
    if (from !== undefined && seconds >= 0) return from + seconds * 1000;
  }
  const until = query.get('expires') ?? query.get('exp') ?? query.get('x-expires') ?? query.get('se') ?? '';
  if (/^\d{10}$/.test(until)) return Number(until) * 1000;
  if (/^\d{13}$/.test(until)) return Number(until);
  const date = /^\d{4}-\d\d-\d\d/.test(until) ? Date.parse(until) : Number.NaN;
  return Number.isNaN(date) ? 0 : date;
}

/** An address without what signs it, for people and logs. */
export function unsigned(url: string): string {
  return url.split(/[?#]/)[0] ?? url;
}

/** A text with an address replaced, plain or as programs write it into JSON. */
export function withoutAddress(text: string, url: string, by: string): string {
  if (!text.includes('://') && !text.includes(':\\/\\/')) return text;
  const forms = [url, url.replaceAll('/', '\\/'), url.replaceAll('&', '\\u0026'), url.replaceAll('&', '&amp;')];
  forms.push(url.replaceAll('/', '\\/').replaceAll('&', '\\u0026'));
  return [...new Set(forms)].reduce((left, form) => left.replaceAll(form, () => by), text);
}

function parametersOf(url: string): readonly (readonly [string, string])[] {
  try {
    return [...new URL(url).searchParams];
  } catch {
    return [];
  }
}

/** `20261122T204500Z` as epoch milliseconds. */
function compactDate(text: string | undefined): number | undefined {
  const match = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(text ?? '');
  if (match === null) return undefined;
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map(Number);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
