/** Two texts of one choice: what a person reads, without spaces and width. */
export function sameChoice(a: string, b: string): boolean {
  return key(a) === key(b);
}

/** The choices to name in a refusal: each once, without empty ones and prompts' whitespace, at most 50. */
export function shownChoices(texts: readonly string[]): string[] {
  return [...new Set(texts.map(text => text.replace(/\s+/g, ' ').trim()))].filter(Boolean).slice(0, 50);
}

const key = (text: string) => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
