import { type ErrorEntry, refused } from './error-text';

/** What can keep bindings of web pages from being brought in. Taken in by error-texts.ts. */
export const PAGE_ERROR_TEXTS = {
  'bindings-invalid': refused(
    [
      '“{name}”不是网页绑定文件，或内容不合要求，位置：{path}。',
      '请用“导出绑定”得到的文件；手写的请对照 templates 里的说明改正这一处。',
    ],
    [
      '"{name}" is no file of page bindings, or not as it should be, at {path}.',
      'Use a file made by “Export bindings”; correct one written by hand as the templates README says.',
    ],
  ),
  'bindings-too-new': refused(
    ['网页绑定文件“{name}”是更新版本的平安填报助手导出的（第 {version} 版格式）。', '请升级平安填报助手后再导入。'],
    [
      'The page bindings "{name}" were exported by a newer version of this tool (format {version}).',
      'Upgrade the tool, then import them.',
    ],
  ),
  'bindings-too-large': refused(
    ['“{name}”有 {size} MB，网页绑定文件不会这么大，没有读取。', '请核对是不是选错了文件。'],
    [
      '"{name}" is {size} MB, which no file of page bindings is; it was not read.',
      'Check whether it is the right file.',
    ],
  ),
} as const satisfies Record<string, ErrorEntry>;
