import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { AnswerRole } from '../../../../lib/model/columns';
import { parseEntity } from '../../../../lib/model/entity';
import { fieldKey, type JournalState } from '../../../../lib/model/field-state';
import { applyDraft, moveRow, removeRow } from '../../../../lib/tasks/drafting/draft-changes';
import { disputedRows } from '../../../../lib/tasks/drafting/removed-rows';
import { fillValues, fillValuesSchema } from '../../../../lib/tasks/fill-values';
import { campaignMark } from '../../../../lib/tasks/hand-out/hand-out-identity';
import { type HandOutRecord, headsOf, stateThen } from '../../../../lib/tasks/hand-out/hand-out-record';
import { writeHandOuts } from '../../../../lib/tasks/hand-out/write-hand-outs';
import { planTakeBack, takeBackChanges } from '../../../../lib/tasks/take-back/plan-take-back';
import { readReturned, returnedFacts, rowsAlone, takeBackBase } from '../../../../lib/tasks/take-back/read-returned';
import { DraftRoom } from '../draft-room';

const received = new Uint8Array(
  readFileSync(path.join(import.meta.dirname, '../../../fixtures/workbooks/received-2023.xlsx')),
);
const APPEND = ['department', 'completion', 'selfScore', 'evidence'] as const;
const ROLES: AnswerRole[] = ['completion', 'selfScore', 'evidence'];
const ID = 'a'.repeat(32);
const own = (content: string) => ({
  content,
  measures: '1.每季度排查；\n2.建立台账。',
  deadline: '2023年底前',
  weight: '1',
});

const ground = (state: JournalState) => ({ received, answers: {}, state, append: APPEND });

/** What a coordinator hands out now, and what is written down of it. */
async function handOut(room: DraftRoom) {
  const { state } = room.journal;
  const record: HandOutRecord = {
    at: 1,
    by: '',
    append: [...APPEND],
    files: [{ id: ID, department: '综合科', name: '' }],
    heads: headsOf(state),
  };
  const items = room.items.map(({ entity }) => entity);
  const file = { id: ID, department: '综合科', campaign: await campaignMark('活动'), items };
  const [written] = await writeHandOuts(ground(state), [file], ROLES);
  return { record, bytes: written!.bytes };
}

const fill = async (bytes: Uint8Array, ...fields: { indicator: string; field: string; value: string | number }[]) =>
  (await fillValues(bytes, fillValuesSchema.parse({ fields }))).bytes;

/** A copy that came back, as the page takes it. */
async function takeBack(room: DraftRoom, record: HandOutRecord, bytes: Uint8Array) {
  const then = stateThen(record, room.journal.ops);
  const base = await takeBackBase(ground(then));
  const { answers, outside } = await readReturned(base, '综合科.xlsx', bytes);
  const saved = { by: null, at: null, isFileTime: false };
  const copy = { file: '综合科.xlsx', department: '综合科', saved, handOut: { id: ID, then }, answers };
  const plan = planTakeBack([copy], room.journal.state, room.journal.ops);
  return { answers, outside, plan };
}

const completionOf = (room: DraftRoom, start: string) =>
  room.items.find(({ indicator }) => indicator.contentText.includes(start))?.answers.completion.text;

