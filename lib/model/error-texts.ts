import { STORE_ERROR_TEXTS } from './store-error-texts';

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
  'file-too-large': refused(
    ['文件“{file}”超过 128 MB，没有打开。', '请在 WPS 或 Excel 里删去大图片或多余的工作表，另存后重试。'],
    [
      '"{file}" is larger than 128 MB and was not opened.',
      'Remove large pictures or spare sheets in WPS or Excel, save and try again.',
    ],
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
  'formula-cell': refused(
    [
      '工作表“{sheet}”的 {cell} 是公式，不能直接填写。',
      '请填写公式所引用的单元格；确需改写公式的，请在 WPS 或 Excel 中修改。',
    ],
    [
      'Cell {cell} of sheet "{sheet}" holds a formula and cannot be filled.',
      'Fill the cells that the formula reads; to change the formula itself, use WPS or Excel.',
    ],
  ),
  'not-a-worksheet': refused(
    ['“{sheet}”不是普通工作表（可能是图表），不能填写单元格。', '请选择另一张工作表。'],
    ['"{sheet}" is not a worksheet (perhaps a chart), so it has no cells to fill.', 'Choose another sheet.'],
  ),
  'cell-outside-sheet': refused(
    ['单元格位置超出工作表范围：第 {row} 行第 {column} 列。', '工作表最多 1048576 行、16384 列，请核对位置。'],
    [
      'The cell lies outside of what a sheet can hold: row {row}, column {column}.',
      'A sheet has at most 1,048,576 rows and 16,384 columns; check the position.',
    ],
  ),
  'text-too-long': refused(
    [
      '工作表“{sheet}”{cell} 的文字有 {length} 个字符，超过 Excel 单元格的上限 {limit}。',
      '请缩短，或分写到几个单元格。',
    ],
    [
      'The text for {cell} of sheet "{sheet}" has {length} characters; a cell of Excel holds {limit}.',
      'Shorten it, or spread it over several cells.',
    ],
  ),
  'control-character': refused(
    [
      '工作表“{sheet}”{cell} 的文字里有工作簿不能保存的控制字符（{character}）。',
      '请删去该字符（多由复制粘贴带入）后重试。',
    ],
    [
      'The text for {cell} of sheet "{sheet}" has a control character that a workbook cannot hold ({character}).',
      'Delete that character (it usually comes in by pasting) and try again.',
    ],
  ),
  'lone-surrogate': refused(
    ['工作表“{sheet}”{cell} 的文字里有一个不完整的字符（{character}）。', '请重新输入该处的表情或生僻字后重试。'],
    [
      'The text for {cell} of sheet "{sheet}" has half a character ({character}).',
      'Type the emoji or rare character at that place again.',
    ],
  ),
  'number-not-finite': refused(
    ['工作表“{sheet}”{cell} 的数值无法写入工作簿。', '请填写一个普通的数字。'],
    ['The number for {cell} of sheet "{sheet}" cannot be stored in a workbook.', 'Give an ordinary number.'],
  ),
  'append-blocked': refused(
    [
      '工作表“{sheet}”表格右侧的 {cell} 已有内容或与其他单元格合并，无法追加列。',
      '请清空或移走表格右侧的内容，或改用按原样填报。',
    ],
    [
      'Cell {cell} of sheet "{sheet}", right of the table, is in use or merged, so no columns can be appended.',
      'Clear or move what stands right of the table, or fill the workbook without appended columns.',
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
  'working-copy-needs-xlsx': refused(
    [
      '.xls 和 .et 工作簿只能按原样填写，不能追加列。',
      '请用 WPS 或 Excel 把它另存为“Excel 工作簿（.xlsx）”，导入后再导出带新列的工作副本。',
    ],
    [
      'Workbooks of the .xls and .et kind are filled as they are; columns cannot be appended.',
      'Save it as .xlsx in WPS or Excel, import that, and export the working copy from it.',
    ],
  ),
  'cell-outside-xls': refused(
    [
      '单元格位置超出 .xls/.et 工作表范围：第 {row} 行第 {column} 列。',
      '这种格式最多 65536 行、256 列，请核对位置或另存为 .xlsx。',
    ],
    [
      'The cell lies outside of what a sheet of this format can hold: row {row}, column {column}.',
      'Such a sheet has at most 65,536 rows and 256 columns; check the position or save the file as .xlsx.',
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
  ...STORE_ERROR_TEXTS,
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
  'rows-not-shiftable': refused(
    [
      '工作表“{sheet}”的行不能安全地增加、删除或移动：{where} 有{what}。',
      '请在 WPS 或 Excel 中手工调整这些行后重新导入，或先去掉该处内容再试。',
    ],
    [
      'Rows of sheet "{sheet}" cannot be added, removed or moved safely: {where} holds {whatInEnglish}.',
      'Change these rows by hand in WPS or Excel and import the workbook again, or clear that place first.',
    ],
  ),
  'no-such-row': refused(
    ['没有第 {row} 行，或者它已经被删除。', '请重新打开表格后再试。'],
    ['There is no row {row}, or it was removed already.', 'Open the table again and retry.'],
  ),
  'too-many-row-changes': refused(
    ['一次要改动 {count} 行，超过了上限 {limit} 行。', '请分几次进行。'],
    ['{count} changes of rows at once are more than the limit of {limit}.', 'Make them in several steps.'],
  ),
} as const satisfies Record<string, Entry>;

export type ErrorCode = keyof typeof ERROR_TEXTS;
