// Scores of a classifier of tools against labels: cost, kind, and each argument.

const setOf = (value) => new Set([value ?? []].flat());
const sameSet = (a, b) => a.size === b.size && [...a].every((one) => b.has(one));

/** The argument fields of a record. */
const fieldsOf = (record) => Object.keys(record).filter((key) => key.endsWith('_param'));

/**
 * Every single judgement: `{ server, tool, field, right, counts, wanted, found }`. Cost of tools whose label is unclear is left
 * out. An argument `counts` where label or prediction names one: where neither does, nothing was hard about it.
 */
export function judge(labels, predictions) {
  const byTool = new Map(predictions.map((one) => [`${one.server} ${one.tool}`, one]));
  return labels.flatMap((label) => {
    const { server, tool } = label;
    const found = byTool.get(`${server} ${tool}`) ?? {};
    const say = (field, right, counts = true) => ({
      ...{ server, tool, field, right, counts },
      wanted: label[field] ?? null,
      found: found[field] ?? null,
    });
    const kinds = [label.kind, ...(label.kind_alternatives ?? [])];
    const cost = typeof label.paid === 'boolean' ? [say('paid', found.paid === label.paid)] : [];
    const named = fieldsOf(label).map((field) => {
      const [wanted, got] = [setOf(label[field]), setOf(found[field])];
      return say(field, sameSet(wanted, got), wanted.size > 0 || got.size > 0);
    });
    return [...cost, say('kind', kinds.includes(found.kind)), ...named];
  });
}

const share = (judged) => (judged.length === 0 ? 1 : judged.filter(({ right }) => right).length / judged.length);
const figures = (judged) => ({
  tools: judged.length,
  accuracy: share(judged),
  named: judged.filter(({ counts }) => counts).length,
  ofNamed: share(judged.filter(({ counts }) => counts)),
});

function grouped(judged, keyOf) {
  const groups = new Map();
  for (const one of judged) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups];
}

/** All figures of a list of judgements. A paid tool taken for free is the one mistake that costs money. */
export function corpusScores(judged) {
  const byField = grouped(judged, ({ field }) => field).map(([field, list]) => [field, figures(list)]);
  const byServer = grouped(judged, ({ server }) => server).map(([server, list]) => {
    const of = (field) => share(list.filter((one) => one.field === field));
    return [
      server,
      {
        tools: list.filter(({ field }) => field === 'kind').length,
        paid: of('paid'),
        kind: of('kind'),
        prompt: of('prompt_param'),
      },
    ];
  });
  const confused = judged.filter(({ field, right }) => field === 'kind' && !right);
  const mean = (key) => byServer.reduce((sum, [, row]) => sum + row[key], 0) / Math.max(1, byServer.length);
  return {
    paidTakenForFree: judged.filter(({ field, wanted, found }) => field === 'paid' && wanted === true && found !== true)
      .length,
    byField: Object.fromEntries(byField),
    byServer: Object.fromEntries(byServer),
    meanOfServers: { paid: mean('paid'), kind: mean('kind'), prompt: mean('prompt') },
    confusion: grouped(confused, ({ wanted, found }) => `${wanted} → ${found}`)
      .map(([pair, list]) => [pair, list.length])
      .sort(([, a], [, b]) => b - a),
  };
}
