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
  colorTextPlaceholder: '#6b7280',
  colorTextDescription: '#5b6472',
  colorTextSecondary: '#4a5361',
  colorError: '#b42318',
  colorWarning: '#8a5a00',
  colorSuccess: '#1f7a4d',
  colorBorder: '#c3cad4',
  borderRadius: 4,
  fontSize: 14,
  fontFamily: '"Microsoft YaHei","微软雅黑","PingFang SC","Noto Sans CJK SC","Source Han Sans SC",sans-serif',
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
        <App className="app-root">{children}</App>
      </TextsProvider>
    </ConfigProvider>
  );
}
