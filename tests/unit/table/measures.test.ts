import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingNumber, splitMeasures } from '../../../lib/table/measures';

const clean = (text: string) => splitMeasures(text).map(measure => measure.clean);

describe('splitting measures', () => {
  it.each([
    ['；', '1.调整领导小组；2.落实要点。'],
    ['; and a space', '1.调整领导小组; 2.落实要点。'],
    ['。', '1．调整领导小组。2．落实要点'],
    ['a line break', '1、调整领导小组\n2、落实要点'],
    ['a space', '1.调整领导小组 2.落实要点'],
    ['tags', '<p>1.调整领导小组；2.落实要点。</p>'],
    ['brackets', '（1）调整领导小组；（2）落实要点'],
    ['half brackets', '(1)调整领导小组;(2)落实要点'],
    ['one bracket', '1)调整领导小组；2）落实要点'],
    ['circles', '①调整领导小组；②落实要点。'],
    ['Chinese numerals', '一、调整领导小组；二、落实要点。'],
    ['bracketed numerals', '（一）调整领导小组；（二）落实要点。'],
    ['full-width digits', '１．调整领导小组；２．落实要点。'],
    ['a word, line breaks lost', '1.调整领导小组2.落实要点'],
    ['一是', '一是调整领导小组；二是落实要点。'],
    ['an introduction', '主要措施：1.调整领导小组；2.落实要点'],
  ])('parts at numbers behind %s', (_, text) => {
    expect(clean(text)).toEqual(['调整领导小组', '落实要点']);
    expect(splitMeasures(text).every(measure => measure.numbered)).toBe(true);
  });

  it.each([
    ['decimals', '1.扣0.5分；2.达到2.5倍', ['扣0.5分', '达到2.5倍']],
    ['hot lines and years', '1.办理12345平台投诉；2.落实2023年度要点', ['办理12345平台投诉', '落实2023年度要点']],
    ['years behind a number', '1.2023年底前排查；2.2024年汇总', ['2023年底前排查', '2024年汇总']],
    ['points named', '1.落实第1、第2条第2.款精神；2.上报', ['落实第1、第2条第2.款精神', '上报']],
    ['lists of points', '1.细化第2、3点内容；2.上报', ['细化第2、3点内容', '上报']],
    ['numbers that break the run', '1.开展排查；3.汇总上报', ['开展排查；3.汇总上报']],
    ['a second run inside an entry', '1.会议：（1）传达；（2）部署。2.检查', ['会议：（1）传达；（2）部署', '检查']],
  ])('leaves %s alone', (_, text, expected) => {
    expect(clean(text)).toEqual(expected);
  });

  it('keeps an unnumbered text as one measure and adds no number', () => {
    expect(splitMeasures('落实“一岗双责”制度，\n持续推进。')).toEqual([
      { number: 1, numbered: false, text: '落实“一岗双责”制度，\n持续推进。', clean: '落实“一岗双责”制度，持续推进' },
    ]);
  });

  it('reads a single row that goes on counting', () => {
    expect(splitMeasures('2.制定方案', 2)).toMatchObject([{ number: 2, numbered: true, clean: '制定方案' }]);
  });

  it('gives back every character of a numbered text, whatever stands in it', () => {
    const entry = fc.string({ unit: fc.constantFrom(...'平安建设，、（）0123456789.'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 6 }), entries => {
        const text = entries.map((words, i) => `${i + 1}.平${words}；`).join('');
        const measures = splitMeasures(text);
        expect(measures.map(measure => measure.text).join('')).toBe(text);
        measures.forEach((measure, i) => {
          expect(measure.number).toBe(i + 1);
        });
      }),
    );
  });

  it('never throws and never loses words on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'1２3.．、)）（(①②一二；。 \n<p>安') }), text => {
        const words = (s: string) => s.replace(/[^安]/g, '');
        const joined = splitMeasures(text.replace(/<[^<>]*>/g, '')).map(measure => measure.text);
        expect(words(joined.join(''))).toBe(words(text.replace(/<[^<>]*>/g, '')));
      }),
    );
  });
});

describe('the number a content begins with', () => {
  it.each([
    ['1.坚持平安建设', 1, '坚持平安建设'],
    ['（3）落实经费', 3, '落实经费'],
    ['2、制定计划', 2, '制定计划'],
    ['1.2 落实经费', 2, '落实经费'],
    ['2-3党组专题研究', 3, '党组专题研究'],
    ['<p>4.积极参与</p>', 4, '积极参与'],
  ])('%s', (text, number, rest) => {
    expect(leadingNumber(text)).toEqual({ number, rest });
  });

  it.each(['1.5倍以上的增长', '0.5分每次', '2023年度工作要点', '1.成立机构。2.配备人员。', '建立机制', '12345平台'])(
    'is none in %s',
    text => {
      expect(leadingNumber(text)).toBeNull();
    },
  );
});
