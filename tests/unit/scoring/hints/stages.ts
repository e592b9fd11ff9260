import { readFileSync } from 'node:fs';
import { guidanceSchema, sampleProgressSchema } from '../../../../lib/model/guidance';
import { NO_PROGRESS, type Progress } from '../../../../lib/model/progress';
import { UNKNOWN_PROFILE } from '../../../../lib/model/unit-profile';
import type { HintSources, HintState } from '../../../../lib/scoring/hints/hints-of';
import { seedProblems, seedTable } from './seed-table';

const template = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../../../templates/quanzhou-2023/${name}`, import.meta.url), 'utf8'));
const sample = new Map(
  sampleProgressSchema.parse(template('sample-progress.json')).indicators.map(one => [one.code, one]),
);

export const seedSources: HintSources = {
  table: seedTable,
  problems: seedProblems,
  guidance: guidanceSchema.parse(template('guidance.json')),
};

export const progress = (known: Partial<Progress>): Progress => {
  const whole = { ...NO_PROGRESS, ...known };
  return { ...whole, filled: known.filled ?? whole.completion.trim() !== '' };
};

/** As the invented sample has it: text, department and self-score. */
const asSample = (code: string, more: Partial<Progress> = {}): [string, Progress] => {
  const { completion, department, selfScore } = sample.get(code)!;
  return [code, progress({ completion, department, selfScore: String(selfScore), evidence: '见佐证目录', ...more })];
};

const profile = { carriesProvincial: 'no', keyPointsDuty: 'no' } as const;

/** The same unit in one year: what an office would have entered by then. */
export const STAGES: Record<string, HintState> = {
  empty: { today: '2023-09-11', profile: UNKNOWN_PROFILE, progress: new Map() },
  started: {
    today: '2023-10-16',
    profile,
    progress: new Map([
      asSample('1.1', { measuresDone: new Set([1]), evidence: '', evidenceCount: 1 }),
      ['1.3', progress({ department: '党政办公室', completion: '上半年召开专题会议2次。', filled: true })],
      ['2.4', progress({ department: '综合治理办公室', measuresDone: new Set([1]) })],
      ['3.2', progress({ department: '机关纪委' })],
      ['4.4', progress({ department: '宣传科', completion: '已报送图文信息1条。', filled: true })],
    ]),
  },
  'mostly-done': {
    today: '2023-12-18',
    profile,
    progress: new Map([
      ...['1.1', '1.2', '1.3', '2.1', '2.2', '2.3', '2.4', '2.5', '3.1'].map(code => asSample(code)),
      ['3.2', progress({ department: '机关纪委', completion: '开展警示教育3场，落实值班抽查8次。', filled: true })],
      ['3.3', progress({ department: '机关纪委' })],
      ...['4.1', '4.2', '4.3'].map(code => asSample(code)),
      ['4.4', progress({ department: '宣传科', completion: '开展主题普法宣传5场。', filled: true })],
    ]),
  },
  'finished-with-contradictions': {
    today: '2024-01-03',
    profile,
    progress: new Map([
      ...['1.2', '1.3', '2.2', '2.3', '3.3', '4.1', '4.3'].map(code => asSample(code)),
      asSample('1.1', { selfScore: '4.5' }),
      asSample('2.1', {
        completion: '设立法律援助点3个；舆情处置预案尚未修订，主动与基层单位协作沟通5次。',
        selfScore: '3',
      }),
      asSample('2.4', { selfScore: '满分' }),
      asSample('2.5', { completion: '', evidence: '', selfScore: '4', filled: false }),
      asSample('3.1', {
        completion: '修订内部控制制度5项，保密检查4次，落实四防措施；发生失泄密事件1起，已处理。',
        selfScore: '1',
      }),
      asSample('3.2', { measuresDone: new Set([1, 2]), selfScore: '2' }),
      asSample('4.2', { selfScore: '2.333' }),
      asSample('4.4', { completion: '报送平安建设图文信息1条，开展主题普法宣传5场。', selfScore: '2' }),
    ]),
  },
};
