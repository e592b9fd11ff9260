import { Alert } from 'antd';
import type { BrokenBinding } from '../../lib/model/page-field';
import { useTexts } from '../texts/texts-context';

/** More tell a person nothing new. */
const SHOWN = 3;

/** What bindings say and the page does not keep to: said, so that nobody waits for hints that cannot come. */
export function BrokenBindings({ broken }: { broken: readonly BrokenBinding[] }) {
  const words = useTexts().page.bindings;
  if (broken.length === 0) return null;
  const more = broken.length - SHOWN;
  return (
    <Alert
      type="warning"
      className="broken-bindings"
      data-testid="broken-bindings"
      title={words.broken(broken.length)}
      description={
        <>
          <ul>
            {broken.slice(0, SHOWN).map(({ site, selector, expected, found }) => (
              <li key={`${site} ${selector}`}>
                {words.brokenOne(site, expected, found)} <code>{selector}</code>
              </li>
            ))}
          </ul>
          {more > 0 && <p>{words.more(more)}</p>}
          <p>{words.brokenNext}</p>
        </>
      }
    />
  );
}
