// Draws terminal output (standard input, with colours) as an SVG picture: node scripts/terminal-picture.mjs FILE [from] [to]
// `from` and `to` are texts: only the lines from the first to before the second are drawn.
import { readFileSync, writeFileSync } from 'node:fs';

const [file, from, to] = process.argv.slice(2);
const FONT = { size: 13, width: 7.82, line: 19 };
const COLOURS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 35: '#d2a8ff', 36: '#79c0ff', 2: '#8b949e' };
const PLAIN = '#e6edf3';

const escape = (text) => text.replace(/[&<>]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[char]);

/** One line as coloured runs; bold and dim are kept, other attributes are dropped. */
function runs(line) {
  let style = { colour: PLAIN, bold: false };
  const out = [];
  for (const part of line.split(/(\u001b\[[\d;]*m)/)) {
    const code = /^\u001b\[([\d;]*)m$/.exec(part)?.[1];
    if (code === undefined) {
      if (part !== '') out.push({ ...style, text: part });
    } else if (COLOURS[code]) style = { ...style, colour: COLOURS[code] };
    else if (code === '1') style = { ...style, bold: true };
    else if (code === '39') style = { ...style, colour: PLAIN };
    else if (code === '22') style = { colour: style.colour === COLOURS[2] ? PLAIN : style.colour, bold: false };
  }
  return out;
}

function draw(lines) {
  const columns = Math.max(...lines.map((line) => runs(line).reduce((sum, run) => sum + run.text.length, 0)));
  const width = Math.ceil(columns * FONT.width) + 40;
  const height = lines.length * FONT.line + 40;
  const text = lines.map((line, row) => {
    const spans = runs(line).map(
      ({ text: words, colour, bold }) =>
        `<tspan fill="${colour}"${bold ? ' font-weight="bold"' : ''}>${escape(words)}</tspan>`,
    );
    return `<text x="20" y="${34 + row * FONT.line}" xml:space="preserve">${spans.join('')}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="${FONT.size}">
<rect width="100%" height="100%" rx="10" fill="#0d1117"/>
${text.join('\n')}
</svg>
`;
}

const all = readFileSync(0, 'utf8').replaceAll('\r', '').split('\n');
const bare = all.map((line) => line.replaceAll(/\u001b\[[\d;]*m/g, ''));
const start = from === undefined ? 0 : bare.findIndex((line) => line.includes(from));
const end = to === undefined ? all.length : bare.findIndex((line, index) => index > start && line.includes(to));
const lines = all.slice(Math.max(0, start), end === -1 ? undefined : end);
while (lines.at(-1)?.trim() === '') lines.pop();
writeFileSync(file, draw(lines));
