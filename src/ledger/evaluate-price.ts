import { argumentAt } from '../model/argument-path.js';
import { toMicro, type MicroCredits } from '../model/credits.js';
import type { JsonObject } from '../model/json.js';
import { isFault, parsePriceExpression, type PriceExpression } from '../model/price-expression.js';

/** An amount, or why there is none: what is not known never becomes zero. */
export type Evaluated = { readonly micro: MicroCredits } | { readonly why: string };

type Value = number | string | boolean;

/** Why an expression has no value; thrown and caught in this file only. */
class NoValue extends Error {}

/** No value because of an argument that is not there, which `??` can stand in for. */
class Missing extends NoValue {}

/**
 * The amount that a price expression comes to for the arguments of a call, rounded up to micro-credits.
 * @param times credits in one of what the expression counts
 */
export function evaluatePrice(text: string, args: JsonObject, times = 1): Evaluated {
  const read = parsePriceExpression(text);
  if (isFault(read)) {
    return { why: `the price expression cannot be read at ${String(read.position)}: expected ${read.expected}` };
  }
  try {
    const micro = toMicro(asNumber(valueOf(read, args), 'the price expression') * times);
    return micro === undefined ? { why: 'the price expression comes to no amount' } : { micro: micro + 0 };
  } catch (error) {
    if (error instanceof NoValue) return { why: error.message };
    throw error;
  }
}

function valueOf(expression: PriceExpression, args: JsonObject): Value {
  switch (expression.kind) {
    case 'value':
      return expression.value;
    case 'argument':
      return argumentOf(expression.path, args);
    case 'not':
      return !isTrue(expression.of, args);
    case 'minus':
      return -numberOf(expression.of, args);
    case 'choice':
      return valueOf(isTrue(expression.test, args) ? expression.yes : expression.no, args);
    case 'function':
      return functions[expression.name](expression.of.map((each) => numberOf(each, args)));
    case 'binary':
      return binary(expression, args);
  }
}

function argumentOf(path: string, args: JsonObject): Value {
  const value = argumentAt(args, path);
  if (value === undefined || value === null) throw new Missing(`argument ${path} is missing`);
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return value;
  throw new NoValue(`argument ${path} is neither a number, nor a text, nor true or false`);
}

function binary(
  { operator, left, right }: Extract<PriceExpression, { kind: 'binary' }>,
  args: JsonObject,
): number | string | boolean {
  if (operator === '??') return otherwise(left, right, args);
  if (operator === '&&') return isTrue(left, args) && isTrue(right, args);
  if (operator === '||') return isTrue(left, args) || isTrue(right, args);
  if (operator === '==') return isEqual(valueOf(left, args), valueOf(right, args));
  if (operator === '!=') return !isEqual(valueOf(left, args), valueOf(right, args));
  return counted[operator](numberOf(left, args), numberOf(right, args));
}

function otherwise(left: PriceExpression, right: PriceExpression, args: JsonObject): Value {
  try {
    return valueOf(left, args);
  } catch (error) {
    if (error instanceof Missing) return valueOf(right, args);
    throw error;
  }
}

const counted = {
  '+': (a: number, b: number) => a + b,
  '-': (a: number, b: number) => a - b,
  '*': (a: number, b: number) => a * b,
  '/': (a: number, b: number) => a / b,
  '<': (a: number, b: number) => a < b,
  '<=': (a: number, b: number) => a <= b,
  '>': (a: number, b: number) => a > b,
  '>=': (a: number, b: number) => a >= b,
};

const functions = {
  min: (of: readonly number[]) => Math.min(...of),
  max: (of: readonly number[]) => Math.max(...of),
  ceil: ([of = 0]: readonly number[]) => Math.ceil(steady(of)),
  floor: ([of = 0]: readonly number[]) => Math.floor(steady(of)),
  round: ([of = 0]: readonly number[]) => Math.round(steady(of)),
};

/** Without the last bits of a float product: `ceil(1.1 * 10)` is 11. */
function steady(value: number): number {
  const nearest = Math.round(value);
  return Math.abs(value - nearest) <= 16 * Number.EPSILON * Math.abs(value) ? nearest : value;
}

/** A number also equals the text that tools write it as: `"4"`, `"5s"`. */
function isEqual(left: Value, right: Value): boolean {
  if (typeof left === 'number' || typeof right === 'number') {
    const [a, b] = [numberIn(left), numberIn(right)];
    return a !== undefined && a === b;
  }
  return left === right;
}

function numberOf(expression: PriceExpression, args: JsonObject): number {
  return asNumber(valueOf(expression, args), nameOf(expression));
}

function asNumber(value: Value, name: string): number {
  const number = numberIn(value);
  if (number === undefined || Number.isNaN(number)) throw new NoValue(`${name} is no number`);
  return number;
}

function isTrue(expression: PriceExpression, args: JsonObject): boolean {
  const value = valueOf(expression, args);
  if (typeof value !== 'boolean') throw new NoValue(`${nameOf(expression)} is neither true nor false`);
  return value;
}

function nameOf(expression: PriceExpression): string {
  return expression.kind === 'argument' ? `argument ${expression.path}` : 'a part of the price expression';
}

/** A number, also where it is written as text (`"10"`, `"10s"`). */
function numberIn(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  const match = typeof value === 'string' ? /^\s*(\d{1,15}(?:\.\d{1,9})?)\s*s?\s*$/.exec(value) : null;
  return match?.[1] === undefined ? undefined : Number(match[1]);
}
