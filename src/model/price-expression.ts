/** What one price expression is made of, once it has been read. */
export type PriceExpression =
  | { readonly kind: 'value'; readonly value: number | string | boolean }
  | { readonly kind: 'argument'; readonly path: string }
  | { readonly kind: 'not' | 'minus'; readonly of: PriceExpression }
  | {
      readonly kind: 'choice';
      readonly test: PriceExpression;
      readonly yes: PriceExpression;
      readonly no: PriceExpression;
    }
  | { readonly kind: 'function'; readonly name: PriceFunction; readonly of: readonly PriceExpression[] }
  | {
      readonly kind: 'binary';
      readonly operator: PriceOperator;
      readonly left: PriceExpression;
      readonly right: PriceExpression;
    };

/** Where an expression cannot be read (1 is its first character) and what was expected there. */
export interface ExpressionFault {
  readonly position: number;
  readonly expected: string;
}

const functions = ['min', 'max', 'ceil', 'floor', 'round'] as const;
type PriceFunction = (typeof functions)[number];

/** From the loosest to the tightest; a comparison stands between two sums, never in a row. */
const levels = [['||'], ['&&'], ['==', '!=', '<=', '>=', '<', '>'], ['+', '-'], ['*', '/'], ['??']] as const;
type PriceOperator = (typeof levels)[number][number];
const comparing = 2;
const tightest = levels.length - 1;

/** Longest expression, in characters. */
const maxExpressionLength = 500;

/** Deepest nesting of brackets, choices and signs. */
const maxDepth = 32;

const token =
  /\s*(?:(\d+(?:\.\d+)?(?:[eE][+-]?\d{1,3})?)|("[^"]*"|'[^']*')|([A-Za-z_]\w*(?:\.\w+)*)|\[([^\]]+)\]|(\?\?|&&|\|\||[=!<>]=|[-+*/<>!?:(),]))/y;

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'path' | 'sign' | 'end';
  readonly text: string;
  readonly position: number;
}

class Unreadable extends Error {
  constructor(readonly fault: ExpressionFault) {
    super(fault.expected);
  }
}

/**
 * Reads a price expression: numbers, texts, arguments by dotted path (`[size-x]` where a name has other signs), `+ - * /`,
 * comparisons, `&& || !`, `a ? b : c`, `argument ?? otherwise` (which binds tightest) and min, max, ceil, floor, round.
 */
export function parsePriceExpression(text: string): PriceExpression | ExpressionFault {
  if (text.length > maxExpressionLength) {
    return { position: maxExpressionLength + 1, expected: `at most ${String(maxExpressionLength)} characters` };
  }
  try {
    const reader = new Reader(tokensOf(text));
    const expression = reader.choice(0);
    reader.take('end', '', 'an operator or the end');
    return expression;
  } catch (error) {
    if (error instanceof Unreadable) return error.fault;
    throw error;
  }
}

/** Whether reading an expression came to nothing. */
export function isFault(read: PriceExpression | ExpressionFault): read is ExpressionFault {
  return 'expected' in read;
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (text.slice(at).trim() !== '') {
    token.lastIndex = at;
    const match = token.exec(text);
    if (match === null) {
      const position = at + (/\S/.exec(text.slice(at))?.index ?? 0) + 1;
      throw new Unreadable({ position, expected: 'a number, a text in quotes, an argument or an operator' });
    }
    const [whole, number, quoted, name, path, sign] = match;
    const position = at + (/\S/.exec(whole)?.index ?? 0) + 1;
    if (number !== undefined) tokens.push({ kind: 'number', text: number, position });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted.slice(1, -1), position });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, position });
    else if (path !== undefined) tokens.push({ kind: 'path', text: path, position });
    else tokens.push({ kind: 'sign', text: sign ?? '', position });
    at += whole.length;
  }
  return [...tokens, { kind: 'end', text: '', position: text.length + 1 }];
}

class Reader {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  /** The whole of an expression, or of what stands in brackets. */
  choice(depth: number): PriceExpression {
    const test = this.level(0, depth);
    if (!this.skip('?')) return test;
    const yes = this.choice(this.deeper(depth));
    this.take('sign', ':', '":" of the choice');
    return { kind: 'choice', test, yes, no: this.choice(this.deeper(depth)) };
  }

  /** The next token, which has to be this one. */
  take(kind: Token['kind'], text: string, expected: string): Token {
    const next = this.next();
    if (next.kind !== kind || next.text !== text) throw this.fault(expected);
    this.at += 1;
    return next;
  }

  private level(index: number, depth: number): PriceExpression {
    const below = (): PriceExpression => (index === tightest ? this.unary(depth) : this.level(index + 1, depth));
    let left = below();
    for (;;) {
      const operator = levels[index]?.find((each) => this.skip(each));
      if (operator === undefined) return left;
      left = { kind: 'binary', operator, left, right: below() };
      if (index === comparing) return left;
    }
  }

  private unary(depth: number): PriceExpression {
    if (this.skip('!')) return { kind: 'not', of: this.unary(this.deeper(depth)) };
    if (this.skip('-')) return { kind: 'minus', of: this.unary(this.deeper(depth)) };
    return this.primary(depth);
  }

  private primary(depth: number): PriceExpression {
    const { kind, text } = this.next();
    if (this.skip('(')) {
      const inner = this.choice(this.deeper(depth));
      this.take('sign', ')', '")"');
      return inner;
    }
    if (kind === 'sign' || kind === 'end') throw this.fault('a number, a text in quotes or an argument');
    this.at += 1;
    if (kind === 'number') return { kind: 'value', value: Number(text) };
    if (kind === 'text') return { kind: 'value', value: text };
    if (kind === 'name' && (text === 'true' || text === 'false')) return { kind: 'value', value: text === 'true' };
    if (kind === 'name' && this.skip('(')) return this.called(text, depth);
    return { kind: 'argument', path: text };
  }

  private called(text: string, depth: number): PriceExpression {
    const name = functions.find((each) => each === text);
    if (name === undefined) {
      this.at -= 2;
      throw this.fault(`one of the functions ${functions.join(', ')}`);
    }
    const of = [this.choice(this.deeper(depth))];
    const takesMore = name === 'min' || name === 'max';
    while (takesMore && this.skip(',')) of.push(this.choice(this.deeper(depth)));
    this.take('sign', ')', takesMore ? '"," or ")"' : '")"');
    return { kind: 'function', name, of };
  }

  private skip(sign: string): boolean {
    const next = this.next();
    if (next.kind !== 'sign' || next.text !== sign) return false;
    this.at += 1;
    return true;
  }

  private deeper(depth: number): number {
    if (depth >= maxDepth) throw this.fault(`at most ${String(maxDepth)} levels of brackets, choices and signs`);
    return depth + 1;
  }

  private next(): Token {
    return this.tokens[this.at] ?? { kind: 'end', text: '', position: 0 };
  }

  private fault(expected: string): Unreadable {
    return new Unreadable({ position: this.next().position, expected });
  }
}
