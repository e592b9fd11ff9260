import { type ErrorEntry, refused } from './error-text';

/** What can be wrong with a workbook as a whole. Taken in by error-texts.ts. */
export const WORKBOOK_ERROR_TEXTS = {
  'empty-file': refused(
    ['这个文件是空的（0 字节）。', '请重新复制或下载这个文件后再导入。'],
    ['The file is empty (0 bytes).', 'Copy or download it again and import that.'],
  ),
  truncated: refused(
    ['这个工作簿不完整，后面的内容缺失，可能没有下载或复制完。', '请重新下载或复制完整的文件后再导入。'],
    [
      'The workbook is incomplete: its end is missing, as after an interrupted download or copy.',
      'Download or copy the whole file again and import that.',
    ],
  ),
  encrypted: refused(
    ['这个工作簿设了打开密码，无法读取。', '请用 WPS 或 Excel 输入密码打开，取消密码后另存为 .xlsx 再导入。'],
    [
      'The workbook is protected by a password and cannot be read.',
      'Open it with its password in WPS or Excel, remove the password, save it as .xlsx and import that.',
    ],
  ),
  drm: refused(
    ['这个文件被文档加密软件（如亿赛通）或权限管理加密，无法读取。', '请先解密，再导入解密后的文件。'],
    [
      'The file is encrypted by a document-protection (DRM) system and cannot be read.',
      'Have it decrypted first, then import the decrypted file.',
    ],
  ),
  'text-as-workbook': refused(
    [
      '这个文件的名字像工作簿，内容其实是{kind}，版式无法原样保留。',
      '请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
    ],
    [
      'The file is named like a workbook but holds {kind}, so its layout could not be kept.',
      'Open it in WPS or Excel, save it as .xlsx and import that.',
    ],
  ),
  'old-excel': refused(
    [
      '这是很早的 Excel 格式（{version}），不能原样填写。',
      '请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
    ],
    [
      'This is a very old Excel format ({version}) that cannot be filled in place.',
      'Open it in WPS or Excel, save it as .xlsx and import that.',
    ],
  ),
  'binary-workbook': refused(
    ['这是二进制工作簿（.xlsb），不能原样填写。', '请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再导入。'],
    [
      'This is a binary workbook (.xlsb) that cannot be filled in place.',
      'Open it in WPS or Excel, save it as .xlsx and import that.',
    ],
  ),
  'no-workbook-part': refused(
    [
      '这个压缩包里没有 Excel 工作簿。',
      '请确认选对了文件：压缩包请先解压，Word、PPT、ODS 文件请另存为 .xlsx 后再导入。',
    ],
    [
      'This package holds no Excel workbook.',
      'Check that it is the right file: extract archives first; save Word, PowerPoint or ODS files as .xlsx.',
    ],
  ),
  'no-sheet': refused(
    ['这个工作簿里没有可读的工作表。', '请向发文单位重新索取这个文件，或用 WPS、Excel 打开后另存为 .xlsx 再导入。'],
    [
      'The workbook has no readable worksheet.',
      'Ask the sender for the file again, or open it in WPS or Excel and save it as .xlsx.',
    ],
  ),
  'no-such-sheet': refused(
    ['工作簿里没有名为“{sheet}”的工作表。', '请核对工作表名称后重试。'],
    ['The workbook has no sheet named "{sheet}".', 'Check the name of the sheet and try again.'],
  ),
  'missing-part': refused(
    [
      '工作簿里缺少它自己需要的部分：{part}。',
      '请向发文单位重新索取这个文件，或用 WPS、Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The workbook lacks a part that it needs: {part}.',
      'Ask the sender for the file again, or open it in WPS or Excel and save it as .xlsx.',
    ],
  ),
  'damaged-part': refused(
    ['工作簿里的一部分已损坏：{part}。', '请向发文单位重新索取这个文件，或用 WPS、Excel 打开后另存为 .xlsx 再导入。'],
    [
      'A part of the workbook is damaged: {part}.',
      'Ask the sender for the file again, or open it in WPS or Excel and save it as .xlsx.',
    ],
  ),
  'damaged-xls': refused(
    [
      '这个 .xls/.et 工作簿已损坏或不完整（{part}）。',
      '请重新复制或向发文单位重新索取；WPS 或 Excel 仍能打开的，另存为 .xlsx 后再导入。',
    ],
    [
      'This .xls/.et workbook is damaged or incomplete ({part}).',
      'Copy it again or ask the sender for it; if WPS or Excel can still open it, save it as .xlsx and import that.',
    ],
  ),
  'too-many-cells': refused(
    ['工作表“{sheet}”的单元格超过 {limit} 个，无法读取。', '请删去空白的多余行列，或拆成几个文件，再导入。'],
    [
      'Sheet "{sheet}" has more than {limit} cells.',
      'Delete superfluous rows and columns or split the file, then import again.',
    ],
  ),
  'too-many-rows': refused(
    [
      '工作表“{sheet}”声称有超出 Excel 范围的行或列（{claim}）。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'Sheet "{sheet}" claims rows or columns beyond what Excel allows ({claim}).',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'too-many-styles': refused(
    ['这个工作簿的单元格格式超过 {limit} 种。', '请用 WPS 或 Excel 清理多余的单元格样式，另存为 .xlsx 后再导入。'],
    [
      'The workbook has more than {limit} cell formats.',
      'Clean up its cell styles in WPS or Excel, save it as .xlsx and import that.',
    ],
  ),
  'too-many-sheets': refused(
    ['这个工作簿的工作表超过 {limit} 张。', '请把要填的工作表移到一个新文件，再导入。'],
    ['The workbook has more than {limit} sheets.', 'Move the sheet to fill to a new file and import that.'],
  ),
  classified: {
    'zh-CN': {
      message: '工作表“{sheet}”的 {cell} 单元格有密级标志，已停止导入。',
      safe: '没有读取、保存或发送这份文件的任何内容，原文件没有被改动。',
      next: '涉密文件请按保密规定在涉密计算机上处理，不要在本机打开；如系误标，请由定密责任人处理后再导入。',
    },
    en: {
      message: 'Cell {cell} of sheet "{sheet}" carries a classification mark; the import was stopped.',
      safe: 'Nothing of this file was kept or sent, and the file was not changed.',
      next: 'Handle classified files on a computer approved for them. If the mark is a mistake, have it removed by whoever set it, then import again.',
    },
  },
} as const satisfies Record<string, ErrorEntry>;
