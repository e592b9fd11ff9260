import type { SimpleRule } from '../model/rule';
import type { Sentence } from '../model/sentence';

const say = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en });

/** What the words leave open, so that a person has to say it before, or whenever, points are calculated. */
export function ruleDoubts(rule: SimpleRule): Sentence[] {
  const doubts: Sentence[] = [];
  if ('boundary' in rule && rule.boundary === 'ask') {
    const value = `${rule.value}${rule.unit}`;
    doubts.push(
      say(
        `正好是 ${value} 时算不算，原文没有写明，到时会问您。`,
        `Whether exactly ${value} counts is not said; you will be asked when it comes to that.`,
      ),
    );
  }
  if (rule.kind === 'deduct_point' && rule.then) {
    doubts.push(
      say(
        '加重的部分是只算超出的差距，还是全部差距，原文没有写明，到时会问您。',
        'Whether the steeper rate is for the part beyond or for the whole gap is not said; you will be asked.',
      ),
    );
  }
  if ((rule.kind === 'deduct_shortfall' || rule.kind === 'deduct_point') && rule.target === null) {
    doubts.push(
      say(
        '目标数没有写在这里，也没有在考评内容里找到；请在“更正”里填上，否则推算不出得分。',
        'The target is neither here nor in the indicator; fill it in under “Correct”, or no score can be worked out.',
      ),
    );
  }
  if (rule.kind === 'deduct_excess' && rule.limit === null) {
    doubts.push(
      say('限额没有写明；请在“更正”里填上，否则推算不出得分。', 'The limit is not stated; fill it in under “Correct”.'),
    );
  }
  if (rule.kind === 'deduct_range' || rule.kind === 'manual') {
    doubts.push(say('分数由人决定：作答时填写定下的分数。', 'A person decides the points: enter them when answering.'));
  }
  return doubts;
}
