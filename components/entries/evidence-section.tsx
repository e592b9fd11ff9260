import { EditOutlined, PaperClipOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Entry } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';
import { FileButton } from '../frame/file-button';
import { useTexts } from '../texts/texts-context';
import type { EntryActions } from './entry-actions';
import { EntrySection } from './entry-section';

interface EvidenceSectionProps {
  entries: readonly Entry<'evidence'>[];
  actions: EntryActions;
}

/** 佐证登记: names, places, dates, and checksums of files that stay where they are. */
export function EvidenceSection({ entries, actions }: EvidenceSectionProps) {
  const words = useTexts().entries;
  const labels = words.labels.evidence;
  const { evidenceCell } = actions;
  return (
    <EntrySection
      list="evidence"
      entries={entries}
      actions={actions}
      tools={
        <>
          <FileButton
            label={words.files}
            title={words.filesHint}
            testId="evidence-files"
            size="small"
            icon={<PaperClipOutlined />}
            multiple
            onFiles={actions.onFiles}
          />
          {evidenceCell && listed(entries).length > 0 && (
            <Button
              size="small"
              icon={<EditOutlined />}
              disabled={evidenceCell.isComplete}
              title={evidenceCell.isComplete ? words.written : words.writeHint}
              onClick={evidenceCell.onWrite}
              data-testid="write-evidence"
            >
              {words.write}
            </Button>
          )}
          {actions.status}
        </>
      }
      head={
        <div className="entry-labels is-evidence" aria-hidden>
          <span>{labels.name}</span>
          <span>{labels.place}</span>
          <span>{labels.date}</span>
        </div>
      }
    >
      {({ entry, isBlank, field }) => {
        const hash = entry.fields.sha256.text;
        return (
          <>
            {field('name', 'text')}
            {!isBlank && field('place', 'text', words.placePlaceholder)}
            {!isBlank && field('date', 'date')}
            {!isBlank && hash !== '' && (
              <span className="entry-hash" title={hash}>
                {words.hash(hash.slice(0, 8))}
              </span>
            )}
          </>
        );
      }}
    </EntrySection>
  );
}
