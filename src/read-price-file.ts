import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { parse, printParseErrorCode, type ParseError } from 'jsonc-parser';
import { priceFileSchema, type PriceEntry } from './model/price-file.js';

/** Most problems of one list that are told; the rest follows from putting these right. */
const mostTold = 10;

/**
 * Reads the price list that a config names (comments and trailing commas allowed), beside the config where its path says
 * nothing else. What is wrong with it is added to `problems`, with where and what was expected.
 */
export function readPriceFile(name: string, config: string, problems: string[]): readonly PriceEntry[] {
  const file = resolve(dirname(config), name);
  const wrong = (why: string): void => void problems.push(`prices.file: ${file}: ${why}`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    wrong(`cannot be read (${error instanceof Error ? error.message : String(error)}); expected a price list`);
    return [];
  }
  const errors: ParseError[] = [];
  const raw: unknown = parse(text, errors, { allowTrailingComma: true });
  for (const { error, offset } of errors.slice(0, mostTold)) {
    const before = text.slice(0, offset).split('\n');
    wrong(`line ${String(before.length)}: ${printParseErrorCode(error)}, expected JSON`);
  }
  if (errors.length > 0) return [];
  const checked = priceFileSchema.safeParse(raw);
  if (checked.success) return checked.data.entries;
  for (const { path, message } of checked.error.issues.slice(0, mostTold)) wrong(`${path.join('.')}: ${message}`);
  return [];
}
