import { useEffect, useState } from 'react';
import { type CorrectedSite, PageKnowledge } from '../../components/page/page-knowledge';
import { useTexts } from '../../components/texts/texts-context';
import { keptBindingsSchema, PAGE_BINDINGS, type PageBindings, readPageBindings } from '../../lib/model/page-binding';
import { siteName } from '../../lib/model/site';
import {
  bindingsOfCorrections,
  correctionsOf,
  correctionsSchema,
  PAGE_CORRECTIONS,
  type SiteCorrections,
  withoutCorrection,
} from '../../lib/tasks/page-corrections';
import { download } from './download';
import { tellPages } from './keep-page-guide';
import { useServices } from './services';

interface Kept {
  corrections: SiteCorrections;
  files: PageBindings[];
}

/** What is remembered about fields of web pages: looked through, taken back, handed on, brought in. */
export function PageKnowledgeSettings({ onError }: { onError: (thrown: unknown) => void }) {
  const words = useTexts().page.bindings;
  const { store } = useServices();
  const [kept, setKept] = useState<Kept>({ corrections: {}, files: [] });
  const [said, setSaid] = useState('');

  useEffect(() => {
    const read = (): void => {
      Promise.all([
        store.settings.get(PAGE_CORRECTIONS, correctionsSchema),
        store.settings.get(PAGE_BINDINGS, keptBindingsSchema),
      ]).then(([corrections, files]) => setKept({ corrections: corrections ?? {}, files: files ?? [] }), onError);
    };
    read();
    // Corrections are made beside a web page, in another tab.
    window.addEventListener('focus', read);
    return () => window.removeEventListener('focus', read);
  }, [store, onError]);

  const sites: CorrectedSite[] = Object.keys(kept.corrections).flatMap(pattern => {
    const corrections = correctionsOf(kept.corrections, pattern);
    const exports = bindingsOfCorrections(siteName(pattern), corrections) !== null;
    return corrections.length > 0 ? [{ pattern, corrections, exports }] : [];
  });

  async function keep(key: string, value: SiteCorrections | PageBindings[], word: string): Promise<void> {
    await store.settings.put(key, value);
    setKept(before => (Array.isArray(value) ? { ...before, files: value } : { ...before, corrections: value }));
    setSaid(word);
    tellPages();
  }

  async function bringIn(file: File): Promise<void> {
    const read = await readPageBindings(file);
    const text = JSON.stringify(read);
    const others = kept.files.filter(one => JSON.stringify(one) !== text);
    await keep(PAGE_BINDINGS, [...others, read], words.broughtIn(read.sites.map(({ name }) => name).join('、')));
  }

  return (
    <PageKnowledge
      sites={sites}
      files={kept.files}
      said={said}
      onForget={(site, correction) => {
        void keep(PAGE_CORRECTIONS, withoutCorrection(kept.corrections, site, correction), words.forgotten).catch(
          onError,
        );
      }}
      onExport={site => {
        const file = bindingsOfCorrections(siteName(site), correctionsOf(kept.corrections, site));
        if (!file) return;
        const bytes = new TextEncoder().encode(`${JSON.stringify(file, null, 2)}\n`);
        download(bytes, words.fileName(siteName(site).replaceAll(':', '-')), 'application/json');
      }}
      onImport={file => void bringIn(file).catch(onError)}
      onRemoveFile={file => {
        const others = kept.files.filter(one => one !== file);
        void keep(PAGE_BINDINGS, others, words.removed).catch(onError);
      }}
    />
  );
}
