import { DownloadOutlined, FileAddOutlined, SnippetsOutlined } from '@ant-design/icons';
import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { FileButton } from '../frame/file-button';
import { useTexts } from '../texts/texts-context';
import { RuleList } from './rule-list';
import { type RuleSubject, ruleState } from './rule-subject';

interface RulesViewProps {
  subjects: readonly RuleSubject[];
  current: RuleSubject | null;
  linkTo: (subject: RuleSubject) => string;
  onPaste: () => void;
  onFile: (file: File) => void;
  onSave: () => void;
  /** What stands in place of the rules while some are brought in; null otherwise. */
  importing: ReactNode;
  detail: ReactNode;
  busy: ReactNode;
  failure: ReactNode;
}

const ACCEPTED = '.xlsx,.xlsm,.xls,.et,.json';

/** The scoring rules of a campaign: where they come from, how they are understood, and how to put that right. */
export function RulesView(props: RulesViewProps) {
  const { subjects, current, linkTo, onPaste, onFile, onSave, importing, detail, busy, failure } = props;
  const texts = useTexts();
  const words = texts.rules;
  const indicators = subjects.filter(({ indicator }) => indicator);
  const states = subjects.map(ruleState);
  const ruled = indicators.filter(subject => ruleState(subject) !== 'none').length;
  if (indicators.length === 0) return <Empty className="items-none" description={words.noTable} />;
  return (
    <div className="rules-page">
      <header className="rules-head">
        <div>
          <h1>{words.title}</h1>
          <span className="quiet" role="status">
            {words.summary(indicators.length, ruled, states.filter(state => state === 'open').length)}
          </span>
        </div>
        <div className="button-row">
          <Button icon={<SnippetsOutlined />} onClick={onPaste} data-testid="paste-open">
            {words.paste}
          </Button>
          <FileButton
            label={words.file}
            testId="rules-file"
            accept={ACCEPTED}
            icon={<FileAddOutlined />}
            title={words.import.fileHint}
            disabled={Boolean(busy)}
            onFile={onFile}
          />
          <Button
            icon={<DownloadOutlined />}
            disabled={states.every(state => state === 'none')}
            onClick={onSave}
            data-testid="save-rules"
          >
            {words.save}
          </Button>
        </div>
        <p className="quiet rules-lead">{words.lead}</p>
      </header>
      {failure}
      {busy}
      {importing ? (
        <section className="rules-import" aria-label={words.import.title}>
          <h2>{words.import.title}</h2>
          {importing}
        </section>
      ) : (
        <div className="rules-body">
          <RuleList subjects={subjects} current={current?.key ?? null} linkTo={linkTo} />
          <div className="rules-main">{detail}</div>
        </div>
      )}
    </div>
  );
}
