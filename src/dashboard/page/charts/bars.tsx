import type { Slice } from '../../api.js';
import { credits, percent } from '../format.js';
import { words } from '../words.js';
import { barsOf } from './bars-of.js';

const MOST = 8;
const WIDE = 100;

/** Parts of the spending as a table whose bars are drawn into it: one reading for eyes and screen readers. */
export function Bars({ title, slices }: { readonly title: string; readonly slices: readonly Slice[] }) {
  return (
    <table class="bars">
      <caption>{title}</caption>
      <thead class="unseen">
        <tr>
          <th scope="col">{title}</th>
          <th scope="col">Bar</th>
          <th scope="col">Credits</th>
          <th scope="col">Share</th>
          <th scope="col">Kept</th>
        </tr>
      </thead>
      <tbody>
        {barsOf(slices, MOST, words.others).map((bar) => (
          <tr>
            <th scope="row" title={bar.name}>
              {bar.name || '·'}
            </th>
            <td class="bar-cell" aria-hidden="true">
              <svg viewBox={`0 0 ${WIDE} 10`} preserveAspectRatio="none">
                <rect class="bar" width={bar.length * WIDE} height="10" />
              </svg>
            </td>
            <td class="number">{credits(bar.credits)}</td>
            <td class="number quiet">{percent(bar.share)}</td>
            <td class="number quiet">
              {bar.kept}/{bar.takes}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
