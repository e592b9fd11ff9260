import type { Problem } from '../../model/table';
import type { ZipArchive } from '../zip/zip-archive';
import type { WorkbookPart } from './workbook-part';

interface Warning {
  code: string;
  severity: Problem['severity'];
  message: string;
  /** Lower-case part names that show it. */
  part: RegExp;
}

const WARNINGS: readonly Warning[] = [
  {
    code: 'signed',
    severity: 'warning',
    message: '这个工作簿带有数字签名。填写后签名会失效，导出前请确认。',
    part: /^_xmlsignatures\//,
  },
  {
    code: 'macros',
    severity: 'info',
    message: '这个工作簿带有宏。宏原样保留，本工具从不运行。',
    part: /(?:^|\/)vbaproject\.bin$/,
  },
  {
    code: 'external-links',
    severity: 'warning',
    message: '这个工作簿引用了其他文件。引用原样保留，本工具从不打开；相关数值可能不是最新的。',
    part: /\/externallinks\/[^/]+\.xml$/,
  },
  {
    code: 'connections',
    severity: 'warning',
    message: '这个工作簿带有外部数据连接。连接原样保留，本工具从不访问。',
    part: /(?:^|\/)connections\.xml$/,
  },
  {
    code: 'cell-pictures',
    severity: 'info',
    message: '这个工作簿有嵌在单元格里的图片（WPS）。图片原样保留，此处不显示。',
    part: /(?:^|\/)cellimages\.xml$/,
  },
];

/** What a user should know before filling this package. */
export function packageWarnings(archive: ZipArchive, { sheets }: WorkbookPart): Problem[] {
  const names = [...archive.byPartName.keys()];
  const found: Problem[] = WARNINGS.filter(({ part }) => names.some(name => part.test(name))).map(
    ({ code, severity, message }) => ({ code, severity, sheet: null, cell: null, message }),
  );
  for (const { name, kind } of sheets) {
    if (kind !== 'missing') continue;
    const message = `工作表“${name}”的内容在文件里缺失，无法显示。`;
    found.push({ code: 'missing-sheet', severity: 'warning', sheet: name, cell: null, message });
  }
  return found;
}
