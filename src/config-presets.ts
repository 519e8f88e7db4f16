import type { JsonObject } from './model/json.js';

/** Settings for kinds of users, composed of nothing but what a config may say. Source: F7. */
export const configPresets: Readonly<Record<string, JsonObject>> = {
  /** Weekly themes, pairs to compare, standard resolution. */
  creator: {
    budgets: [
      { scope: 'session', limit: 300, soft: 240 },
      { scope: 'project', limit: 1500, soft: 1200, period: 'week' },
    ],
    ask: { above: 120, every: 400 },
    quality: { purposes: { web: { highest: 'standard' }, social: { pixels: 1024 * 1024 } } },
    // Two to compare are enough here.
    rules: { 'batch/single-in-select': 'off' },
  },
  /** Series of products and seasons, high resolution for product pages. */
  ecommerce: {
    budgets: [
      { scope: 'session', limit: 800, soft: 600 },
      { scope: 'project', limit: 8000, soft: 6500, period: 'month' },
    ],
    ask: { above: 200, every: 1000 },
    quality: { purposes: { web: { lowest: 'standard', pixels: 2048 * 2048 } } },
  },
  /** Concepts and variations for clients to choose from: every call of weight is a person's decision. */
  agency: {
    // Whose work it is; a file for each client names its own.
    client: 'default',
    budgets: [
      { scope: 'session', limit: 2000, soft: 1500 },
      { scope: 'project', limit: 6000, soft: 5000, period: 'month' },
      { scope: 'client', limit: 12_000, soft: 10_000, period: 'month' },
    ],
    quickLane: { perCall: 0, perDay: 0 },
    ask: { above: 100, every: 500, personAbove: 500, minutes: 240 },
    plan: { tolerance: 0.05 },
    feedback: { relayedRounds: 1 },
    rules: { 'rerun/suspect': 'ask' },
  },
  /** Styles and variations for fun, on what is free or cheap. */
  hobbyist: {
    budgets: [
      { scope: 'session', limit: 150, soft: 100 },
      { scope: 'project', limit: 600, soft: 450, period: 'month' },
    ],
    quickLane: { perCall: 40, perDay: 120 },
    ask: { above: 60, every: 200 },
    quality: { phases: { hero: 'standard', finish: 'standard' } },
    rules: { 'cheaper-lane': 'nudge' },
  },
  /** Runs that nobody watches: what would ask is refused, and the caps are low. */
  unattended: {
    budgets: [
      { scope: 'session', limit: 200, soft: 150 },
      { scope: 'project', limit: 400, period: 'day' },
    ],
    quickLane: { perCall: 40, perDay: 80 },
    ask: { attended: false, above: 60, every: 200 },
    feedback: { relayedRounds: 2 },
  },
};
