/** So much that no line is ever reached: what is measured is the judging, not a refusal. */
const PLENTY = 1_000_000_000;

/** One credit a call, known exactly; the prompt is read, as it is for a real tool. */
const PROFILE = {
  paid: true,
  kind: 'image',
  arguments: { prompt: 'prompt', model: 'model' },
  price: { unit: 'call', credits: 1, quality: 'exact' },
};

/** A gateway's config over the upstream, with both of its tools free or both paid. */
export function gatewayConfig({ upstream, data, isPaid }) {
  const setting = isPaid ? PROFILE : 'free';
  const [command, ...args] = upstream;
  return {
    data,
    log: 'error',
    budgets: [
      { scope: 'session', limit: PLENTY, soft: PLENTY },
      { scope: 'project', limit: PLENTY, period: 'day' },
    ],
    quickLane: { perCall: PLENTY, perDay: PLENTY },
    ask: { above: PLENTY, every: PLENTY },
    servers: {
      upstream: { command, args, prefix: '', tools: { generate_image: setting, generate_large: setting } },
    },
  };
}
