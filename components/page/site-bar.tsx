import { Button } from 'antd';
import { siteName } from '../../lib/model/site';
import { useTexts } from '../texts/texts-context';

interface SiteBarProps {
  /** The page's address; null where the browser does not tell it. */
  address: string | null;
  /** An overlay answers from the page. */
  isOn: boolean;
  isGranted: boolean;
  /** null where this browser cannot remember sites. */
  onGrant: (() => void) | null;
  onRevoke: () => void;
  /** Sites, by pattern, of frames on the page that hints do not reach yet. */
  frames: readonly string[];
  onGrantFrame: (pattern: string) => void;
  /** What became of the last click. */
  said: string;
}

/** Whether hints are on for the page beside, and for how long. */
export function SiteBar({ address, isOn, isGranted, onGrant, onRevoke, frames, onGrantFrame, said }: SiteBarProps) {
  const words = useTexts().page.site;
  const name = address === null ? '' : siteName(address);
  return (
    <section
      className="site-bar"
      aria-label={words.label}
      data-testid="site-bar"
      data-on={isOn}
      data-granted={isGranted}
    >
      {name !== '' && <b className="site-name">{name}</b>}
      <span className="quiet">{isGranted ? words.always : isOn ? words.once : words.off}</span>
      {isGranted && (
        <Button size="small" onClick={onRevoke} data-testid="revoke-site">
          {words.revoke}
        </Button>
      )}
      {!isGranted && name !== '' && onGrant && (
        <Button size="small" onClick={onGrant} data-testid="grant-site">
          {words.grant(name)}
        </Button>
      )}
      {!isGranted && name !== '' && !onGrant && <span className="quiet">{words.unsupported}</span>}
      {onGrant &&
        frames.map(pattern => (
          <span key={pattern} className="site-frame">
            <span className="quiet">{words.frame(siteName(pattern))}</span>
            <Button size="small" onClick={() => onGrantFrame(pattern)} data-testid="grant-frame">
              {words.grant(siteName(pattern))}
            </Button>
          </span>
        ))}
      {said !== '' && (
        <span className="site-said" role="status">
          {said}
        </span>
      )}
    </section>
  );
}
