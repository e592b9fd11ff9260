import * as Automerge from '@automerge/automerge';
import * as Y from 'yjs';
import { cpuTime } from '../../fixtures/cpu-time';
import { editsOf, type MergeResult, type MergeWork } from './work';

/** Yjs forgets who wrote what and when, so that stands in a list beside the values, as its users do it. */
export async function mergeYjs(work: MergeWork): Promise<MergeResult> {
  const updates: Uint8Array[] = [];
  for (let replica = 0; replica < work.replicas; replica++) {
    const doc = new Y.Doc();
    for (const { replica: by, field, value, time } of editsOf(work, replica)) {
      doc.transact(() => {
        doc.getMap('fields').set(field, value);
        doc.getArray('audit').push([{ by, field, value, time, actor: '李晓红' }]);
      });
    }
    updates.push(Y.encodeStateAsUpdate(doc));
    doc.destroy();
  }
  const merged = new Y.Doc();
  const mergeMs = await cpuTime(() => {
    for (const update of updates) Y.applyUpdate(merged, update);
    merged.getMap('fields').toJSON();
  });
  return { mergeMs, edits: merged.getArray('audit').length, bytes: sizeOf(updates) };
}

interface Table extends Record<string, unknown> {
  fields: Record<string, string>;
}

export async function mergeAutomerge(work: MergeWork): Promise<MergeResult> {
  const base = Automerge.save(Automerge.from<Table>({ fields: {} }, { actor: 'ff'.repeat(16) }));
  const files: Uint8Array[] = [];
  for (let replica = 0; replica < work.replicas; replica++) {
    let doc = Automerge.load<Table>(base, { actor: replica.toString(16).padStart(32, '0') });
    for (const { field, value, time } of editsOf(work, replica)) {
      doc = Automerge.change(doc, { time: Math.floor(time / 1000), message: '李晓红' }, table => {
        table.fields[field] = value;
      });
    }
    files.push(Automerge.save(doc));
    Automerge.free(doc);
  }
  let edits = 0;
  const mergeMs = await cpuTime(() => {
    let merged = Automerge.load<Table>(base);
    for (const file of files) merged = Automerge.loadIncremental(merged, file);
    JSON.stringify(merged.fields);
    edits = Automerge.stats(merged).numChanges - 1;
  });
  return { mergeMs, edits, bytes: sizeOf(files) };
}

const sizeOf = (files: readonly Uint8Array[]): number => files.reduce((sum, bytes) => sum + bytes.length, 0);
