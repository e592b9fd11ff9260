import { type ErrorEntry, refused } from './error-text';

/** What can be wrong with a workbook's package: sizes, packing, the parts inside. Taken in by error-texts.ts. */
export const PACKAGE_ERROR_TEXTS = {
  'not-a-zip': refused(
    ['这个文件不是有效的 Excel 工作簿（.xlsx）。', '请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再导入。'],
    ['This file is not a valid Excel workbook (.xlsx).', 'Open it in WPS or Excel, save it as .xlsx and import that.'],
  ),
  'file-too-large': refused(
    ['文件“{file}”超过 128 MB，没有打开。', '请在 WPS 或 Excel 里删去大图片或多余的工作表，另存后重试。'],
    [
      '"{file}" is larger than 128 MB and was not opened.',
      'Remove large pictures or spare sheets in WPS or Excel, save and try again.',
    ],
  ),
  'unsupported-compression': refused(
    [
      '工作簿里的一部分使用了不常见的压缩方式：{part}。',
      '请用 WPS 或 Excel 打开它，另存为“Excel 工作簿（.xlsx）”后再导入。',
    ],
    [
      'A part of the workbook is compressed in an unusual way: {part}.',
      'Open it in WPS or Excel, save it as .xlsx and import that.',
    ],
  ),
  'zip-bomb': refused(
    [
      '这个文件解压后会异常庞大，已停止读取（{part}）。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The file would grow absurdly large when unpacked; reading was stopped ({part}).',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'zip-overlap': refused(
    [
      '这个文件内部的数据互相重叠，已停止读取（{part}）。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'Parts of the file share the same bytes; reading was stopped ({part}).',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'part-too-large': refused(
    ['工作簿里的一部分太大，无法读取：{part}。', '请把不需要的工作表移到另一个文件，再导入。'],
    [
      'A part of the workbook is too large to read: {part}.',
      'Move sheets that are not needed to another file and import again.',
    ],
  ),
  'too-many-entries': refused(
    [
      '这个文件里有 {count} 个部分，超过上限 {limit}。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The file has {count} parts, more than the limit of {limit}.',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'hostile-xml': refused(
    [
      '工作簿里含有不允许的 XML 内容（{reason}），已停止读取。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The workbook holds XML that is not allowed ({reason}); reading was stopped.',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'broken-xml': refused(
    [
      '工作簿里的一部分不是正确的 XML：{part}（{reason}）。',
      '请向发文单位重新索取这个文件，或用 WPS、Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'A part of the workbook is not well-formed XML: {part} ({reason}).',
      'Ask the sender for the file again, or open it in WPS or Excel and save it as .xlsx.',
    ],
  ),
  'unsafe-part-name': refused(
    [
      '工作簿里有指向文件之外的名字：{part}。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The workbook holds a name that points outside of it: {part}.',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'reserved-name': refused(
    [
      '工作簿里有不允许的名字：{name}。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The workbook holds a name that is not allowed: {name}.',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'name-too-long': refused(
    [
      '工作簿里有过长的名字：{name}。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The workbook holds a name that is too long: {name}.',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
  'duplicate-part': refused(
    [
      '工作簿里有两个同名的部分：{part}。',
      '正常的工作簿不会这样。请确认文件来源；确属可信的，用 WPS 或 Excel 打开后另存为 .xlsx 再导入。',
    ],
    [
      'The workbook holds two parts of the same name: {part}.',
      'An ordinary workbook is never like this. Check where it came from; if you trust it, save it again as .xlsx in WPS or Excel.',
    ],
  ),
} as const satisfies Record<string, ErrorEntry>;
