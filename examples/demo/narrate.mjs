// How the demo speaks: headings, what the agent calls, what the gate answers, small tables, a progress bar.
import pc from 'picocolors';

const width = Math.min(process.stdout.columns ?? 100, 100);

/** A step of the story. */
export function chapter(number, title) {
  console.log(`\n${pc.bold(pc.cyan(`${number}. ${title}`))}\n${pc.dim('─'.repeat(width))}`);
}

/** What happens off stage, in one line. */
export function aside(text) {
  console.log(pc.dim(text));
}

/** A call as the agent makes it. */
export function shows(tool, args) {
  const text = JSON.stringify(args);
  const room = Math.max(30, width - tool.length - 8);
  const shown = text.length > room ? `${text.slice(0, room - 1)}…` : text;
  console.log(`${pc.magenta('agent')}  ${pc.bold(tool)} ${pc.dim(shown)}`);
}

/** What came back: refusals red, the rest green, media as one line each. */
export function answers(result, lines = 12) {
  const text = result.content.filter((block) => block.type === 'text').map((block) => block.text);
  const all = (text[0] ?? '').split('\n').filter((line) => line.trim() !== '');
  const colour = result.isError ? pc.red : pc.green;
  const [head = '', ...rest] = all.slice(0, lines);
  console.log(`${colour('gate')}   ${wrap(head, 7, colour)}`);
  for (const line of rest) console.log(`       ${wrap(line, 7, (part) => part)}`);
  for (const block of result.content) {
    if (block.type === 'resource_link') {
      console.log(`       ${pc.dim('→')} ${pc.underline(new URL(block.uri).pathname)}`);
    }
  }
}

/** What the person says or decides. */
export function person(text) {
  console.log(`${pc.yellow('person')} ${wrap(text, 7, (part) => part)}`);
}

/** A table with a rule under its head; numbers to the right. */
export function table(head, rows) {
  const cells = [head, ...rows].map((row) => row.map(String));
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column].length)));
  const line = (row) =>
    row
      .map((cell, column) => (/^[\d.,]+$/.test(cell) ? cell.padStart(widths[column]) : cell.padEnd(widths[column])))
      .join('   ');
  console.log(`       ${pc.bold(line(cells[0]))}\n       ${pc.dim('─'.repeat(line(cells[0]).length))}`);
  for (const row of cells.slice(1)) console.log(`       ${line(row)}`);
}

/** A bar that fills while a long job runs; stays one line in a terminal, prints only its end elsewhere. */
export function progressBar(label) {
  const size = 32;
  const draw = (share) => {
    const full = Math.round(Math.max(0, Math.min(1, share)) * size);
    return `       ${label} ${pc.cyan('█'.repeat(full))}${pc.dim('░'.repeat(size - full))} ${String(Math.round(share * 100)).padStart(3)} %`;
  };
  return {
    update: (share) => process.stdout.isTTY && process.stdout.write(`\r${draw(share)}`),
    end: () => console.log(`${process.stdout.isTTY ? '\r' : ''}${draw(1)}`),
  };
}

function wrap(text, indent, colour) {
  const words = text.split(' ');
  const lines = [''];
  for (const word of words) {
    const last = lines.at(-1);
    if (last !== '' && last.length + word.length + 1 > width - indent) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.map(colour).join(`\n${' '.repeat(indent)}`);
}
