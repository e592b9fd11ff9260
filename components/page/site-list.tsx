import { Button } from 'antd';
import { siteName } from '../../lib/model/site';
import { useTexts } from '../texts/texts-context';

export interface GrantedSite {
  /** As the browser keeps it: "https://oa.example.cn/*". */
  pattern: string;
  /** By the administrator. */
  isFixed: boolean;
}

interface SiteListProps {
  sites: readonly GrantedSite[];
  onRevoke: (pattern: string) => void;
}

/** Where hints may appear by themselves. */
export function SiteList({ sites, onRevoke }: SiteListProps) {
  const words = useTexts().page;
  return (
    <div className="site-list" data-testid="site-list">
      <p className="quiet">{words.sites.hint}</p>
      {sites.length === 0 && <p>{words.sites.none}</p>}
      <ul>
        {sites.map(({ pattern, isFixed }) => (
          <li key={pattern} data-site={pattern}>
            <span>{siteName(pattern)}</span>
            {isFixed ? (
              <span className="quiet">{words.site.byPolicy}</span>
            ) : (
              <Button
                size="small"
                aria-label={`${words.site.revoke} ${siteName(pattern)}`}
                onClick={() => onRevoke(pattern)}
              >
                {words.site.revoke}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
