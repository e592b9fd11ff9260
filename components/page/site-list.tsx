import { Button } from 'antd';
import { siteName } from '../../lib/model/site';
import { useTexts } from '../texts/texts-context';

interface SiteListProps {
  /** As the browser keeps them: "https://oa.example.cn/*". */
  sites: readonly string[];
  /** What became of the last click. */
  said: string;
  onRevoke: (pattern: string) => void;
}

/** Where hints may appear by themselves. */
export function SiteList({ sites, said, onRevoke }: SiteListProps) {
  const words = useTexts().page;
  return (
    <div className="site-list" data-testid="site-list">
      <p className="quiet">{words.sites.hint}</p>
      {sites.length === 0 && <p>{words.sites.none}</p>}
      <ul>
        {sites.map(pattern => (
          <li key={pattern} data-site={pattern}>
            <span>{siteName(pattern)}</span>
            <Button
              size="small"
              aria-label={`${words.site.revoke} ${siteName(pattern)}`}
              onClick={() => onRevoke(pattern)}
            >
              {words.site.revoke}
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="quiet">
        {said}
      </p>
    </div>
  );
}
