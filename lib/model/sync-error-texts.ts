import type { ErrorEntry } from './error-text';

/** What is true whenever syncing fails: edits are kept on the PC first. */
const KEPT = {
  zh: '本机的填报内容都在，同步位置上已有的内容没有被改动。',
  en: 'Everything entered on this PC is kept, and what lies at the sync location was not changed.',
};

/** Nothing is lost by a sync that stops; what was exchanged stays so. Only the other two sentences differ. */
function unsynced(zh: [string, string], en: [string, string]): ErrorEntry {
  return {
    'zh-CN': { message: zh[0], safe: KEPT.zh, next: zh[1] },
    en: { message: en[0], safe: KEPT.en, next: en[1] },
  };
}

/** What can go wrong between this PC and a sync location. Taken in by error-texts.ts. */
export const SYNC_ERROR_TEXTS = {
  'sync-target-emptied': unsynced(
    [
      '同步位置里以前的内容不见了：文件夹被清空，或被换成了一个空的。',
      '请确认位置没有选错。确实要继续用它，请选“重新放上全部内容”。',
    ],
    [
      'What used to lie at the sync location is gone: it was emptied, or replaced by an empty one.',
      'Check that it is the right place. To go on using it, choose to put everything there again.',
    ],
  ),
  'sync-target-changed': unsynced(
    [
      '同步位置变了：那里有别的内容，却没有这项填报以前的文件。',
      '请核对地址或文件夹是否选错。确实要改用这里，请选“重新放上全部内容”。',
    ],
    [
      'The sync location is another one now: it holds other things, but none of the files of this campaign.',
      'Check the address or folder. If you do mean this place, choose to put everything there.',
    ],
  ),
  'sync-needs-passphrase': unsynced(
    [
      '同步位置上的内容已用口令加密，这台电脑还不知道口令。',
      '请向同事问到口令并输入；在此之前，本机的内容不会发送出去。',
    ],
    [
      'The sync location is encrypted and this PC does not know the passphrase.',
      'Ask a colleague for it and enter it; until then nothing is sent from this PC.',
    ],
  ),
  'sync-wrong-passphrase': unsynced(
    ['口令不对，打不开同步位置上的密钥。', '请核对大小写、全角半角和空格后再试一次。'],
    [
      'The passphrase is wrong; it does not open the key at the sync location.',
      'Check capitals, width and spaces and try again.',
    ],
  ),
  'sync-passphrase-changed': unsynced(
    ['同事更换了口令，这台电脑还不知道新口令。', '请向同事问到新口令并输入；在此之前，本机的内容不会发送出去。'],
    [
      'A colleague has changed the passphrase and this PC does not know the new one.',
      'Ask for the new passphrase and enter it; until then nothing is sent from this PC.',
    ],
  ),
  'sync-old-passphrase': unsynced(
    ['这是更换之前的旧口令。', '请向同事问到现在的口令再输入。'],
    ['This is the passphrase of before it was changed.', 'Ask a colleague for the present one.'],
  ),
  'sync-other-passphrase': unsynced(
    [
      '这项填报已经有口令，与刚才输入的不同。',
      '请输入原来的口令，或留空沿用它；想换成新的，请先开启同步，再点“更换口令”。',
    ],
    [
      'This campaign has a passphrase already, and it is not the one just entered.',
      'Enter that one, or leave the field empty to keep it; to set a new one, start syncing first, then change the passphrase.',
    ],
  ),
  'sync-same-passphrase': unsynced(
    ['新口令与现在的口令相同，没有更换。', '请输入一个不同的口令。'],
    ['The new passphrase is the present one; nothing was changed.', 'Enter a different one.'],
  ),
  'sync-no-key': unsynced(
    ['同步位置上没有找到这项填报的密钥。', '请确认位置没有选错；如果这项填报没有设置口令，不需要输入。'],
    [
      'There is no key of this campaign at the sync location.',
      'Check the place; a campaign without a passphrase needs none.',
    ],
  ),
  'sync-key-newer': unsynced(
    ['同步位置上的密钥是更新版本的平安填报助手制作的，本程序读不懂。', '请升级平安填报助手后再输入口令。'],
    [
      'The key at the sync location was made by a newer version of this tool.',
      'Upgrade the tool, then enter the passphrase.',
    ],
  ),
  'sync-bad-address': unsynced(
    [
      '同步地址“{address}”不完整或不合要求。',
      '请填写以 https:// 或 http:// 开头的完整 WebDAV 地址，地址里不要带用户名和密码。',
    ],
    [
      'The address "{address}" is not complete.',
      'Give the whole WebDAV address, beginning with https:// or http://, without user name and password in it.',
    ],
  ),
  'sync-unreachable': unsynced(
    ['连接不上 {host}。', '请检查网络和地址；恢复后会自动再试。'],
    ['{host} cannot be reached.', 'Check the network and the address; it is tried again by itself.'],
  ),
  'sync-timeout': unsynced(
    ['{host} 太久没有回应，已停止等待。', '稍后会自动再试；一直这样时，请联系管理这个网盘的人。'],
    ['{host} did not answer in time.', 'It is tried again by itself; if this goes on, ask whoever runs the server.'],
  ),
  'sync-refused': unsynced(
    ['{host} 不接受这个用户名或密码（{status}）。', '请核对用户名和密码；坚果云等网盘要用“应用密码”，不是登录密码。'],
    [
      '{host} does not accept the user name or password ({status}).',
      'Check both; some services want an app password instead of the one for signing in.',
    ],
  ),
  'sync-forbidden': unsynced(
    ['{host} 不允许在这个位置读写（403）。', '请换一个有读写权限的文件夹，或请管理员授权。'],
    ['{host} does not allow reading and writing here (403).', 'Choose a folder you may write to, or ask for access.'],
  ),
  'sync-folder-missing': unsynced(
    ['同步位置“{where}”不存在。', '请先在网盘或共享盘里建好这个文件夹，或改正地址。'],
    ['The sync location "{where}" does not exist.', 'Create that folder first, or correct the address.'],
  ),
  'sync-not-webdav': unsynced(
    ['{host} 的这个地址不是 WebDAV（{status}）。', '请向管理员要 WebDAV 地址，它通常与网页登录的地址不同。'],
    [
      'This address of {host} is not WebDAV ({status}).',
      'Ask for the WebDAV address; it usually differs from the web page’s.',
    ],
  ),
  'sync-redirected': unsynced(
    [
      '{host} 把请求转到了另一个地址，为避免把密码交给别处，没有跟过去。',
      '请填写最终的地址（注意 http 与 https、结尾的斜杠），或先在网页上完成网络登录。',
    ],
    [
      '{host} sends requests on to another address; they were not followed, so that no password goes elsewhere.',
      'Give the final address (mind http and https), or sign in to the network on its page first.',
    ],
  ),
  'sync-locked': unsynced(
    ['同步位置上的文件正被别的程序占用（423）。', '稍后会自动再试。'],
    ['A file at the sync location is locked by another program (423).', 'It is tried again by itself.'],
  ),
  'sync-target-full': unsynced(
    ['同步位置的空间已满。', '请清理网盘或共享盘，腾出空间后再同步。'],
    ['The sync location is full.', 'Free some space there, then sync again.'],
  ),
  'sync-too-many-requests': unsynced(
    ['请求太频繁，{host} 要求暂停，约 {minutes} 分钟后继续。', '不用操作，到时会自动继续。'],
    [
      '{host} asks for a pause after many requests; going on in about {minutes} minutes.',
      'Nothing to do: it goes on by itself.',
    ],
  ),
  'sync-server-trouble': unsynced(
    ['{host} 出了问题（{status}）。', '稍后会自动再试；一直这样时，请联系管理这个网盘的人。'],
    ['{host} has a problem ({status}).', 'It is tried again by itself; if this goes on, ask whoever runs the server.'],
  ),
  'sync-answer-unreadable': unsynced(
    ['{host} 的回答看不懂，不像是 WebDAV 的文件列表。', '请核对地址；网络需要先登录时，请先在网页上登录。'],
    [
      'The answer of {host} is no WebDAV listing.',
      'Check the address; where the network wants a sign-in, do that first.',
    ],
  ),
  'sync-folder-permission': unsynced(
    [
      '浏览器需要您再次允许访问这个文件夹。',
      '请点“继续同步”，并在弹出的窗口里选“允许”。浏览器每次重新启动后需要点一次。',
    ],
    [
      'The browser needs your permission for this folder again.',
      'Click to go on syncing and allow access. Browsers ask once after each start.',
    ],
  ),
  'sync-folder-gone': unsynced(
    ['找不到同步文件夹：它被移走、改名，或共享盘没有连上。', '请连上共享盘或插上优盘后再试；移动过的，请重新选择。'],
    [
      'The sync folder cannot be found: it was moved or renamed, or the drive is not connected.',
      'Connect the drive and try again; if the folder was moved, choose it again.',
    ],
  ),
  'sync-folder-trouble': unsynced(
    ['读写同步文件夹时出错：{reason}', '请检查共享盘是否在线、是否只读；稍后会自动再试。'],
    [
      'Reading or writing the sync folder failed: {reason}',
      'Check that the drive is online and writable; it is tried again by itself.',
    ],
  ),
  'sync-not-a-package': unsynced(
    [
      '文件“{file}”不是平安填报助手的进度包，或已损坏。',
      '请让同事重新导出并完整地传过来；传输软件改过的文件请改用压缩包附件。',
    ],
    [
      '"{file}" is no package of this tool, or it is damaged.',
      'Ask your colleague to export it again and send it whole.',
    ],
  ),
  'sync-package-too-large': unsynced(
    ['文件“{file}”大得不正常，没有打开。', '请确认它确实是本工具导出的进度包。'],
    ['"{file}" is implausibly large and was not opened.', 'Make sure this tool exported it.'],
  ),
  'sync-other-project': unsynced(
    ['文件“{file}”属于另一项填报，没有合并。', '请打开对应的那项填报再导入，或从首页“加入同事的填报”。'],
    [
      '"{file}" belongs to another campaign and was not merged.',
      'Open that campaign first, or join it from the start page.',
    ],
  ),
} as const satisfies Record<string, ErrorEntry>;
