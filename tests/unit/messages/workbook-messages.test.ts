import { describe, expect, it } from 'vitest';
import { replyError, workbookReply, workbookRequest } from '../../../lib/messages/workbook-messages';

describe('messages between the workspace and its worker', () => {
  it('are refused when they do not say what is asked', () => {
    const bytes = new Uint8Array();
    expect(workbookRequest.safeParse({ id: 1, do: 'workspace:worker:open', bytes, answers: {} }).success).toBe(true);
    expect(workbookRequest.safeParse({ id: 1, do: 'workspace:worker:delete', bytes }).success).toBe(false);
    const fill = { id: 1, do: 'workspace:worker:fill', bytes, growRows: true, append: null };
    expect(workbookRequest.safeParse({ ...fill, edits: [{ sheet: 's', row: -1, column: 0, value: 1 }] }).success).toBe(
      false,
    );
  });

  it('carry an error across as its code and details', () => {
    const reply = workbookReply.parse({ id: 1, kind: 'failed', code: 'no-such-sheet', details: { sheet: '表' } });
    expect(replyError(reply as never)).toMatchObject({ code: 'no-such-sheet', details: { sheet: '表' } });
  });

  it('turn a code that this version does not know into an unexpected error that names it', () => {
    const error = replyError({ id: 1, kind: 'failed', code: 'from-the-future', details: {}, cause: 'at line 1' });
    expect(error).toMatchObject({ code: 'unexpected', details: { reason: 'from-the-future' } });
  });
});