describe('a copy that was handed out before rows were drafted', () => {
  it('is compared with what was handed out: rows added, moved and reworded since are nothing that its author did', async () => {
    const room = await DraftRoom.open(received);
    const { record, bytes } = await handOut(room);
    room.add('1', '1.1', own('新增的一项工作。'));
    room.write(moveRow(room.desk, room.section('2'), '2.1', 1));
    room.word('1.2', 'content', '改过措辞的考评内容。');
    await room.apply();

    const returned = await fill(
      bytes,
      { indicator: '1.2', field: 'completion', value: '综合科填写' },
      { indicator: '2.1', field: 'completion', value: '排查12次' },
    );
    const { answers, outside, plan } = await takeBack(room, record, returned);
    expect(outside).toEqual([]);
    expect(answers.map(({ entity, field, value, code }) => [parseEntity(entity), field, value, code])).toEqual([
      [expect.objectContaining({ code: '1.2' }), 'completion', '综合科填写', '1.2'],
      [expect.objectContaining({ code: '2.1' }), 'completion', '排查12次', '2.1'],
    ]);
    expect(plan.conflicts).toEqual([]);
    room.write(takeBackChanges(plan.clean, () => 0, room.journal.state));
    await room.reopen();
    expect(completionOf(room, '改过措辞')).toBe('综合科填写');
    expect(completionOf(room, '新增的一项')).toBe('');
  });

  it('keeps a row that was removed since and that its author filled in, flagged for a person to decide', async () => {
    const room = await DraftRoom.open(received);
    const { record, bytes } = await handOut(room);
    const [first, second] = room.section('1').indicators;
    for (const { code } of [first!, second!]) room.write(removeRow(room.desk, code));
    await room.apply();
    expect(room.items.map(({ entity }) => parseEntity(entity))).not.toContainEqual(
      expect.objectContaining({ code: first!.code }),
    );

    const returned = await fill(bytes, { indicator: first!.code, field: 'completion', value: '已成立领导小组' });
    const { outside, plan } = await takeBack(room, record, returned);
    expect(outside).toEqual([]);
    expect(plan.clean).toMatchObject([{ code: first!.code, values: [{ value: '已成立领导小组' }] }]);
    room.write(takeBackChanges(plan.clean, () => 0, room.journal.state));
    await room.reopen();
    const kept = [...disputedRows(room.journal.state).values()];
    expect(kept.map(({ entity, edits }) => [parseEntity(entity), edits.map(({ value }) => value)])).toEqual([
      [expect.objectContaining({ id: first!.code }), ['已成立领导小组']],
    ]);
    // The other one nobody wrote into: it stays removed.
    const codes = room.items.map(({ entity }) => parseEntity(entity));
    expect(codes).toContainEqual(expect.objectContaining({ code: first!.code }));
    expect(codes).not.toContainEqual(expect.objectContaining({ code: second!.code }));
  });
});

describe('a copy that was handed out with drafted rows', () => {
  it('has the cells of its own indicators open, whatever numbers they have by then, and its answers go to them', async () => {
    const room = await DraftRoom.open(received);
    const added = room.add('1', null, own('新增在最前的工作。'));
    await room.apply();
    // 1.1 as received stands as 1.2 now.
    const { record, bytes } = await handOut(room);
    const { identity } = await returnedFacts(bytes);
    expect(identity).toEqual({ id: ID, department: '综合科', campaign: await campaignMark('活动') });
    room.write(applyDraft(room.desk));
    const returned = await fill(
      bytes,
      { indicator: '1.1', field: 'completion', value: '新行' },
      { indicator: '1.2', field: 'completion', value: '原1.1' },
    );
    const { answers, outside } = await takeBack(room, record, returned);
    expect(outside).toEqual([]);
    expect(answers.map(({ entity, value, code }) => [parseEntity(entity), value, code])).toEqual([
      [expect.objectContaining({ code: added }), '新行', '1.1'],
      [expect.objectContaining({ code: '1.1' }), '原1.1', '1.2'],
    ]);
  });

  it('is still found by its rows where nothing is known of it any more', async () => {
    const room = await DraftRoom.open(received);
    const added = room.add('1', '1.1', own('新增的一项工作。'));
    await room.apply();
    const answered = room.items[0]!.answers.completion;
    room.write([{ entity: answered.entity, field: answered.field, value: '本机填写' }]);
    const { bytes } = await handOut(room);
    const base = await takeBackBase(ground(rowsAlone(room.journal.state)));
    const returned = await fill(bytes, { indicator: '1.2', field: 'completion', value: '新行' });
    const { answers } = await readReturned(base, '改名.xlsx', returned);
    const said = new Map(answers.map(({ entity, field, value }) => [fieldKey(entity, field), value]));
    expect(said.get(fieldKey(`indicator:个性指标#0:${added}`, 'completion'))).toBe('新行');
    // What stood there when it was handed out is not known either: it says what stands here, which the plan leaves alone.
    expect([...said.values()].sort()).toEqual(['新行', '本机填写'].sort());
  });
});
