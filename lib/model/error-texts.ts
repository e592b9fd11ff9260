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
  'bad-values': refused(
    ['要填的内容格式不对：{reason}', '请按说明检查 JSON：{"cells":[…], "fields":[…]}。'],
    [
      'The values to fill are not of the expected form: {reason}',
      'Check the JSON against the documentation: {"cells":[…], "fields":[…]}.',
    ],
  ),
  'bad-address': refused(
    ['“{cell}”不是单元格地址。', '请写成 C5 这样的形式，不超过 XFD1048576。'],
    ['"{cell}" is not the address of a cell.', 'Write it as C5, up to XFD1048576.'],
  ),
  'no-table': refused(
    ['没有识别出指标表，无法按指标填写或追加列。', '可以按单元格填写；或在“核对识别结果”里指明表头。'],
    [
      'No indicator table was recognised, so nothing can be filled by indicator or appended.',
      'Fill by cell, or name the header row in the recognition review.',
    ],
  ),
  'no-indicator': refused(
    ['表中没有编号为 {indicator} 的指标。', '编号由“项目序号.指标序号”组成，例如 2.3；请核对后重试。'],
    ['The table has no indicator {indicator}.', 'Codes are section.number, such as 2.3; check it and try again.'],
  ),
  'no-column': refused(
    [
      '指标 {indicator} 所在的表没有“{field}”这一列，原表不能填这一项。',
      '需要填写时，请导出“工作副本”，并选择追加该列。',
    ],
    [
      'The table of indicator {indicator} has no column for "{field}", so the original cannot take it.',
      'Export a working copy with that column appended.',
    ],
  ),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERROR_TEXTS;
