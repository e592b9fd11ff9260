import { columnName } from '../model/address';
import type { ColumnRole } from '../model/columns';
import { lastWhere } from '../model/last';
import { whyText } from '../model/question-texts';
import type { RecognitionAnswers, RecognitionQuestion, TableColumn } from '../model/table';
import { assignLevels, CONTENT_AND_RULE } from './assign-levels';
import { assignScores } from './assign-scores';
import { assignTexts } from './assign-texts';
import { assignWeights } from './assign-weights';
import { profileColumns } from './column-profile';
import { type DraftColumn, draftColumn, settle } from './draft-column';
import type { HeaderBlock } from './find-headers';
import type { SheetView } from './sheet-view';
import { questionId } from './table-shape';

export interface TableColumns {
  drafts: readonly DraftColumn[];
  /** The column that stands for a role in an indicator's cells. */
  byRole: ReadonlyMap<ColumnRole, DraftColumn>;
  sectionWeight: DraftColumn | undefined;
  numeric: ReadonlySet<number>;
}

const NUMERIC: ReadonlySet<ColumnRole> = new Set([
  'weight',
  'selfScore',
  'reviewScore',
  'deduction',
  'bonus',
  'sequence',
]);

/** Decides what each column means: answers first, then headings and what stands below them. */
export function readColumns(
  view: SheetView,
  block: HeaderBlock,
  end: number,
  answers: RecognitionAnswers,
): TableColumns {
  const profiles = profileColumns(view, block, end);
  const drafts = block.columns.map((column, i) => draftColumn(column, profiles[i]!));
  for (const draft of drafts) {
    const answer = answers[questionId(drafts, draft)];
    if (answer) settle(draft, answer === 'ignore' ? null : answer, 1);
  }
  assignLevels(drafts);
  assignWeights(drafts);
  assignScores(drafts);
  assignTexts(drafts);
  return {
    drafts,
    byRole: columnsByRole(drafts),
    sectionWeight: drafts.find(draft => draft.role === 'weight' && draft.level === 'section'),
    numeric: new Set(
      drafts.filter(draft => draft.role && NUMERIC.has(draft.role) && draft.role !== 'sequence').map(d => d.column),
    ),
  };
}

function columnsByRole(drafts: readonly DraftColumn[]): Map<ColumnRole, DraftColumn> {
  const byRole = new Map<ColumnRole, DraftColumn>();
  for (const draft of drafts) {
    if (draft.role === null) continue;
    if (draft.role === 'weight' && draft.level !== 'content') continue;
    const taken = byRole.get(draft.role);
    if (!taken || draft.confidence > taken.confidence) byRole.set(draft.role, draft);
  }
  const content = byRole.get('content');
  // Of two 序号 columns the one beside the content counts the indicators.
  const nearest = lastWhere(drafts, draft => draft.role === 'sequence' && draft.column < (content?.column ?? 0));
  if (nearest) byRole.set('sequence', nearest);
  const combined = content && CONTENT_AND_RULE.test(content.key);
  if (combined && !byRole.has('scoringRule')) byRole.set('scoringRule', content);
  return byRole;
}

export function tableColumns(drafts: readonly DraftColumn[]): TableColumn[] {
  return drafts
    .filter(draft => draft.header !== '' || draft.role !== null)
    .map(({ role, header, column, confidence, level }) => ({
      role,
      header,
      column,
      confidence,
      ...(role === 'weight' && level ? { level } : {}),
    }));
}

export function questions(sheet: string, block: HeaderBlock, drafts: readonly DraftColumn[]): RecognitionQuestion[] {
  return drafts.flatMap(draft =>
    draft.doubt
      ? [
          {
            id: questionId(drafts, draft),
            sheet,
            cell: columnName(draft.column) + (block.bottom + 1),
            header: draft.header,
            column: draft.column,
            ...draft.doubt,
            why: whyText(draft.doubt, 'zh-CN'),
          },
        ]
      : [],
  );
}
