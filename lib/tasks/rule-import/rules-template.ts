import type { RuleEntry } from '../../model/rule-entry';
import type { RulesFile } from '../../model/rules-file';
import type { ScoringRule } from '../../model/scoring-rule';
import type { Section } from '../../model/table';
import type { RuleOwner } from '../campaign-rules';

interface Ruled extends RuleOwner {
  section: Section | null;
  rule: ScoringRule | null;
}

/** The rules of a campaign as a file to hand on: the superior's words and what was corrected, nothing that a unit answered. */
export function rulesTemplate(subjects: readonly Ruled[]): RulesFile {
  const table = subjects[0]?.table ?? null;
  const file: RulesFile = {
    version: 1,
    kind: '评分细则',
    title: table?.title?.clean ?? '',
    year: table?.year ?? null,
    indicators: [],
    table: [],
  };
  for (const { indicator, section, rule } of subjects) {
    if (!rule || rule.text === '' || rule.unreadable) continue;
    const said = { text: rule.text, clauses: rule.corrected ? [...rule.clauses] : null };
    if (!indicator) file.table.push(said);
    else {
      const { code, contentText, weight } = indicator;
      const about = { code, section: section?.name ?? '', content: contentText, weight: weight?.points ?? null };
      file.indicators.push({ ...about, ...said });
    }
  }
  return file;
}

/** The file's rules, to be matched to another campaign's indicators like those of any paper. */
export function templateEntries(file: RulesFile): RuleEntry[] {
  return [
    ...file.indicators.map(({ code, section, content, weight, text, clauses }) => ({
      content,
      text,
      section: { number: null, name: section },
      number: code,
      weight,
      clauses,
      cell: null,
    })),
    ...file.table.map(({ text, clauses }) => ({
      content: '',
      text,
      section: null,
      number: null,
      weight: null,
      clauses,
      cell: null,
    })),
  ];
}
