import { DRAFTING_ERROR_TEXTS } from './drafting-error-texts';
import { type ErrorEntry, refused } from './error-text';
import { EXCHANGE_ERROR_TEXTS } from './exchange-error-texts';
import { FILLING_ERROR_TEXTS } from './filling-error-texts';
import { PACKAGE_ERROR_TEXTS } from './package-error-texts';
import { PAGE_ERROR_TEXTS } from './page-error-texts';
import { SHARING_ERROR_TEXTS } from './sharing-error-texts';
import { STORE_ERROR_TEXTS } from './store-error-texts';
import { SYNC_ERROR_TEXTS } from './sync-error-texts';
import { WORKBOOK_ERROR_TEXTS } from './workbook-error-texts';

/** Every way to fail. One entry per code, both languages. */
export const ERROR_TEXTS = {
  ...WORKBOOK_ERROR_TEXTS,
  ...PACKAGE_ERROR_TEXTS,
  ...EXCHANGE_ERROR_TEXTS,
  ...FILLING_ERROR_TEXTS,
  ...DRAFTING_ERROR_TEXTS,
  ...STORE_ERROR_TEXTS,
  ...SHARING_ERROR_TEXTS,
  ...PAGE_ERROR_TEXTS,
  ...SYNC_ERROR_TEXTS,
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
  'no-such-file': refused(
    ['找不到文件“{file}”，或它不是一个文件。', '请核对路径和文件名。'],
    ['"{file}" does not exist or is not a file.', 'Check the path and the name.'],
  ),
  'output-is-input': refused(
    ['输出文件“{file}”就是要读取的原文件，没有写入。', '请为填好的工作簿另起一个文件名。'],
    [
      'The output "{file}" is the very file that was read; nothing was written.',
      'Choose another name for the completed workbook.',
    ],
  ),
  'cannot-write': refused(
    ['无法写入“{file}”。', '请检查文件夹是否存在、是否可写，文件是否正被 WPS 或 Excel 打开。'],
    [
      '"{file}" cannot be written.',
      'Check that the folder exists and is writable and that the file is not open in WPS or Excel.',
    ],
  ),
  'template-too-new': refused(
    [
      '模板文件 {name} 是更新版本的平安填报助手制作的（第 {version} 版格式）。',
      '请升级平安填报助手，或换用与本版本配套的模板。',
    ],
    [
      'The template file {name} was made for a newer version of this tool (format {version}).',
      'Upgrade the tool, or use a template that came with this version.',
    ],
  ),
  'template-invalid': refused(
    ['模板文件 {name} 的内容不合要求，位置：{path}。', '请对照模板说明改正这一处，或换用随软件提供的模板。'],
    [
      'The template file {name} is not as it should be, at {path}.',
      'Correct that place as the templates README says, or use a template that came with the tool.',
    ],
  ),
  stopped: {
    'zh-CN': {
      message: '已按您的要求停止。',
      safe: '原文件和已保存的内容都没有变化。',
      next: '需要时再重新打开即可。',
    },
    en: {
      message: 'Stopped as you asked.',
      safe: 'The file and all saved entries are unchanged.',
      next: 'Start again when you like.',
    },
  },
  'worker-died': {
    'zh-CN': {
      message: '处理工作簿的后台程序意外停止：{reason}',
      safe: '原文件没有被改动，已显示“已保存”的内容都在。',
      next: '请再试一次；文件特别大时，请先关闭其他网页，腾出内存。',
    },
    en: {
      message: 'The background part that reads workbooks stopped unexpectedly: {reason}',
      safe: 'The file was not changed and everything shown as saved is kept.',
      next: 'Try again; for a very large file, close other pages first to free memory.',
    },
  },
  cancelled: refused(
    ['已按您的要求停止。', '需要时请重新开始。'],
    ['Stopped as you asked.', 'Start again whenever you like.'],
  ),
  'workbook-missing': {
    'zh-CN': {
      message: '本机上找不到这次填报的原工作簿（{name}）。',
      safe: '填写内容和更改记录都还在。',
      next: '请从备份恢复；没有备份时，请重新导入同一个工作簿，并联系维护人员找回填写内容。',
    },
    en: {
      message: 'The workbook of this campaign ({name}) is missing on this PC.',
      safe: 'Entries and history are still there.',
      next: 'Restore a backup; without one, import the same workbook again and ask whoever maintains the tool.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERROR_TEXTS;
