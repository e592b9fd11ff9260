import type { FillOutcome } from '../../../lib/page/fill-outcome';

/** Framework × control → what came of it, for the printed table. */
export class FillMatrix {
  readonly #cells = new Map<string, Map<string, Set<string>>>();

  isFirst(framework: string, kind: string): boolean {
    return !this.#cells.get(framework)?.has(kind);
  }

  /** @param undone whether Ctrl+Z took it back; null where that was not tried. */
  add(framework: string, kind: string, outcome: FillOutcome, undone: boolean | null): void {
    const row = this.#cells.get(framework) ?? new Map<string, Set<string>>();
    this.#cells.set(framework, row);
    const cell = row.get(kind) ?? new Set();
    row.set(kind, cell);
    cell.add(
      outcome.kind === 'refused'
        ? `refused: ${outcome.reason.code}`
        : outcome.kind === 'filled'
          ? 'took'
          : 'changed by page, said so',
    );
    if (undone !== null) cell.add(undone ? 'undo works' : 'UNDO FAILS');
  }

  print(): string {
    return [...this.#cells]
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([framework, row]) =>
        [framework, ...[...row].map(([kind, cell]) => `  ${kind.padEnd(12)} ${[...cell].join(' · ')}`)].join('\n'),
      )
      .join('\n');
  }
}
