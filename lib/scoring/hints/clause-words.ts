import type { HintValue } from '../../model/hint';
import type { RuleInput } from '../../model/rule-input';
import { answerOf, type RuleClause } from './rule-clauses';
import type { WinBack } from './win-back';

const words = (zh: string, en: string): HintValue => ({ 'zh-CN': zh, en });

/** The question a clause puts. */
export function clauseQuestion({ field }: Pick<RuleClause, 'field'>): HintValue {
  switch (field?.type) {
    case 'yes-no':
      return field.goodIs ? words('是否做到？', 'was it done?') : words('有没有这种情况？', 'does this apply?');
    case 'count':
      return words(`有多少${field.unit}？`, `how many (${field.unit})?`);
    case 'percentage':
      return words('实际百分比是多少？', 'what is the percentage?');
    case 'rank':
      return words('排第几名？', 'which rank?');
    case 'choice':
      return words(`属于哪一档（${field.options.join('、')}）？`, `which one (${field.options.join(', ')})?`);
    case 'checklist':
      return field.name === 'missing'
        ? words(`缺哪几项（${field.options.join('、')}）？`, `which are missing (${field.options.join(', ')})?`)
        : words(`有哪几项（${field.options.join('、')}）？`, `which are there (${field.options.join(', ')})?`);
    case 'levels':
      return words(`各级各有多少（${field.options.join('、')}）？`, `how many of each (${field.options.join(', ')})?`);
    case 'events':
      return words('每起各是多少？', 'what size was each?');
    default:
      return words('定多少分？', 'how many points?');
  }
}

/** What to do to win points back. */
export function changeWords(clause: RuleClause, answers: RuleInput | null, { answer, steps }: WinBack): HintValue {
  const { field } = clause;
  const before = answerOf(clause, answers);
  switch (field?.type) {
    case 'count': {
      const more = (answer[field.name] ?? 0) > (before?.[field.name] ?? 0);
      return more
        ? words(`再完成 ${steps} ${field.unit}`, `${steps} more (${field.unit})`)
        : words(`减少 ${steps} ${field.unit}`, `${steps} fewer (${field.unit})`);
    }
    case 'percentage': {
      const more = (answer[field.name] ?? 0) > (before?.[field.name] ?? 0);
      return more
        ? words(`提高 ${steps} 个百分点`, `${steps} percentage points more`)
        : words(`降低 ${steps} 个百分点`, `${steps} percentage points less`);
    }
    case 'rank':
      return words(`名次前进 ${steps} 位`, `moving up ${steps}`);
    case 'choice':
      return words(`达到“${answer.choice}”`, `reaching “${answer.choice}”`);
    case 'checklist':
      return words(`补齐 ${steps} 项`, `supplying ${steps} more`);
    default:
      return words('改正这一项', 'putting this right');
  }
}
