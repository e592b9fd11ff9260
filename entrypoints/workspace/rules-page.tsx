import { App } from 'antd';
import { useState } from 'react';
import { ColumnsForm } from '../../components/rules/columns-form';
import { MatchesTable } from '../../components/rules/matches-table';
import { PasteForm } from '../../components/rules/paste-form';
import { RuleDetail } from '../../components/rules/rule-detail';
import { RuleTrial } from '../../components/rules/rule-trial';
import { RulesView } from '../../components/rules/rules-view';
import { parseTabbedText } from '../../components/table/pasted-block';
import { useTexts } from '../../components/texts/texts-context';
import type { RuleRows } from '../../lib/model/rule-columns';
import type { RuleMatch } from '../../lib/model/rule-entry';
import { readingChanges, ruleTextChanges } from '../../lib/tasks/campaign-rules';
import { exportFileName } from '../../lib/tasks/file-names';
import { enterExample } from '../../lib/tasks/rule-answers';
import { adoptRules } from '../../lib/tasks/rule-import/adopt-rules';
import { type RulesRead, readColumns, readPastedRules } from '../../lib/tasks/rule-import/read-rules';
import { rulesTemplate } from '../../lib/tasks/rule-import/rules-template';
import type { CampaignSession } from './campaign-session';
import { cellPlace } from './cell-place';
import { download } from './download';
import { readRulesFile } from './read-rules-file';
import { campaignLink } from './route';
import { ownerOf, subjectsOf } from './rule-subjects';
import { useServices } from './services';
import { useBusy } from './use-busy';
import { useItems } from './use-session';
import { useWholeTableRules } from './use-whole-table-rules';

type Importing =
  | { at: 'paste'; nothing: boolean }
  | { at: 'columns'; sheets: readonly RuleRows[] }
  | { at: 'matches'; matches: readonly RuleMatch[] };

interface RulesPageProps {
  session: CampaignSession;
  /** The key of a subject. */
  place: string | null;
}

export function RulesPage({ session, place }: RulesPageProps) {
  const items = useItems(session);
  const whole = useWholeTableRules(session);
  const { workbooks } = useServices();
  const texts = useTexts();
  const { message } = App.useApp();
  const { busy, failure, run } = useBusy();
  const [importing, setImporting] = useState<Importing | null>(null);
  const { filling, campaign, workbook } = session;
  const { tables } = workbook.recognition;
  const subjects = subjectsOf(items, whole, place => filling.value(place));
  const current = subjects.find(({ key }) => key === place) ?? subjects[0] ?? null;
  const rated = tables.filter(({ kind }) => kind !== 'tasks');

  function found(read: RulesRead, otherwise: () => void): void {
    if (read.is === 'nothing') otherwise();
    else if (read.is === 'columns') setImporting({ at: 'columns', sheets: read.sheets });
    else setImporting({ at: 'matches', matches: read.matches });
  }
  const nothingInFile = (): void => void message.warning(texts.rules.import.nothingFile);

  function readFile(file: File): void {
    void run(texts.busy.reading(file.name), async signal => {
      const read = await readRulesFile(file, rated, workbooks, signal);
      if (!signal.aborted) found(read, nothingInFile);
    });
  }

  function adopt(matches: readonly RuleMatch[]): void {
    const byKey = new Map(subjects.map(subject => [subject.key, subject]));
    void filling.set(adoptRules(matches, target => ownerOf(target, byKey)));
    setImporting(null);
    message.success(texts.rules.import.adopted(matches.filter(({ target }) => target).length));
  }

  function save(): void {
    const name = exportFileName(campaign.fileName, `-${texts.rules.saveName}`, 'json');
    const text = JSON.stringify(rulesTemplate(subjects), null, 2);
    download(new Blob([text], { type: 'application/json' }), name);
    message.success(texts.rules.saved(name));
  }

  return (
    <RulesView
      subjects={subjects}
      current={current}
      linkTo={subject => campaignLink(campaign.id, 'rules', subject.key)}
      onPaste={() => setImporting({ at: 'paste', nothing: false })}
      onFile={readFile}
      onSave={save}
      busy={busy}
      failure={failure}
      importing={
        importing?.at === 'paste' ? (
          <PasteForm
            nothing={importing.nothing}
            onRead={text => {
              const rows = parseTabbedText(text);
              const isTable = rows.filter(row => row.length > 1).length > 1;
              found(readPastedRules(text, isTable ? rows : null, rated), () =>
                setImporting({ at: 'paste', nothing: true }),
              );
            }}
            onBack={() => setImporting(null)}
          />
        ) : importing?.at === 'columns' ? (
          <ColumnsForm
            sheets={importing.sheets}
            onColumns={(sheet, columns) => found(readColumns(sheet, columns, rated), nothingInFile)}
            onBack={() => setImporting(null)}
          />
        ) : importing?.at === 'matches' ? (
          <MatchesTable
            matches={importing.matches}
            subjects={subjects}
            onMatches={matches => setImporting({ at: 'matches', matches })}
            onAdopt={() => adopt(importing.matches)}
            onBack={() => setImporting(null)}
          />
        ) : null
      }
      detail={
        current && (
          <RuleDetail
            key={current.key}
            subject={current}
            cellLink={cell => campaignLink(campaign.id, 'table', cellPlace(current.table.sheet, cell))}
            onText={text =>
              void filling.set(ruleTextChanges(current, current.rule, text ?? current.indicator?.scoringRule ?? ''))
            }
            onClauses={clauses => current.rule && void filling.set(readingChanges(current, current.rule, clauses))}
            trial={<RuleTrial subject={current} enter={enterExample} />}
          />
        )
      }
    />
  );
}
