import { useState } from 'react';
import { SiteList } from '../../components/page/site-list';
import { useTexts } from '../../components/texts/texts-context';
import { siteName } from '../../lib/model/site';
import { useServices } from './services';
import { revokeSite, useSites } from './site-access';

/** Sites that were granted, to be revoked here or beside the page. */
export function SiteSettings({ onError }: { onError: (thrown: unknown) => void }) {
  const { store } = useServices();
  const words = useTexts().page.site;
  const sites = useSites();
  const [said, setSaid] = useState('');
  return (
    <SiteList
      sites={sites}
      said={said}
      onRevoke={pattern => void revokeSite(pattern, store).then(is => setSaid(words[is](siteName(pattern))), onError)}
    />
  );
}
