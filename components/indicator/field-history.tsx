import { HistoryOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import type { OpValue } from '../../lib/model/op';
import { useLanguage, useTexts } from '../texts/texts-context';

export interface HistoryLine {
  id: string;
  who: string;
  when: number;
  /** undefined: as received; '' : cleared. */
  from: string | undefined;
  to: string | undefined;
  /** What `to` is as a value, to be put back. */
  value: OpValue | undefined;
  /** How that PC calls itself. */
  pc: string;
  /** By typing, from a page, a workbook, undo …, in words. */
  how: string;
  current: boolean;
  /** The field and its name, where the history is of several. */
  of?: { entity: string; field: string; label: string };
}

interface FieldHistoryProps {
  label: string;
  load: () => Promise<HistoryLine[]>;
  onPutBack: (line: HistoryLine) => void;
}

/** Who changed a field, when, from what and to what; each state can be put back. */
export function FieldHistory({ label, load, onPutBack }: FieldHistoryProps) {
  const texts = useTexts();
  const language = useLanguage();
  const [lines, setLines] = useState<HistoryLine[] | null>(null);
  const [open, setOpen] = useState(false);
  const text = (value: string | undefined): string =>
    value === undefined ? texts.item.historyOriginal : value === '' ? texts.item.historyCleared : value;

  function change(next: boolean): void {
    if (!next) {
      setOpen(false);
      return;
    }
    // Opened with its lines, so that it finds its place once.
    void load().then(loaded => {
      setLines(loaded);
      setOpen(true);
    });
  }

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={change}
      placement="bottomRight"
      getPopupContainer={button => button.parentElement ?? document.body}
      title={texts.item.historyOf(label)}
      content={
        <div className="history">
          {lines?.length === 0 && <p className="quiet">{texts.item.historyEmpty}</p>}
          <ol>
            {lines
              ?.slice()
              .reverse()
              .map(line => (
                <li key={line.id} aria-current={line.current ? 'true' : undefined}>
                  <div className="history-head">
                    <span>{line.who || texts.item.anonymous}</span>
                    {line.of && <span>{line.of.label}</span>}
                    <time dateTime={new Date(line.when).toISOString()}>
                      {new Date(line.when).toLocaleString(language, { dateStyle: 'short', timeStyle: 'short' })}
                    </time>
                    <span className="history-how">
                      {line.pc} · {line.how}
                    </span>
                  </div>
                  <div className="history-change">
                    <del>{text(line.from)}</del>
                    <ins>{text(line.to)}</ins>
                  </div>
                  {!line.current && (
                    <Button
                      size="small"
                      type="link"
                      onClick={() => {
                        onPutBack(line);
                        setOpen(false);
                      }}
                    >
                      {texts.item.putBack}
                    </Button>
                  )}
                </li>
              ))}
          </ol>
        </div>
      }
    >
      <Button
        type="text"
        size="small"
        icon={<HistoryOutlined />}
        aria-label={texts.item.historyOf(label)}
        title={texts.item.history}
      />
    </Popover>
  );
}
