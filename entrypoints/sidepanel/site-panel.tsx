import { useState } from 'react';
import { SiteBar } from '../../components/page/site-bar';
import { useTexts } from '../../components/texts/texts-context';
import { siteName, sitePattern } from '../../lib/model/site';
import { canGrant, grantSite, revokeSite, useSites } from '../workspace/site-access';
import type { WatchedTab } from './use-tab';

/** The site of the page beside: on for once, granted, or off. */
export function SitePanel({ tab, isOn }: { tab: WatchedTab | null; isOn: boolean }) {
  const words = useTexts().page.site;
  const sites = useSites();
  const [said, setSaid] = useState({ site: '', text: '' });
  const address = tab?.address ?? null;
  const site = address === null ? null : sitePattern(address);
  const name = address === null ? '' : siteName(address);
  const isGranted = sites.some(({ pattern }) => pattern === site);
  const say = (text: string): void => setSaid({ site: site ?? '', text });
  return (
    <SiteBar
      address={site === null ? null : address}
      isOn={isOn}
      isGranted={isGranted}
      onGrant={
        site !== null && canGrant()
          ? () =>
              void grantSite(site).then(
                granted => say(granted ? words.granted(name) : words.refused),
                () => say(words.unsupported),
              )
          : null
      }
      onRevoke={() => {
        if (site !== null) void revokeSite(site).then(() => say(words.revoked(name)));
      }}
      said={said.site === site ? said.text : ''}
    />
  );
}
