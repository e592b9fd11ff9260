import { formatPoints } from '../../lib/model/points';
import type { DraftSection } from '../../lib/model/table-draft';
import { useTexts } from '../texts/texts-context';
import { sumState } from './weight-sum';

interface SectionListProps {
  sections: readonly DraftSection[];
  current: string;
  onGo: (code: string) => void;
}

/** The sections with what their weights come to, and which have a draft waiting. */
export function SectionList({ sections, current, onGo }: SectionListProps) {
  const words = useTexts().drafting;
  return (
    <nav className="draft-sections" aria-label={words.sections}>
      <ul>
        {sections.map(({ code, name, sum, changes }) => {
          const total = formatPoints(sum.sum);
          return (
            <li key={code}>
              <button
                type="button"
                aria-current={code === current ? 'true' : undefined}
                data-testid={`draft-section-${code}`}
                onClick={() => onGo(code)}
              >
                <span className="draft-section-name">{name}</span>
                <span className={`draft-section-sum is-${sumState(sum)}`}>
                  {sum.declared === null ? words.sum.alone(total) : words.sum.of(total, formatPoints(sum.declared))}
                </span>
                {changes > 0 && <span className="draft-section-changes">{words.changes(changes)}</span>}
              </button>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
