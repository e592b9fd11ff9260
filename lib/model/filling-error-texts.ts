import { type ErrorEntry, refused } from './error-text';

/** What can keep values, columns or rows from being written into a workbook. Taken in by error-texts.ts. */
export const FILLING_ERROR_TEXTS = {
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
  'misplaced-cell': refused(
    [
      '文件内部自相矛盾：第 {row} 行里存着自称是 {cell} 的单元格，各软件对它的位置看法不一，本工具不改动这一行。',
      '请用 WPS 或 Excel 打开后另存为 .xlsx，再重新导入。',
    ],
    [
      'The file contradicts itself: row {row} holds a cell that calls itself {cell}. Programs differ about its place, so this row is not touched.',
      'Open it in WPS or Excel, save it as .xlsx, and import that file.',
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
  'rows-not-shiftable': refused(
    [
      '工作表“{sheet}”的行不能安全地增加、删除或移动：{where} 有{what}。',
      '请在 WPS 或 Excel 中手工调整这些行后重新导入，或先去掉该处内容再试。',
    ],
    [
      'Rows of sheet "{sheet}" cannot be added, removed or moved safely: {where} holds {what}.',
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
  'no-such-indicator': refused(
    ['“{section}”里没有指标 {code}，或它已经被删除。', '请重新打开表格后再试。'],
    ['Section "{section}" has no indicator {code}, or it was removed already.', 'Open the table again and retry.'],
  ),
  'section-would-be-empty': refused(
    ['“{section}”的指标会被全部删除，没有改动。', '请至少保留一项指标，或改写它的文字。'],
    [
      'All indicators of section "{section}" would be removed; nothing was changed.',
      'Keep at least one, or reword it.',
    ],
  ),
  'no-model-row': refused(
    ['“{section}”的每项指标都占多行，无法仿照其中一行新增。', '请在 WPS 或 Excel 中增加这一行后重新导入。'],
    [
      'Every indicator of section "{section}" takes several rows, so there is none to model a new row on.',
      'Add the row in WPS or Excel and import the workbook again.',
    ],
  ),
  'text-over-rows': refused(
    ['指标 {code} 的“{field}”分写在几个单元格里，或与其他内容同在一格，不能整体改写。', '请在表格中逐格修改。'],
    [
      'The {field} of indicator {code} stands in several cells, or shares one with something else, so it cannot be reworded as a whole.',
      'Change the cells one by one.',
    ],
  ),
} as const satisfies Record<string, ErrorEntry>;
