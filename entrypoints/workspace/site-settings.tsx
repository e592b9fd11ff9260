import { SiteList } from '../../components/page/site-list';
import { revokeSite, useSites } from './site-access';

/** Sites that were granted, to be revoked here or beside the page. */
export function SiteSettings({ onError }: { onError: (thrown: unknown) => void }) {
  const sites = useSites();
  return <SiteList sites={sites} onRevoke={pattern => void revokeSite(pattern).catch(onError)} />;
}
