import { Button, Checkbox, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import {
  type BorrowedIndicator,
  type BorrowedSection,
  DRAFT_FIELDS,
  type DraftField,
  type DraftRow,
} from '../../lib/model/table-draft';
import { useTexts } from '../texts/texts-context';

interface BorrowPanelProps {
  /** Other campaigns of this PC. */
  campaigns: readonly { id: string; name: string }[];
  source: { name: string; sections: readonly BorrowedSection[] } | null;
  /** Index of the source's section that answers to the one being drafted; null: none of that name. */
  match: number | null;
  /** The row that wording is put into. */
  current: { row: DraftRow; name: string } | null;
  canAdd: boolean;
  busy: ReactNode;
  failure: ReactNode;
  onCampaign: (id: string) => void;
  onFile: (file: File) => void;
  onTake: (indicators: readonly BorrowedIndicator[], fields: readonly DraftField[], into: DraftRow | null) => void;
  onClose: () => void;
}

/** Wording of last year's table or of another unit's, listed by section and taken one by one. */
export function BorrowPanel(props: BorrowPanelProps) {
  const { campaigns, source, match, current, canAdd, busy, failure, onCampaign, onFile, onTake, onClose } = props;
  const words = useTexts().drafting;
  const file = useId();
  const [fields, setFields] = useState<readonly DraftField[]>(DRAFT_FIELDS);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [chosen, setChosen] = useState<number | null>(null);
  const at = chosen ?? match;
  const section = at === null ? undefined : source?.sections[at];
  const taken = section?.indicators.filter(({ code }) => picked.has(code)) ?? [];

  function take(into: DraftRow | null): void {
    onTake(taken, fields, into);
    setPicked(new Set());
  }

  return (
    <section className="draft-borrow" aria-labelledby="borrow-title" data-testid="borrow">
      <div className="draft-borrow-head">
        <h2 id="borrow-title">{words.borrow.title}</h2>
        <Button size="small" type="text" onClick={onClose}>
          {words.borrow.close}
        </Button>
      </div>
      <p className="quiet">{words.borrow.lead}</p>
      <div className="draft-borrow-from">
        {campaigns.length > 0 && (
          <Select
            aria-label={words.borrow.campaign}
            placeholder={words.borrow.campaign}
            options={campaigns.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={(id: string) => {
              setPicked(new Set());
              setChosen(null);
              onCampaign(id);
            }}
          />
        )}
        <label className="draft-file" htmlFor={file}>
          {words.borrow.file}
        </label>
        <input
          id={file}
          type="file"
          className="visually-hidden"
          accept=".xlsx,.xlsm,.xls,.et"
          data-testid="borrow-file"
          onChange={event => {
            const [first] = event.target.files ?? [];
            event.target.value = '';
            if (!first) return;
            setPicked(new Set());
            setChosen(null);
            onFile(first);
          }}
        />
      </div>
      {busy}
      {failure}
      {source && (
        <>
          <h3>{source.name}</h3>
          {source.sections.length === 0 && <p>{words.borrow.noTable}</p>}
          {match === null && chosen === null && source.sections.length > 0 && <p>{words.borrow.unmatched}</p>}
          {source.sections.length > 0 && (
            <Select
              aria-label={words.borrow.section}
              value={at}
              placeholder={words.borrow.choose}
              options={source.sections.map(({ name }, index) => ({ value: index, label: name }))}
              onChange={(index: number) => {
                setPicked(new Set());
                setChosen(index);
              }}
            />
          )}
          {section && (
            <>
              <Checkbox.Group
                aria-label={words.borrow.take}
                value={[...fields]}
                options={DRAFT_FIELDS.map(field => ({ value: field, label: words.column[field] }))}
                onChange={next => setFields(DRAFT_FIELDS.filter(field => next.includes(field)))}
              />
              <ul className="draft-borrow-list">
                {section.indicators.map(one => (
                  <li key={one.code} data-testid="borrowed">
                    <Checkbox
                      checked={picked.has(one.code)}
                      aria-label={words.borrow.pick(one.texts.content.slice(0, 20))}
                      onChange={event => setPicked(picking(picked, one.code, event.target.checked))}
                    >
                      <span className="draft-borrow-content">{one.texts.content}</span>
                    </Checkbox>
                    <p className="quiet draft-borrow-measures">{one.texts.measures}</p>
                    <p className="quiet">
                      {[one.texts.deadline, one.texts.weight && words.borrow.weight(one.texts.weight)]
                        .filter(Boolean)
                        .join(' · ')}
                    </p>
                  </li>
                ))}
              </ul>
              <div className="button-row draft-borrow-take">
                <Button
                  type="primary"
                  size="small"
                  disabled={taken.length === 0 || fields.length === 0 || !canAdd}
                  onClick={() => take(null)}
                  data-testid="borrow-as-rows"
                >
                  {words.borrow.asRows(taken.length)}
                </Button>
                {current && (
                  <Button
                    size="small"
                    disabled={taken.length !== 1 || fields.length === 0}
                    onClick={() => take(current.row)}
                    data-testid="borrow-into"
                  >
                    {words.borrow.into(current.name)}
                  </Button>
                )}
              </div>
              <p className="quiet">{words.borrow.intoHint}</p>
            </>
          )}
        </>
      )}
    </section>
  );
}

function picking(codes: ReadonlySet<string>, code: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(codes);
  if (isIn) next.add(code);
  else next.delete(code);
  return next;
}
