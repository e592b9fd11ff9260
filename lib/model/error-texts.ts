/** message: what happened · safe: what is not harmed · next: what to do. One entry per code, both languages. */
export interface ErrorText {
  message: string;
  safe: string;
  next: string;
}

type Entry = Record<'zh-CN' | 'en', ErrorText>;

const FILE_SAFE = {
  zh: '原文件没有被改动，已有填报内容不受影响。',
  en: 'The file was not changed and nothing you entered is affected.',
};

/** A refused file: the file is safe, so only the other two sentences differ. */
function refused(zh: [string, string], en: [string, string]): Entry {
  return {
    'zh-CN': { message: zh[0], safe: FILE_SAFE.zh, next: zh[1] },
    en: { message: en[0], safe: FILE_SAFE.en, next: en[1] },
  };
}

export const ERROR_TEXTS = {
  unexpected: {
    'zh-CN': {
      message: '出现了没有预料到的问题：{reason}',
      safe: '已显示“已保存”的内容都在。',
      next: '请重试；仍不行时，请导出备份并把这段文字发给维护人员。',
    },
    en: {
      message: 'Something unexpected happened: {reason}',
      safe: 'Everything shown as saved is kept.',
      next: 'Try again; if it persists, export a backup and pass this text to whoever maintains the tool.',
    },
  },
  'not-a-zip': refused(
    ['这个文件不是有效的 Excel 工作簿（.xlsx）。', '请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再导入。'],
    ['This file is not a valid Excel workbook (.xlsx).', 'Open it in WPS or Excel, save it as .xlsx and import that.'],
  ),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERROR_TEXTS;
