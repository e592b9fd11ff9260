import type { BinaryOperator, FormulaNode } from './formula-ast';
import { formulaTokens, type Token } from './formula-tokens';

/** Excel's own limit, in characters. A longer chain of operators is a tree too deep to walk. */
const MAX_LENGTH = 8_192;
/** Excel's own limit is 64 levels of nesting; hostile input must not exhaust the stack. */
const MAX_DEPTH = 128;

const BINDING: Record<string, number> = {
  '=': 1,
  '<>': 1,
  '<': 1,
  '>': 1,
  '<=': 1,
  '>=': 1,
  '&': 2,
  '+': 3,
  '-': 3,
  '*': 4,
  '/': 4,
  '^': 5,
};
/** A minus before an operand binds tighter than any of them, "^" included: -2^2 is 4. */
const PREFIX_BINDING = 6;

/** null where the formula is beyond this grammar; its text then says nothing certain about what it depends on. */
export function parseFormula(formula: string): FormulaNode | null {
  const tokens = formula.length <= MAX_LENGTH ? formulaTokens(formula) : null;
  if (!tokens) return null;
  const parser = new Parser(tokens);
  const node = parser.expression(0, 0);
  return parser.finished ? node : null;
}

class Parser {
  private at = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  get finished(): boolean {
    return this.at === this.tokens.length;
  }

  expression(minimum: number, depth: number): FormulaNode | null {
    let left = this.operand(depth);
    while (left) {
      if (this.takeSign('%')) {
        left = { kind: 'percent', operand: left };
        continue;
      }
      const sign = this.peekSign();
      const binding = sign === null ? undefined : BINDING[sign];
      if (binding === undefined || binding <= minimum) return left;
      this.at++;
      const right = this.expression(binding, depth + 1);
      left = right && { kind: 'binary', operator: sign as BinaryOperator, left, right };
    }
    return null;
  }

  private operand(depth: number): FormulaNode | null {
    const token = this.tokens[this.at++];
    if (!token || depth > MAX_DEPTH) return null;
    switch (token.kind) {
      case 'number':
      case 'text':
        return { kind: 'constant', value: token.value };
      case 'error':
      case 'reference':
      case 'outside':
        return token;
      case 'name': {
        const boolean = token.sheet === null && /^(true|false)$/i.exec(token.name);
        return boolean ? { kind: 'constant', value: boolean[0].toLowerCase() === 'true' } : token;
      }
      case 'call':
        return this.call(token.name, depth);
      case 'sign':
        return this.prefixed(token.sign, depth);
    }
  }

  private prefixed(sign: string, depth: number): FormulaNode | null {
    if (sign === '(') {
      const inner = this.expression(0, depth + 1);
      return inner && this.takeSign(')') ? inner : null;
    }
    if (sign === '+') return this.expression(PREFIX_BINDING, depth + 1);
    if (sign !== '-') return null;
    const operand = this.expression(PREFIX_BINDING, depth + 1);
    return operand && { kind: 'negate', operand };
  }

  private call(name: string, depth: number): FormulaNode | null {
    const args: FormulaNode[] = [];
    if (this.takeSign(')')) return { kind: 'call', name, args };
    for (;;) {
      const next = this.peekSign();
      const arg: FormulaNode | null =
        next === ',' || next === ')' ? { kind: 'missing' } : this.expression(0, depth + 1);
      if (!arg) return null;
      args.push(arg);
      if (this.takeSign(')')) return { kind: 'call', name, args };
      if (!this.takeSign(',')) return null;
    }
  }

  private peekSign(): string | null {
    const token = this.tokens[this.at];
    return token?.kind === 'sign' ? token.sign : null;
  }

  private takeSign(sign: string): boolean {
    if (this.peekSign() !== sign) return false;
    this.at++;
    return true;
  }
}
