import { Segmented } from 'antd';
import type { Language } from '../../lib/model/app-error';
import { useLanguage, useTexts } from '../texts/texts-context';

export function LanguageSwitch({ onChange }: { onChange: (language: Language) => void }) {
  const texts = useTexts();
  return (
    <Segmented<Language>
      aria-label={texts.app.language}
      size="small"
      value={useLanguage()}
      onChange={onChange}
      options={[
        { value: 'zh-CN', label: '中文' },
        { value: 'en', label: 'English' },
      ]}
    />
  );
}
