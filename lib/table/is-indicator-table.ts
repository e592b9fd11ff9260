import type { ColumnRole } from '../model/columns';
import { lastOf } from '../model/last';
import type { RecognisedTable } from '../model/table';
import { isExact, mayBe } from './draft-column';
import type { HeaderBlock } from './find-headers';
import { isForeignHeading, namesPeople } from './heading-roles';
import type { SheetView } from './sheet-view';
import type { TableColumns } from './table-columns';

/** How much a column of this role speaks for a table of indicators, as opposed to any other list. */
const EVIDENCE: Partial<Record<ColumnRole, number>> = {
  section: 0.5,
  subsection: 0.5,
  content: 2,
  measures: 2,
  scoringRule: 2,
  assessmentMethod: 0.7,
  weight: 2,
  deadline: 0.5,
  leader: 0.3,
  department: 0.3,
  responsiblePerson: 0.2,
  completion: 0.7,
  selfScore: 1.5,
  reviewScore: 1,
  deduction: 1,
  deductionReason: 0.7,
  evidence: 0.7,
  target: 0.4,
  actual: 0.4,
  applicable: 0.5,
  bonus: 0.5,
  sequence: 0.1,
};
const ENOUGH = 3;
/** At least one of these: lists of people, papers, goods and meetings have none. */
const TELLING: readonly ColumnRole[] = ['weight', 'measures', 'scoringRule', 'selfScore', 'reviewScore', 'deduction'];
const TASK = /任务|重点工作|工作内容|考[核评]内容|指标/;
const BONUS = /加分|减分|扣分项|获奖|奖励/;

/** The kind of table under a header, or null for a table that is none of ours. */
export function tableKind(block: HeaderBlock, { drafts, byRole }: TableColumns): RecognisedTable['kind'] | null {
  const content = byRole.get('content');
  if (block.foreign || block.columns.some(column => namesPeople(lastOf(column.path) ?? ''))) return null;
  if (isBonusList(block, { drafts, byRole })) return 'bonus';
  if (!content) return null;
  const named = mayBe(content, 'content') || (TASK.test(content.key) && content.guesses.length > 0);
  // Points beside 一级指标 or 二级指标 alone tell as much as points beside the indicators.
  const weighed = drafts.some(draft => draft.role === 'weight');
  let score = weighed && !byRole.has('weight') ? 1 : 0;
  for (const [role, draft] of byRole) {
    const worth = EVIDENCE[role] ?? 0;
    score += role === 'content' && !named ? 1 : isExact(draft) ? worth : worth * 0.6;
  }
  score -= 0.8 * drafts.filter(draft => draft.role === null && isForeignHeading(lastOf(draft.path) ?? '')).length;
  score -= 0.15 * drafts.filter(draft => draft.role === null).length;
  const taskList =
    TASK.test(content.key) && byRole.has('deadline') && (byRole.has('department') || byRole.has('responsiblePerson'));
  if (!weighed && !TELLING.some(role => byRole.has(role)) && !taskList) return null;
  if (score < (taskList ? 1.8 : ENOUGH) || looksLikeForm(drafts)) return null;
  const tasks = TASK.test(content.key) && !byRole.has('weight') && !byRole.has('selfScore') && byRole.has('department');
  return tasks ? 'tasks' : 'indicators';
}

const SUMMARY = /汇总|统计/;

/** Figures gathered from other sheets, or a list of totals by that name: the indicators stand elsewhere. */
export function isSummary(
  view: SheetView,
  block: HeaderBlock,
  end: number,
  columns: TableColumns,
  title: string,
): boolean {
  const content = columns.byRole.get('content');
  if (!content || mayBe(content, 'content')) return false;
  if (SUMMARY.test(title) || SUMMARY.test(view.grid.name)) return true;
  let formulas = 0;
  let linked = 0;
  for (let row = block.bottom + 1; row <= Math.min(end, block.bottom + 50); row++) {
    for (const column of columns.numeric) {
      const formula = view.cell(row, column)?.formula;
      if (formula) formulas++;
      if (formula?.includes('!')) linked++;
    }
  }
  return linked > 0 && linked * 2 >= formulas;
}

/** A header with nothing below it that any of our columns would hold: a form, or a coincidence of words. */
export function hasSubstance(table: RecognisedTable): boolean {
  const roles = table.columns.filter(column => column.role !== null).length;
  const indicators = table.sections.flatMap(section => section.indicators);
  const filled = indicators.some(
    ({ weight, measures, scoringRule, deadline }) => weight?.points || measures.length > 0 || scoringRule || deadline,
  );
  const weighed = table.sections.some(section => section.weight);
  return indicators.length > 0 && (filled || weighed || roles >= 4);
}

/** Headings below headings: labels beside blanks, or a table whose headings run down its first column. */
function looksLikeForm(drafts: TableColumns['drafts']): boolean {
  const levels = drafts.filter(draft => draft.role === 'content' || draft.role === 'section');
  return levels.some(({ profile }) => profile.headings > 0 && profile.headings * 4 >= profile.filled);
}

/** L8: 序号|单位名称|考核方式|获奖项目名称|获奖级别|佐证资料|分值, usually without a row yet. */
function isBonusList(block: HeaderBlock, { drafts }: Pick<TableColumns, 'drafts' | 'byRole'>): boolean {
  const headings = block.columns.map(column => column.path.join(''));
  const topic = headings.some(heading => BONUS.test(heading) && /项目|名称|级别|事项|情形/.test(heading));
  const points = drafts.some(draft => draft.role === 'weight' || draft.role === 'bonus' || mayBe(draft, 'weight'));
  return topic && points && drafts.length >= 4;
}
