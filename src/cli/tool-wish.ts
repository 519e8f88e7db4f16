import { kinds, type Kind } from '../model/kind.js';
import { priceUnits } from '../model/price.js';
import { CommandError } from './command-error.js';

/** What a person says a tool is: free, or paid with what is known of its kind and price. */
export interface ToolWish {
  readonly server: string;
  readonly tool: string;
  readonly paid: boolean;
  readonly kind?: Kind | undefined;
  /** Credits per unit. */
  readonly credits?: number | undefined;
  readonly unit?: (typeof priceUnits)[number] | undefined;
}

/**
 * Reads `<server>.<tool>=free` or `<server>.<tool>=paid[:<kind>[:<credits>[:<unit>]]]`.
 * @throws CommandError that says which part is wrong and what was expected.
 */
export function toolWish(text: string): ToolWish {
  const equals = text.lastIndexOf('=');
  const name = text.slice(0, Math.max(0, equals));
  const dot = name.indexOf('.');
  const server = name.slice(0, Math.max(0, dot));
  const tool = name.slice(dot + 1);
  if (server === '' || tool === '') throw new CommandError('usage', 'set-form', { found: text });
  const [what, ...parts] = text.slice(equals + 1).split(':');
  if (what === 'free' && parts.length === 0) return { server, tool, paid: false };
  if (what !== 'paid' || parts.length > 3) throw new CommandError('usage', 'set-form', { found: text });
  return { server, tool, paid: true, ...paidParts(parts) };
}

function paidParts([kindText, creditsText, unitText]: readonly string[]): Pick<ToolWish, 'kind' | 'credits' | 'unit'> {
  const kind = kinds.find((known) => known === kindText);
  if (!isEmpty(kindText) && kind === undefined) {
    throw new CommandError('usage', 'set-kind', { found: kindText, kinds: [...kinds] });
  }
  const credits = isEmpty(creditsText) ? undefined : Number(creditsText);
  if (credits !== undefined && !(credits >= 0 && credits <= 1e9)) {
    throw new CommandError('usage', 'set-credits', { found: creditsText });
  }
  const unit = priceUnits.find((known) => known === unitText);
  if (!isEmpty(unitText) && (unit === undefined || credits === undefined)) {
    throw new CommandError('usage', 'set-unit', { found: unitText, units: [...priceUnits] });
  }
  return { kind, credits, unit };
}

function isEmpty(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}
