import { createContext, type ReactNode, useContext } from 'react';
import type { Language } from '../../lib/model/app-error';
import { en } from './en';
import { type Texts, zhCN } from './zh-cn';

const TEXTS: Record<Language, Texts> = { 'zh-CN': zhCN, en };

const LanguageContext = createContext<Language>('zh-CN');

export function TextsProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export const useLanguage = (): Language => useContext(LanguageContext);

/** The interface's sentences in the chosen language. */
export const useTexts = (): Texts => TEXTS[useLanguage()];
