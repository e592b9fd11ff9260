import type { Op } from '../../lib/model/op';
import { randomId } from '../../lib/model/random-id';

/** 15 to 700 indicators are what tables have; three fields of each. */
const INDICATORS = 700;
const FIELDS = ['completion', 'selfScore', 'note'] as const;

/** A log of so many edits as one person makes them, each superseding the one before in its field. */
export function editsOfYears(count: number, sheet = '表'): Op[] {
  const last = new Map<string, string>();
  return Array.from({ length: count }, (_, n): Op => {
    const entity = `indicator:${sheet}#0:${1 + (n % INDICATORS)}`;
    const field = FIELDS[n % FIELDS.length]!;
    const before = last.get(entity + field);
    const id = randomId();
    last.set(entity + field, id);
    return {
      id,
      replica: 'abcd1234',
      hlc: { time: 1_700_000_000_000 + n * 1_000, count: 0 },
      actor: '李明（综合科）',
      entity,
      field,
      value: `已开展宣传${n}次，台账齐全，资料归档。`,
      parents: before ? [before] : [],
    };
  });
}
