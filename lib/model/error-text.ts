import type { Language } from './sentence';

/** message: what happened · safe: what is not harmed · next: what to do. One entry per code, both languages. */
export interface ErrorText {
  message: string;
  safe: string;
  next: string;
}

export type ErrorEntry = Record<Language, ErrorText>;

const FILE_SAFE = {
  zh: '原文件没有被改动，已有填报内容不受影响。',
  en: 'The file was not changed and nothing you entered is affected.',
};

/** A refused file: the file is safe, so only the other two sentences differ. */
export function refused(zh: [string, string], en: [string, string]): ErrorEntry {
  return {
    'zh-CN': { message: zh[0], safe: FILE_SAFE.zh, next: zh[1] },
    en: { message: en[0], safe: FILE_SAFE.en, next: en[1] },
  };
}
