const width = 860;
const row = 46;
const left = 240;
const colours = { off: '#b5483a', shadow: '#8a8f98', enforce: '#2e7d5b' };
const names = { off: 'without the gate', shadow: 'shadow', enforce: 'with the gate' };

/** Bars of accepted outputs for 1,000 credits by agent and mode, on a logarithmic scale, as an SVG that needs nothing else. */
export function plot({ main, varied }) {
  const bars = main.map(({ agent, mode, perThousand }) => ({ label: agent, mode, value: perThousand }));
  const gains = [...varied].sort((one, other) => one.gain - other.gain);
  const most = Math.max(...bars.map(({ value }) => value));
  const fewest = Math.min(...bars.map(({ value }) => value)) / 2;
  const length = (value) => ((width - left - 90) * Math.log(value / fewest)) / Math.log(most / fewest);
  const top = 70;
  const drawn = bars.map(({ label, mode, value }, at) =>
    barAt({
      y: top + (at * row) / 1.5,
      label: `${label}, ${names[mode]}`,
      length: length(value),
      fill: colours[mode],
      text: value.toPrecision(2),
    }),
  );
  const below = top + (bars.length * row) / 1.5 + 60;
  const largest = Math.max(...gains.map(({ gain }) => gain));
  const scale = (gain) => ((width - left - 90) * Math.log(Math.max(gain, 1))) / Math.log(largest);
  const lines = gains.map(({ name, gain }, at) =>
    barAt({
      y: below + at * 20,
      label: name,
      length: scale(gain),
      fill: gain >= 3 ? colours.enforce : colours.off,
      text: `${gain.toPrecision(2)} ×`,
      height: 14,
    }),
  );
  const bar = left + scale(3);
  const height = below + gains.length * 20 + 24;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="system-ui, sans-serif" font-size="13">
<rect width="100%" height="100%" fill="#ffffff"/>
<text x="20" y="32" font-size="18" font-weight="600" fill="#1d2127">Accepted outputs for 1,000 credits</text>
<text x="20" y="52" fill="#5b626d">same jobs, logarithmic scale</text>
${drawn.join('\n')}
<text x="20" y="${below - 18}" font-size="16" font-weight="600" fill="#1d2127">Naive agent, with the gate to without, by assumption</text>
<line x1="${bar}" x2="${bar}" y1="${below - 6}" y2="${height - 20}" stroke="#1d2127" stroke-dasharray="3 3"/>
<text x="${bar + 4}" y="${height - 8}" fill="#1d2127">3 ×</text>
${lines.join('\n')}
</svg>
`;
}

function barAt({ y, label, length, fill, text, height = 22 }) {
  const middle = y + height - height / 3;
  const safe = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<text x="${left - 10}" y="${middle}" text-anchor="end" fill="#1d2127">${safe}</text><rect x="${left}" y="${y}" width="${Math.max(1, length).toFixed(1)}" height="${height}" rx="3" fill="${fill}"/><text x="${(left + Math.max(1, length) + 6).toFixed(1)}" y="${middle}" fill="#1d2127">${text}</text>`;
}
