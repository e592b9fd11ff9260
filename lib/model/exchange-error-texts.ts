import { type ErrorEntry, refused } from './error-text';

/** What can keep workbooks from being handed out, taken back or compared. Taken in by error-texts.ts. */
export const EXCHANGE_ERROR_TEXTS = {
  'collect-no-table': refused(
    [
      '“{file}”里没有识别出指标表，没有列入对照。',
      '请打开看看是不是交错了文件；表头改动过的，请对方用下发的表重新填写。',
    ],
    [
      'No indicator table was recognised in "{file}"; it is not part of the comparison.',
      'Open it to see whether it is the right file; if its header was changed, ask for the table that was handed out.',
    ],
  ),
  'collect-encrypted-package': refused(
    ['“{file}”是加了密的数据包，没有口令读不出来，没有列入对照。', '请对方交填好的工作簿，或关掉加密重新导出数据包。'],
    [
      '"{file}" is an encrypted package and cannot be read without its passphrase; it is not part of the comparison.',
      'Ask for the completed workbook, or for a package that is not encrypted.',
    ],
  ),
  'collect-damaged-package': refused(
    ['数据包“{file}”不完整：里面有没写完或损坏的文件，没有列入对照。', '请对方重新导出，或改交填好的工作簿。'],
    [
      'The package "{file}" is not whole: files in it are cut off or damaged. It is not part of the comparison.',
      'Ask for a new one, or for the completed workbook.',
    ],
  ),
  'collect-other-zip': refused(
    ['“{file}”是普通压缩包，不是平安填报助手的数据包，没有列入对照。', '请先解压，再把里面的工作簿放进来。'],
    [
      '"{file}" is an ordinary zip, not a package of this tool; it is not part of the comparison.',
      'Unpack it first and add the workbooks in it.',
    ],
  ),
  'other-table': refused(
    [
      '“{file}”不是这张表：分发的 {expected} 项指标里只找到 {found} 项，没有比对。',
      '请打开看看是不是交错了文件；是别的年度或别的单位的表，请在相应的活动里收回。',
    ],
    [
      '"{file}" is not this table: {found} of the {expected} indicators handed out were found in it. It was not compared.',
      'Open it to see whether it is the right file; a table of another year or unit is taken back in its own campaign.',
    ],
  ),
  'other-campaign': refused(
    [
      '“{file}”是另一个活动分发的（例如别的单位、别的年度，或在另一台电脑上单独导入的同一张表），没有采用其中的内容。',
      '请在分发它的那个活动里收回；如果那个活动在另一台电脑上，请在那台电脑上收回后再同步，或导出数据包带过来。',
    ],
    [
      '"{file}" was handed out by another campaign (another unit or year, or the same table imported separately on another PC); nothing of it is taken.',
      'Take it back in the campaign that handed it out; if that is on another PC, do so there and then sync or bring its package.',
    ],
  ),
  'no-such-folder': refused(
    ['找不到文件夹“{folder}”，或它不是一个文件夹。', '请核对路径。'],
    ['"{folder}" does not exist or is not a folder.', 'Check the path.'],
  ),
  'nothing-to-collect': refused(
    ['“{folder}”里没有可以汇总的工作簿。', '请把各单位交来的 .xlsx、.xls、.et 工作簿或数据包（.zip）放进这个文件夹。'],
    [
      '"{folder}" holds nothing to compare.',
      'Put the units’ workbooks (.xlsx, .xls, .et) or packages (.zip) into that folder.',
    ],
  ),
} as const satisfies Record<string, ErrorEntry>;
