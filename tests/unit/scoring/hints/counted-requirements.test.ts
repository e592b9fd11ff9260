import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CountRequirement } from '../../../../lib/scoring/hints/requirement';
import { requirementsOf } from '../../../../lib/scoring/hints/requirements';
import { indicatorOf } from './indicator';

const counts = (content: string, measures = '') =>
  requirementsOf(indicatorOf(content, measures)).filter((one): one is CountRequirement => one.kind === 'count');
/** "≥2条 year 2" */
const brief = (text: string) =>
  counts(text).map(({ comparison, need, unit, period, perYear }) => `${comparison}${need}${unit} ${period} ${perYear}`);

describe('counted requirements', () => {
  it.each([
    ['报送不少于2条平安建设图文信息', '>=2条 null 2'],
    ['每年报送2条以上平安建设图文信息', '>=2条 year 2'],
    ['党委（党组）每年专题研究不少于２次', '>=2次 year 2'],
    ['每季度至少召开一次专题会议', '>=1次 quarter 4'],
    ['每月报送信息不少于1条', '>=1条 month 12'],
    ['全年开展平安宣传活动两次以上', '>=2次 year 2'],
    ['每半年开展一次应急演练', '>=1次 half-year 2'],
    ['演练1次/季度', '>=1次 quarter 4'],
    ['每季度研究平安建设工作，不少于1次', '>=1次 quarter 4'],
    ['组织开展警示教育3场', '>=3场 null 3'],
    ['满意率不低于90%', '>=90% null 90'],
    ['责任书签订率达100%', '>=100% null 100'],
    ['信访件超期率控制在5%以内', '<=5% null 5'],
    ['组织2—3次集中宣传', '>=2次 null 2'],
    ['配备专（兼）职人员不少于2人', '>=2人 null 2'],
    ['报送信息2条（含）以上', '>=2条 null 2'],
    ['信息被市级以上媒体采用3篇以上', '>=3篇 null 3'],
    ['知晓率超过95%', '>95% null 95'],
    ['每月5日前报送1条', '>=1条 month 12'],
    ['不少于三篇信息被省级以上采用', '>=3篇 null 3'],
    ['开展“平安三率”集中宣传不少于十二次', '>=12次 null 12'],
  ])('reads %s', (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  it.each([
    '按要求完成各级信访平台、12345便民服务平台等信件、投诉办理',
    '落实2023年度平安创建工作要点目标任务',
    '根据泉委政法〔2023〕6号文件要求',
    '落实“一岗双责”制度',
    '不发生一次死亡3人以上安全事故',
    '被通报2次以上的，取消资格',
    '资料保存不少于3年',
    '视频保存30天以上',
    '见第3条以上规定',
    '“最多跑一次”改革，一次性告知',
    '7×24小时值班，110联动',
    '落实《平安建设十条以上措施》',
    '达到1.5倍以上',
    '不少于2个月',
    '近三年未发生2起以上案件',
    '获市级以上表彰',
    '针对第2、3点细化',
    '网格员每天巡查不少于2次',
    '被通报批评2次以上',
    '共40分',
  ])('takes no number for a count in %s', text => {
    expect(brief(text)).toEqual([]);
  });

  it('quotes the words as they stand, with cell, measure and place', () => {
    const content = '<p>4.积极参与信息报送，\n每年报送“图文 信息”2条 以上。</p>';
    const [count] = counts(content);
    const { quote, cell, measure, span } = count!.passages[0]!;
    expect({ quote, cell, measure }).toEqual({ quote: '每年报送“图文信息”2条以上', cell: 'B3', measure: null });
    expect(content.slice(...span).replace(/\s/g, '')).toBe(quote);
  });

  it('is one requirement where content and measure ask for the same', () => {
    const [one, ...others] = counts(
      '每年报送2条以上平安建设图文信息。',
      '1.报送不少于2条平安建设图文信息；2.普法宣传。',
    );
    expect(others).toEqual([]);
    expect(one!.passages.map(({ cell, measure }) => [cell, measure])).toEqual([
      ['B3', null],
      ['C3', 1],
    ]);
    expect(one!.period).toBe('year');
  });

  it('keeps apart what counts different things', () => {
    expect(counts('每年宣传不少于2次，演练不少于2次').map(({ object }) => object)).toEqual(['宣传', '演练']);
  });

  it('says for whom each number is', () => {
    expect(counts('每个科室每年报送信息3条以上')[0]!.each).toBe('科室');
  });

  it('gives every requirement a key of its own, the same each time', () => {
    const words = fc.constantFrom(
      '不少于',
      '2条',
      '每季度',
      '一次',
      '以上',
      '，',
      '。',
      '演练',
      '95%',
      '至少',
      '无案件',
      '定期',
      '6月底前',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 5 })), { maxLength: 40 }), parts => {
        const indicator = indicatorOf(parts.join(''), parts.reverse().join(''));
        const keys = requirementsOf(indicator, 2024).map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        expect(requirementsOf(structuredClone(indicator), 2024).map(({ key }) => key)).toEqual(keys);
      }),
    );
  });
});
