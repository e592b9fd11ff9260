import { fold } from '../../../lib/journal/fold';
import { readOp } from '../../../lib/journal/read-op';
import type { Op } from '../../../lib/model/op';
import { randomId } from '../../../lib/model/random-id';
import { PACKING } from '../../../lib/sync/packing';
import { readSegment, seal } from '../../../lib/sync/segment';
import { cpuTime } from '../../fixtures/cpu-time';
import { editsOf, type MergeResult, type MergeWork } from './work';

export async function mergeOurs(work: MergeWork): Promise<MergeResult> {
  const files: Uint8Array[] = [];
  for (let replica = 0; replica < work.replicas; replica++) {
    const heads = new Map<string, string>();
    const records: Op[] = [];
    for (const { replica: label, field, value, time } of editsOf(work, replica)) {
      const [code = '', name = ''] = field.split('/');
      const id = randomId();
      const head = heads.get(field);
      heads.set(field, id);
      records.push({
        id,
        replica: label,
        hlc: { time, count: 0 },
        actor: '李晓红',
        entity: `indicator:创建指标#0:${code}`,
        field: name,
        value,
        parents: head === undefined ? [] : [head],
        source: 'typed',
      });
    }
    const place = { n: 1, previous: null, level: 0, covers: [], key: null };
    const by = { kind: 'segment' as const, project: 'bench', replica: records[0]!.replica, actor: '李晓红' };
    files.push((await seal({ ...by, ...place, records }, PACKING)).bytes);
  }

  const ops: Op[] = [];
  let fields = 0;
  const mergeMs = await cpuTime(async () => {
    for (const bytes of files) {
      await PACKING.hash(bytes);
      for (const record of (await readSegment(bytes, [], PACKING)).records ?? []) {
        const read = readOp(record);
        if (read.kind === 'op') ops.push(read.record);
      }
    }
    fields = fold(ops).size;
  });
  const foldMs = await cpuTime(() => fold(ops));
  if (fields === 0) throw new Error('nothing was merged');
  return { mergeMs, foldMs, edits: ops.length, bytes: files.reduce((sum, bytes) => sum + bytes.length, 0) };
}
