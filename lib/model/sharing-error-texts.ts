import type { ErrorEntry } from './error-text';

const KEPT = {
  zh: '本机的填报内容没有被改动，那边的文件也原样保留。',
  en: 'Nothing entered on this PC was changed, and the files there stay as they are.',
};

function unshared(zh: [string, string], en: [string, string]): ErrorEntry {
  return {
    'zh-CN': { message: zh[0], safe: KEPT.zh, next: zh[1] },
    en: { message: en[0], safe: KEPT.en, next: en[1] },
  };
}

/** What can go wrong with packages and with joining a colleague's campaign. Taken in by error-texts.ts. */
export const SHARING_ERROR_TEXTS = {
  'sharing-incomplete': unshared(
    ['这里的填报还不完整：没有找到它的原工作簿。', '可能还没有上传完。请过几分钟再试，或请同事重新导出数据包。'],
    [
      'The campaign there is not complete: its workbook is missing.',
      'It may still be uploading. Try again in a few minutes, or ask your colleague for a new package.',
    ],
  ),
  'sharing-newer': unshared(
    ['这里的填报是更新版本的平安填报助手写的，本版本读不懂。', '请升级平安填报助手后再试。'],
    ['The campaign there was written by a newer version of this tool.', 'Upgrade this tool, then try again.'],
  ),
  'sharing-nothing-here': unshared(
    ['这个位置还没有任何填报。', '请核对地址或文件夹；也可以先由牵头人在“同步”页开启同步。'],
    [
      'There is no campaign at this place yet.',
      'Check the address or folder, or let the coordinator switch on sync first.',
    ],
  ),
  'sharing-cannot-ask-host': unshared(
    [
      '这个浏览器的版本较旧，扩展不能请求访问 {host}。',
      '请升级到 Chromium 102 或更新的浏览器后再用 WebDAV；在此之前可以用共享文件夹或数据包，或请管理员在策略里放行这台服务器。',
    ],
    [
      'This browser is too old for an extension to ask for access to {host}.',
      'Upgrade to Chromium 102 or newer for WebDAV; until then use a shared folder or packages, or have the server allowed by policy.',
    ],
  ),
  'sharing-needs-host': unshared(
    ['没有得到访问 {host} 的许可，无法连接。', '请再点一次“连接”，并在浏览器询问时选择“允许”。只会访问这一台服务器。'],
    [
      'The browser was not allowed to reach {host}.',
      'Click “Connect” again and choose “Allow” when the browser asks. Only this one server is reached.',
    ],
  ),
} as const satisfies Record<string, ErrorEntry>;
