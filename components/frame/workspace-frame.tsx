import { HomeOutlined, SettingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTexts } from '../texts/texts-context';

export type WorkspacePage =
  | 'table'
  | 'items'
  | 'hints'
  | 'draft'
  | 'rules'
  | 'people'
  | 'exchange'
  | 'sync'
  | 'review'
  | 'export'
  | 'settings';

const PAGES = ['table', 'items', 'hints', 'draft', 'rules', 'people', 'exchange', 'sync', 'review', 'export'] as const;

interface WorkspaceFrameProps {
  title: string;
  page: WorkspacePage;
  linkTo: (page: WorkspacePage | 'home') => string;
  /** Shown beside the name of a page. */
  badges?: Partial<Record<WorkspacePage, ReactNode>>;
  save: ReactNode;
  /** Where things stand with others; nothing while the campaign is not shared. */
  sync: ReactNode;
  onUndo: () => void;
  onRedo: () => void;
  notice?: ReactNode;
  totals: ReactNode;
  children: ReactNode;
}

/** The frame of a campaign: where I am, whether all is saved, and the totals. */
export function WorkspaceFrame(props: WorkspaceFrameProps) {
  const { title, page, linkTo, badges = {}, save, sync, onUndo, onRedo, notice, totals, children } = props;
  const texts = useTexts();
  return (
    <div className="workspace">
      <header className="workspace-header">
        <a className="home-link" href={linkTo('home')} aria-label={texts.nav.home} title={texts.nav.home}>
          <HomeOutlined />
        </a>
        <h1 className="workspace-title" title={title}>
          {title}
        </h1>
        <nav className="workspace-nav" aria-label={texts.nav.label}>
          {PAGES.map(name => (
            <a key={name} href={linkTo(name)} aria-current={name === page ? 'page' : undefined}>
              <span>{texts.nav[name]}</span>
              {badges[name]}
            </a>
          ))}
        </nav>
        <div className="workspace-actions">
          {sync}
          {save}
          <Button type="text" size="small" title="Ctrl+Z" onClick={onUndo} data-testid="undo">
            {texts.nav.undo}
          </Button>
          <Button type="text" size="small" title="Ctrl+Y" onClick={onRedo} data-testid="redo">
            {texts.nav.redo}
          </Button>
          <a
            className="settings-link"
            href={linkTo('settings')}
            aria-label={texts.nav.settings}
            title={texts.nav.settings}
            aria-current={page === 'settings' ? 'page' : undefined}
          >
            <SettingOutlined />
          </a>
        </div>
      </header>
      <main className="workspace-main" id="main" tabIndex={-1}>
        {children}
      </main>
      {notice}
      {totals}
    </div>
  );
}
