import { DeleteOutlined, FileExcelOutlined, ImportOutlined, TeamOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { FileButton } from '../frame/file-button';
import { useLanguage, useTexts } from '../texts/texts-context';
import './campaign-card.css';
import { WorkbookDrop } from './workbook-drop';

export interface CampaignSummary {
  id: string;
  name: string;
  fileName: string;
  progress: { indicators: number; filled: number };
  updatedAt: number;
}

export interface TemplateChoice {
  id: string;
  title: string;
}

interface StartViewProps {
  /** null while the list is being read. */
  campaigns: readonly CampaignSummary[] | null;
  templates: readonly TemplateChoice[];
  linkTo: (campaign: string) => string;
  collectLink: string;
  busy: ReactNode;
  failure: ReactNode;
  storage: ReactNode;
  languageSwitch: ReactNode;
  onFile: (file: File, more: number) => void;
  onTemplate: (id: string) => void;
  onRestore: (file: File) => void;
  onRemove: (campaign: CampaignSummary) => void;
  /** To a campaign that a colleague has begun. */
  joinLink: string;
}

export function StartView(props: StartViewProps) {
  const {
    campaigns,
    templates,
    linkTo,
    collectLink,
    busy,
    failure,
    storage,
    languageSwitch,
    onFile,
    onTemplate,
    onRestore,
    onRemove,
    joinLink,
  } = props;
  const texts = useTexts();
  return (
    <div className="start">
      <header className="start-header">
        <span className="app-name">{texts.app.name}</span>
        {languageSwitch}
      </header>
      <main id="main" className="start-main" tabIndex={-1}>
        <div className="start-lead">
          <h1>{texts.start.title}</h1>
          <p>{texts.start.subtitle}</p>
        </div>
        {failure}
        <div className="start-columns">
          <div className="start-work">
            <WorkbookDrop onFile={onFile} busy={busy} />
            {campaigns?.length === 0 && <Steps />}
            <section aria-labelledby="recent-heading">
              <h2 id="recent-heading">{texts.start.recent}</h2>
              {campaigns?.length === 0 && <p className="quiet">{texts.start.recentEmpty}</p>}
              <ul className="campaign-list">
                {campaigns?.map(campaign => (
                  <CampaignCard key={campaign.id} campaign={campaign} href={linkTo(campaign.id)} onRemove={onRemove} />
                ))}
              </ul>
            </section>
          </div>
          <aside className="start-side">
            <section aria-labelledby="templates-heading">
              <h2 id="templates-heading">{texts.start.templates}</h2>
              <ul className="template-list">
                {templates.map(template => (
                  <li key={template.id}>
                    <Button
                      block
                      className="template-button"
                      icon={<FileExcelOutlined />}
                      aria-label={texts.start.templateOpen(template.title)}
                      onClick={() => onTemplate(template.id)}
                      data-testid={`template-${template.id}`}
                    >
                      {template.title}
                    </Button>
                  </li>
                ))}
              </ul>
              <p className="quiet">{texts.start.templateMarked}</p>
            </section>
            <section aria-labelledby="join-heading">
              <h2 id="join-heading">{texts.sync.join.title}</h2>
              <p className="quiet">{texts.sync.join.hint}</p>
              <Button href={joinLink} icon={<TeamOutlined />} data-testid="join">
                {texts.sync.join.title}
              </Button>
            </section>
            <section aria-labelledby="collect-heading">
              <h2 id="collect-heading">{texts.exchange.collect.title}</h2>
              <a href={collectLink} data-testid="collect">
                {texts.exchange.collect.open}
              </a>
              <p className="quiet">{texts.exchange.collect.openHint}</p>
            </section>
            <section aria-labelledby="storage-heading">
              <h2 id="storage-heading">{texts.storage.title}</h2>
              {storage}
              <FileButton
                label={texts.start.restore}
                testId="backup-file"
                icon={<ImportOutlined />}
                onFile={onRestore}
              />
            </section>
          </aside>
        </div>
      </main>
    </div>
  );
}

/** What to do, told where nothing has been done yet. */
function Steps() {
  const texts = useTexts();
  return (
    <ol className="start-steps">
      {texts.start.steps.map(step => (
        <li key={step.title}>
          <strong>{step.title}</strong>
          <span>{step.text}</span>
        </li>
      ))}
    </ol>
  );
}

interface CampaignCardProps {
  campaign: CampaignSummary;
  href: string;
  onRemove: (campaign: CampaignSummary) => void;
}

function CampaignCard({ campaign, href, onRemove }: CampaignCardProps) {
  const texts = useTexts();
  const { filled, indicators } = campaign.progress;
  const when = new Date(campaign.updatedAt).toLocaleString(useLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <li className="campaign-card">
      <a href={href}>
        <span className="campaign-name">{campaign.name}</span>
        <span className="quiet">
          {campaign.fileName} · {texts.start.updated(when)}
        </span>
        <span className="campaign-progress">
          <Progress
            percent={indicators === 0 ? 0 : Math.round((filled / indicators) * 100)}
            size="small"
            showInfo={false}
            aria-label={texts.start.progress(filled, indicators)}
          />
          <span>{texts.start.progress(filled, indicators)}</span>
        </span>
      </a>
      <Button
        type="text"
        icon={<DeleteOutlined />}
        aria-label={texts.start.remove(campaign.name)}
        title={texts.start.remove(campaign.name)}
        onClick={() => onRemove(campaign)}
      />
    </li>
  );
}
