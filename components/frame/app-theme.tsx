import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import type { ReactNode } from 'react';
import type { Language } from '../../lib/model/app-error';
import { TextsProvider } from '../texts/texts-context';

/** Contrast of both colours is at least 4.5:1 on white (antd's own placeholder grey is not). */
const TOKENS = {
  colorPrimary: '#1257b5',
  colorLink: '#1257b5',
  colorLinkHover: '#0d438c',
  colorTextPlaceholder: '#6b7280',
  colorTextDescription: '#5b6472',
  colorTextSecondary: '#4a5361',
  colorError: '#b42318',
  colorWarning: '#8a5a00',
  colorSuccess: '#1f7a4d',
  colorInfo: '#1257b5',
  // antd derives its light backgrounds from lighter colours than ours; derived from these they turn muddy.
  colorInfoBg: '#eef4fc',
  colorInfoBorder: '#a9c4ea',
  colorSuccessBg: '#ecf7f0',
  colorSuccessBorder: '#a9d5bd',
  colorWarningBg: '#fdf6e6',
  colorWarningBorder: '#e6cf98',
  colorErrorBg: '#fdf1ef',
  colorErrorBorder: '#f0b8b0',
  colorBorder: '#c3cad4',
  borderRadius: 4,
  fontSize: 14,
  // Of the page, where it goes by the language.
  fontFamily: 'var(--font)',
};

const MOTION = { motion: !window.matchMedia('(prefers-reduced-motion: reduce)').matches };

const LOCALES = { 'zh-CN': zhCN, en: enUS };

/** Language, colours and sizes for everything inside. */
export function AppTheme({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <ConfigProvider
      locale={LOCALES[language]}
      theme={{ token: { ...TOKENS, ...MOTION } }}
      button={{ autoInsertSpace: false }}
    >
      <TextsProvider language={language}>
        <App className="app-root" message={{ top: 52, maxCount: 2 }}>
          {children}
        </App>
      </TextsProvider>
    </ConfigProvider>
  );
}
