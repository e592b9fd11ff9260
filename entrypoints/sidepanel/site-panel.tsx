import { useState } from 'react';
import { SiteBar } from '../../components/page/site-bar';
import { useTexts } from '../../components/texts/texts-context';
import { siteName, sitePattern } from '../../lib/model/site';
import { useServices } from '../workspace/services';
import { canGrant, grantSite, revokeSite, useSites } from '../workspace/site-access';
import type { WatchedTab } from './use-tab';

interface SitePanelProps {
  tab: WatchedTab | null;
  isOn: boolean;
  /** Sites, by pattern, of frames that the page's own script cannot see into. */
  foreign: readonly string[];
  onError: (thrown: unknown) => void;
}

/** The site of the page beside: on for once, granted, or off; and those of frames in it. */
export function SitePanel({ tab, isOn, foreign, onError }: SitePanelProps) {
  const { store } = useServices();
  const words = useTexts().page.site;
  const sites = useSites();
  const [said, setSaid] = useState({ site: '', text: '' });
  const address = tab?.address ?? null;
  const site = address === null ? null : sitePattern(address);
  const say = (text: string): void => setSaid({ site: site ?? '', text });
  const grant = (pattern: string): void =>
    void grantSite(pattern).then(
      granted => say(granted ? words.granted(siteName(pattern)) : words.refused),
      () => say(words.unsupported),
    );
  return (
    <SiteBar
      address={site === null ? null : address}
      isOn={isOn}
      isGranted={site !== null && sites.includes(site)}
      onGrant={site !== null && canGrant() ? () => grant(site) : null}
      onRevoke={() => {
        if (site !== null) void revokeSite(site, store).then(is => say(words[is](siteName(site))), onError);
      }}
      frames={[...new Set(foreign)].filter(one => one !== '' && one !== site && !sites.includes(one))}
      onGrantFrame={grant}
      said={said.site === site ? said.text : ''}
    />
  );
}
