import type { Config } from '../../config.js';
import { dataFolder } from '../../data-folder.js';
import type { UpstreamTool } from '../../gate/upstream-port.js';
import { pricesOf } from '../../prices-of.js';
import { loginFolder, loginStates } from '../../upstreams/login/login-states.js';
import { presets } from '../../upstreams/presets/index.js';
import { profileBook } from '../../upstreams/profile-book.js';
import { inspectTools } from '../inspect-tools.js';
import type { Heard } from '../listen.js';
import { plainLine } from '../plain-text.js';
import { priceFaults, priceRows } from '../price-rows.js';
import type { Check } from './check.js';

/** Whether every server starts and answers, whether it is known what its tools cost, and whether prices are fresh. */
export function serverChecks(config: Config, heard: Heard, now: number): Check[] {
  if (Object.keys(config.servers).length === 0) {
    return [{ check: 'servers', state: 'warning', code: 'no-servers', facts: {} }];
  }
  const logins = loginStates(config.servers, loginFolder(dataFolder(config)));
  const checks = heard.servers.map(({ server, state, tools, problems }): Check => {
    const facts = { server, tools, problems: problems.map(plainLine) };
    const check = `server ${server}`;
    if (logins[server] === 'needed') return { check, state: 'warning', code: 'server-login', facts };
    if (state !== 'ready') return { check, state: 'fault', code: 'server-silent', facts };
    if (tools === 0) return { check, state: 'warning', code: 'server-empty', facts };
    return { check, state: problems.length > 0 ? 'warning' : 'good', code: 'server', facts };
  });
  return [...checks, ...priceChecks(config, heard.tools, now)];
}

function priceChecks(config: Config, tools: readonly UpstreamTool[], now: number): Check[] {
  if (tools.length === 0) return [];
  const book = profileBook(config.servers, presets, undefined, pricesOf(config));
  const unknown = inspectTools(tools, book).filter(({ cost }) => cost === 'unknown');
  const faults = priceFaults(
    priceRows(tools, book, { staleDays: config.prices.staleDays, now }),
    config.priceEntries ?? [],
    tools,
  );
  const stale = faults.filter(({ code }) => code === 'stale').length;
  const other = faults.filter(({ code }) => code === 'unmatched' || code === 'apart').length;
  const named = unknown.slice(0, 5).map(({ server, tool }) => plainLine(`${server}.${tool}`));
  const isSound = unknown.length + stale + other === 0;
  if (isSound) return [{ check: 'prices', state: 'good', code: 'prices', facts: {} }];
  const facts = { unknown: unknown.length, named, stale, other, days: config.prices.staleDays };
  return [{ check: 'prices', state: 'warning', code: 'prices-wanting', facts }];
}
