import { describe, expect, it } from 'vitest';
import { fieldState } from '../../../../components/page/field-state';

const sure = (value: string) => ({ tier: 'sure' as const, value });

describe('how a field stands to the table', () => {
  it('tells what is to be typed, what agrees and what differs', () => {
    expect(fieldState(sure(''), '已完成')).toBe('todo');
    expect(fieldState(sure('已完成'), '已完成')).toBe('done');
    expect(fieldState(sure('没有完成'), '已完成')).toBe('differs');
    expect(fieldState(sure('已完成'), '')).toBe('pageOnly');
    expect(fieldState(sure(' '), null)).toBe('empty');
  });

  it('takes numbers and broken lines as people do', () => {
    expect(fieldState(sure('3.50'), '3.5')).toBe('done');
    expect(fieldState(sure('第一条；\r\n第二条'), '第一条；\n第二条')).toBe('done');
  });

  it('says nothing of the table about a field that only may be one', () => {
    expect(fieldState({ tier: 'maybe', value: '已完成' }, '已完成')).toBe('maybe');
  });
});
