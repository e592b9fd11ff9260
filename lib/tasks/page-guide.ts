import { parseAddress } from '../model/address';
import type { CellGrid } from '../model/cells';
import { parseEntity } from '../model/entity';
import { type Answer, ITEM_FIELDS, type Item } from '../model/item';
import type { GuideAnswer, PageGuide } from '../model/page-guide';
import type { PageIndicator } from '../model/page-table';
import type { RecognisedTable } from '../model/table';
import { requirementsOf } from '../scoring/hints/requirements';
import { clausesOf } from '../scoring/hints/rule-clauses';
import { parseRule } from '../scoring/parse-rule';
import type { AnswerPlaces } from './answer-places';
import { campaignItems } from './campaign-items';
import { EntryIndex } from './entries/entry-index';

export interface GuideGround {
  campaign: string;
  madeOf: string;
  tables: readonly RecognisedTable[];
  grids: readonly CellGrid[];
  places: AnswerPlaces;
}

/** The campaign's guide for web pages, from the workbook as received: what people entered since is read from the journal. */
export function pageGuide({ campaign, madeOf, tables, grids, places }: GuideGround): PageGuide {
  const nothing = () => undefined;
  const items = campaignItems({
    tables,
    places,
    grids: new Map(grids.map(grid => [grid.name, grid])),
    field: nothing,
    entries: new EntryIndex(),
    pending: nothing,
  });
  const answers: PageGuide['answers'] = {};
  const indicators = items.map(item => {
    const code = pageCode(tables, item);
    const kept = (answer: Answer): GuideAnswer => guideAnswer(answer, grids);
    answers[code] = {
      ...Object.fromEntries(ITEM_FIELDS.map(field => [field, [kept(item.answers[field])]])),
      measures: item.measures.map(kept),
    };
    return publicWords(item, code);
  });
  return { version: 1, madeOf, table: { campaign, indicators }, answers };
}

/** The name of an indicator on pages: its code, told apart where an earlier table has the same. */
export function pageCode(tables: readonly RecognisedTable[], { table, indicator }: Item): string {
  const place = tables.indexOf(table);
  const taken = tables
    .slice(0, place)
    .some(
      other =>
        other.kind !== 'tasks' &&
        other.sections.some(({ indicators }) => indicators.some(({ code }) => code === indicator.code)),
    );
  return taken ? `${indicator.code}@${place}` : indicator.code;
}

function publicWords({ table, section, indicator }: Item, code: string): PageIndicator {
  const asked = requirementsOf(indicator, table.year)
    .filter(({ kind }) => kind === 'count' || kind === 'forbidden')
    .map(({ passages }) => passages[0]!.quote);
  return {
    code,
    number: indicator.number,
    section: section.name,
    sectionNumber: section.number,
    text: indicator.content,
    measures: indicator.measures
      .map(({ number, numbered, clean }) => (numbered ? `${number}.${clean}` : clean))
      .join('\n'),
    deadline: indicator.deadline?.clean ?? '',
    weight: indicator.weight?.points ?? null,
    asked: [...new Set(asked)],
    clauses: indicator.scoringRule ? clausesOf(parseRule(indicator.scoringRule)).map(({ quote }) => quote) : [],
  };
}

function guideAnswer(answer: Answer, grids: readonly CellGrid[]): GuideAnswer {
  const { entity, field, text, cell, readOnly } = answer;
  const position = cell === null ? null : parseAddress(cell);
  const grid = grids.find(({ name }) => name === parseEntity(entity)?.sheet);
  const value = (position && grid?.cell(position.row, position.column)?.value) ?? null;
  return { entity, field, original: text, value, readOnly };
}
