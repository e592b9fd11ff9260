import { Button } from 'antd';
import { Headings } from '../frame/headings';
import { useTexts } from '../texts/texts-context';

export interface HeldLine {
  key: string;
  label: string;
  before: string | undefined;
  after: string | undefined;
}

const MOST = 50;

/** What a large merge would change, before it does. */
export function HeldMergeView({ lines, onTake }: { lines: readonly HeldLine[]; onTake: () => void }) {
  const texts = useTexts();
  const words = texts.sync.ask;
  const said = (text: string | undefined): string => text ?? texts.sync.conflicts.original;
  return (
    <section className="held-merge" aria-label={words.take} data-testid="held-merge">
      <p>{words.held(lines.length)}</p>
      <div className="held-scroll">
        <table>
          <Headings of={[words.where, words.before, words.after]} />
          <tbody>
            {lines.slice(0, MOST).map(line => (
              <tr key={line.key}>
                <th scope="row">{line.label}</th>
                <td>{said(line.before)}</td>
                <td>{said(line.after)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {lines.length > MOST && <p className="quiet">{words.more(lines.length - MOST)}</p>}
      <Button type="primary" onClick={onTake} data-testid="take-held">
        {words.take}
      </Button>
    </section>
  );
}
