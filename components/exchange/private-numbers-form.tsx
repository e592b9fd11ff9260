import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { Headings } from '../frame/headings';
import { useTexts } from '../texts/texts-context';

/** One number, wherever it stands. */
export interface PrivateNumberLine {
  digits: string;
  kind: 'id-card' | 'mobile';
  masked: string;
  /** "2.3 完成情况" or a cell, with a link to it. */
  places: readonly { what: string; href: string | null }[];
  /** Words around it at the first of its places. */
  excerpt: string;
  /** It stands only where two people's texts disagree, and is masked once that is settled. */
  conflict: boolean;
}

interface PrivateNumbersFormProps {
  lines: readonly PrivateNumberLine[];
  /** Each number's decision; kept ones are not asked about again. */
  onDone: (decision: { masked: readonly string[]; kept: readonly string[] }) => void;
  onCancel: () => void;
}

/** Shown before anything leaves this PC: ID-card and mobile numbers, each to be masked or kept. */
export function PrivateNumbersForm({ lines, onDone, onCancel }: PrivateNumbersFormProps) {
  const words = useTexts().exchange.privateNumbers;
  const texts = useTexts();
  const [chosen, setChosen] = useState<ReadonlyMap<string, 'mask' | 'keep'>>(new Map());
  const decide = (digits: readonly string[], choice: 'mask' | 'keep') =>
    setChosen(before => new Map([...before, ...digits.map(each => [each, choice] as const)]));
  const open = lines.filter(line => !chosen.has(line.digits)).length;
  const withChoice = (choice: 'mask' | 'keep') =>
    lines.filter(line => chosen.get(line.digits) === choice).map(line => line.digits);

  return (
    <section className="private-numbers" data-testid="private-numbers" aria-label={words.title}>
      <Alert type="warning" showIcon title={words.found(lines.length)} description={words.hint} />
      <div className="button-row">
        <Button
          size="small"
          onClick={() =>
            decide(
              lines.filter(line => !line.conflict).map(line => line.digits),
              'mask',
            )
          }
        >
          {words.maskAll}
        </Button>
        <Button
          size="small"
          onClick={() =>
            decide(
              lines.map(line => line.digits),
              'keep',
            )
          }
        >
          {words.keepAll}
        </Button>
      </div>
      <table className="exchange-table">
        <Headings of={[words.number, words.where, words.around, words.choice]} />
        <tbody>
          {lines.map(line => (
            <tr key={line.digits}>
              <td>
                {words.kinds[line.kind]}
                <br />
                <span className="private-number">{line.digits}</span>
              </td>
              <td>
                {line.places.map(({ what, href }) => (
                  <div key={what}>{href ? <a href={href}>{what}</a> : what}</div>
                ))}
              </td>
              <td>{line.excerpt}</td>
              <td>
                <Radio.Group
                  aria-label={words.choiceFor(line.masked)}
                  value={chosen.get(line.digits) ?? null}
                  onChange={event => decide([line.digits], event.target.value === 'mask' ? 'mask' : 'keep')}
                  options={[
                    { value: 'mask', label: words.mask(line.masked), disabled: line.conflict },
                    { value: 'keep', label: words.keep },
                  ]}
                />
                {line.conflict && <div className="quiet">{words.conflict}</div>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="button-row">
        <Button
          type="primary"
          disabled={open > 0}
          data-testid="private-numbers-done"
          onClick={() => onDone({ masked: withChoice('mask'), kept: withChoice('keep') })}
        >
          {open > 0 ? words.open(open) : words.goOn}
        </Button>
        <Button onClick={onCancel}>{texts.app.cancel}</Button>
      </div>
    </section>
  );
}
