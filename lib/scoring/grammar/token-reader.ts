import type { Steps } from './steps';
import type { Token, TokenKind } from './token';

const END: Token = { kind: 'stop', text: '', start: 0, end: 0, value: 0, unit: '', op: null };

/** A place among the tokens. Looking ahead is counted, so that nobody looks far. */
export class TokenReader {
  at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly steps: Steps,
  ) {}

  get done(): boolean {
    return this.at >= this.tokens.length;
  }

  peek(ahead = 0): Token {
    this.steps.count++;
    return this.tokens[this.at + ahead] ?? END;
  }

  is(kind: TokenKind, ahead = 0): boolean {
    return this.peek(ahead).kind === kind;
  }

  take(): Token {
    const token = this.peek();
    this.at++;
    return token;
  }

  /** Takes the next token if it is of this kind. */
  accept(kind: TokenKind): Token | null {
    return this.is(kind) ? this.take() : null;
  }

  /** Runs a reading that may fail; the place is restored when it does. */
  attempt<T>(read: () => T | null): T | null {
    const start = this.at;
    const found = read();
    if (found === null) this.at = start;
    return found;
  }
}
