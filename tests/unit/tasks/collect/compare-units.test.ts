import { describe, expect, it } from 'vitest';
import type { Points } from '../../../../lib/model/points';
import type { Unit, UnitIndicator } from '../../../../lib/model/unit-comparison';
import { compareUnits } from '../../../../lib/tasks/collect/compare-units';
import { evidenceCount, sampleTextIn } from '../../../../lib/tasks/collect/sample-text';

const points = (value: number) => (value * 10_000) as Points;

function indicator(code: string, more: Partial<UnitIndicator> = {}): UnitIndicator {
  const content = `${code}号指标应当落实的考评内容`;
  return {
    code,
    content,
    key: content,
    weight: points(4),
    scoreText: '3',
    score: points(3),
    filled: true,
    completionPrint: null,
    copiesMeasures: false,
    evidence: 2,
    sample: null,
    deadline: '2023-11-30',
    ...more,
  };
}

const unit = (name: string, indicators: UnitIndicator[], savedAt: string | null = null): Unit => ({
  file: `${name}.xlsx`,
  name,
  year: 2023,
  total: points(40),
  indicators,
  savedAt,
});

const compare = (...units: Unit[]) => compareUnits(units, { today: '2023-12-15', due: '2023-12-10' });
const kinds = ({ flags }: { flags: { kind: string; code: string | null }[] }) => flags.map(f => [f.kind, f.code]);

describe('comparing units', () => {
  it('counts what is filled in, what is late, and adds scores as decimals', () => {
    const { units } = compare(
      unit('甲', [
        indicator('1.1', { score: points(0.1) }),
        indicator('1.2', { score: points(0.2), filled: false, evidence: null }),
        indicator('1.3', { score: null, scoreText: '', filled: false, deadline: '2023-12-31' }),
      ]),
    );
    expect(units[0]).toMatchObject({ indicators: 3, filled: 1, late: 1, evidence: 4, selfTotal: points(0.3) });
    expect(kinds(units[0]!)).toEqual([['score-without-completion', '1.2']]);
  });

  it('lays indicators side by side by what they say, whatever their number', () => {
    const moved = indicator('1.9', { content: '1.2号指标应当落实的考评内容', key: '1.2号指标应当落实的考评内容' });
    const { indicators, units } = compare(
      unit('甲', [indicator('1.1'), indicator('1.2')]),
      unit('乙', [indicator('1.1'), indicator('1.2')]),
      unit('丙', [indicator('1.1'), moved]),
      unit('丁', [indicator('1.1')]),
    );
    expect(indicators.map(({ code }) => code)).toEqual(['1.1', '1.2']);
    expect(units[2]!.cells.every(Boolean)).toBe(true);
    expect(kinds(units[3]!)).toEqual([['missing', '1.2']]);
  });

  it('points at scores that cannot be, and at those far from all others', () => {
    const usual = ['甲', '乙', '丙', '丁', '戊', '己'].map((name, at) =>
      unit(name, [indicator('1.1', { score: points(3 + (at % 2) / 10) })]),
    );
    const { units } = compare(
      ...usual,
      unit('庚', [indicator('1.1', { score: points(0.5) })]),
      unit('辛', [indicator('1.1', { score: points(5) })]),
      unit('壬', [indicator('1.1', { score: null, scoreText: '优' })]),
    );
    expect(units.slice(0, 6).flatMap(kinds)).toEqual([]);
    expect(units.slice(6).flatMap(kinds)).toEqual([
      ['score-outlier', '1.1'],
      ['score-above-weight', '1.1'],
      ['score-unreadable', '1.1'],
    ]);
  });

  it('points at changed weights and contents, full marks everywhere, and late files', () => {
    const full = ['1.1', '1.2', '1.3'].map(code => indicator(code, { score: points(4) }));
    const [one, two, three] = [indicator('1.1'), indicator('1.2'), indicator('1.3')];
    const { units } = compare(
      unit('甲', [one, two, three]),
      unit('乙', [one, two, three]),
      unit('丙', [indicator('1.1', { weight: points(5) }), { ...two, key: '完全不同的另一句话' }, three]),
      unit('丁', full, '2023-12-11T08:00:00.000Z'),
    );
    expect(kinds(units[2]!)).toEqual([
      ['weight-differs', '1.1'],
      ['content-differs', '1.2'],
    ]);
    expect(kinds(units[3]!)).toEqual([
      ['all-full', null],
      ['returned-late', null],
    ]);
  });

  it('points at the same text in several units', () => {
    const { units } = compare(
      ...['甲', '乙', '丙'].map(name => unit(name, [indicator('1.1', { completionPrint: 7 })])),
      unit('丁', [indicator('1.1', { completionPrint: 8 })]),
    );
    expect(units.map(one => kinds(one).length)).toEqual([1, 1, 1, 0]);
  });
});

describe('a completion text', () => {
  it.each([
    ['召开会议××次', true],
    ['（示例）已召开会议', true],
    ['XX年XX月成立领导小组', true],
    ['请填写完成情况', true],
    ['联系人____', true],
    ['2023年11月成立领导小组，召开会议4次。', false],
    ['3×4米宣传栏', false],
    ['使用Excel登记造册', false],
  ])('%s: untouched sample %s', (text, sample) => {
    expect(sampleTextIn(text) !== null).toBe(sample);
  });

  it.each([
    ['', 0],
    ['无', 0],
    ['会议纪要、照片、签到表', 3],
    ['1.会议纪要；2.签到表', 2],
    ['会议纪要\n照片', 2],
    ['（1）文件（2）照片', 1],
  ])('evidence %j is %i', (text, count) => {
    expect(evidenceCount(text)).toBe(count);
  });
});
