import { DeleteOutlined, DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { ROLE_NAMES } from '../../lib/model/overlay-texts';
import type { PageBindings } from '../../lib/model/page-binding';
import type { FieldCorrection } from '../../lib/model/page-correction';
import { printedCode } from '../../lib/model/page-table';
import { siteName } from '../../lib/model/site';
import { FileButton } from '../frame/file-button';
import { useLanguage, useTexts } from '../texts/texts-context';

export interface CorrectedSite {
  /** As the browser keeps it: "https://oa.example.cn/*". */
  pattern: string;
  corrections: readonly FieldCorrection[];
  /** Something in it can be handed on. */
  exports: boolean;
}

interface PageKnowledgeProps {
  sites: readonly CorrectedSite[];
  files: readonly PageBindings[];
  onForget: (site: string, correction: FieldCorrection) => void;
  onExport: (site: string) => void;
  onImport: (file: File) => void;
  onRemoveFile: (file: PageBindings) => void;
  /** What became of the last click. */
  said: string;
}

/** What people said about fields of web pages, to be taken back or handed on; and what colleagues handed on. */
export function PageKnowledge({ sites, files, onForget, onExport, onImport, onRemoveFile, said }: PageKnowledgeProps) {
  const words = useTexts().page.bindings;
  return (
    <div className="page-knowledge" data-testid="page-knowledge">
      <p className="quiet">{words.hint}</p>
      {sites.length === 0 && <p>{words.none}</p>}
      {sites.map(site => (
        <CorrectedFields key={site.pattern} site={site} onForget={onForget} onExport={onExport} />
      ))}
      {files.length > 0 && <h3>{words.imported}</h3>}
      <ul>
        {files.map(file => (
          <li key={JSON.stringify(file).slice(0, 400)} data-testid="binding-file">
            <span>
              {file.sites.map(({ name, match }) => (
                <span key={match} className="binding-site">
                  {name} <span className="quiet">{match}</span>
                </span>
              ))}
              <span className="quiet">{words.count(file.sites.reduce((sum, one) => sum + countOf(one), 0))}</span>
            </span>
            <Button
              size="small"
              icon={<DeleteOutlined />}
              aria-label={`${words.removeFile} ${file.sites[0]?.name ?? ''}`}
              onClick={() => onRemoveFile(file)}
            >
              {words.removeFile}
            </Button>
          </li>
        ))}
      </ul>
      <FileButton
        label={words.import}
        testId="bindings-file"
        accept=".json,application/json"
        icon={<UploadOutlined />}
        onFile={onImport}
      />
      <p role="status" className="quiet">
        {said}
      </p>
    </div>
  );
}

type FieldsProps = Pick<PageKnowledgeProps, 'onForget' | 'onExport'> & { site: CorrectedSite };

function CorrectedFields({ site, onForget, onExport }: FieldsProps) {
  const words = useTexts().page.bindings;
  const roles = ROLE_NAMES[useLanguage()];
  const name = siteName(site.pattern);
  return (
    <section aria-label={name} data-site={site.pattern}>
      <div className="page-knowledge-head">
        <h3>{name}</h3>
        {site.exports && (
          <Button
            size="small"
            icon={<DownloadOutlined />}
            aria-label={`${words.export} ${name}`}
            onClick={() => onExport(site.pattern)}
            data-testid="export-bindings"
          >
            {words.export}
          </Button>
        )}
      </div>
      <ul>
        {site.corrections.map(correction => {
          const { page, selector, near, code, role } = correction;
          const meaning = code === null || role === null ? words.notOurs : `${printedCode(code)} ${roles[role]}`;
          return (
            <li key={`${page} ${selector} ${near}`} data-testid="correction">
              <span>
                <b>{meaning}</b>{' '}
                <span className="quiet">
                  {words.place(pathOf(page), near.length > MOST_NEAR ? `${near.slice(0, MOST_NEAR)}…` : near)}
                </span>
              </span>
              <Button
                size="small"
                icon={<DeleteOutlined />}
                aria-label={`${words.forget} ${meaning}`}
                onClick={() => onForget(site.pattern, correction)}
              >
                {words.forget}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Letters of the text beside a field: enough to find it by eye. */
const MOST_NEAR = 24;

const countOf = ({ fields, rows }: PageBindings['sites'][number]): number =>
  fields.length + rows.reduce((sum, { count, fields: inRow }) => sum + count * inRow.length, 0);

const pathOf = (page: string): string => page.replace(/^https?:\/\/[^/]+/, '');
