import type { Problem } from '../../model/table';
import type { CompoundFile } from './compound-file';

interface Warning {
  code: string;
  severity: Problem['severity'];
  message: string;
  /** Names of streams or storages that show it. */
  entry: RegExp;
}

const WARNINGS: readonly Warning[] = [
  {
    code: 'signed',
    severity: 'warning',
    message: '这个工作簿带有数字签名。填写后签名会失效，导出前请确认。',
    entry: /^_(?:xml)?signatures$/i,
  },
  {
    code: 'macros',
    severity: 'info',
    message: '这个工作簿带有宏。宏原样保留，本工具从不运行。',
    entry: /^_VBA_PROJECT_CUR$/i,
  },
];

/** What a user should know before filling this file. */
export function containerWarnings({ streams, storages }: CompoundFile): Problem[] {
  const names = [...streams.map(({ name }) => name), ...storages];
  return WARNINGS.filter(({ entry }) => names.some(name => entry.test(name))).map(({ code, severity, message }) => ({
    code,
    severity,
    sheet: null,
    cell: null,
    message,
  }));
}
