/** What can go wrong with keeping things on this PC. Same shape as error-texts.ts, which takes these in. */
export const STORE_ERROR_TEXTS = {
  'storage-full': {
    'zh-CN': {
      message: '这台电脑留给浏览器的存储空间已满，刚才的内容没有保存。',
      safe: '之前显示“已保存”的内容都在；刚才输入的内容仍在页面上，请先不要关闭页面。',
      next: '请清理磁盘空间或浏览器中其他网站的数据，然后再保存一次；也可以先导出备份。',
    },
    en: {
      message: 'The storage this PC gives the browser is full; what you just entered was not saved.',
      safe: 'Everything shown as saved is kept; what you just entered is still on the page, so do not close it yet.',
      next: 'Free disk space or clear data of other sites, then save again; you can also export a backup first.',
    },
  },
  'storage-unavailable': {
    'zh-CN': {
      message: '浏览器不允许在这台电脑上保存数据。',
      safe: '没有任何内容被改动。',
      next: '请退出无痕（隐私）窗口，或检查浏览器设置是否禁止了网站数据，然后重新打开。',
    },
    en: {
      message: 'The browser does not allow keeping data on this PC.',
      safe: 'Nothing was changed.',
      next: 'Leave the private window, or check that the browser’s settings allow site data, and open this page again.',
    },
  },
  'store-newer': {
    'zh-CN': {
      message: '另一个页面已经使用新版本的平安填报助手升级了数据，这个页面不能再保存。',
      safe: '之前显示“已保存”的内容都在。',
      next: '请复制这里还没有保存的内容，然后刷新本页面。',
    },
    en: {
      message: 'Another page has upgraded the data with a newer version of this tool; this page can no longer save.',
      safe: 'Everything shown as saved is kept.',
      next: 'Copy what is not saved yet, then reload this page.',
    },
  },
  'store-closed': {
    'zh-CN': {
      message: '浏览器关闭或清除了本工具的数据库，这个页面不能再保存。',
      safe: '如果没有人清除浏览数据，之前显示“已保存”的内容都在。',
      next: '请复制这里还没有保存的内容，然后刷新本页面；如果数据已被清除，请从备份恢复。',
    },
    en: {
      message: 'The browser closed or cleared the database of this tool; this page can no longer save.',
      safe: 'Unless somebody cleared the browsing data, everything shown as saved is kept.',
      next: 'Copy what is not saved yet, then reload this page; if the data was cleared, restore a backup.',
    },
  },
  'store-blocked': {
    'zh-CN': {
      message: '数据需要升级，但另一个打开着的页面还在使用旧版本。',
      safe: '没有任何内容被改动。',
      next: '请关闭平安填报助手的其他页面，然后刷新本页面。',
    },
    en: {
      message: 'The data has to be upgraded, but another open page still uses the old version.',
      safe: 'Nothing was changed.',
      next: 'Close the other pages of this tool, then reload this one.',
    },
  },
  'data-from-newer-version': {
    'zh-CN': {
      message: '这台电脑上的数据是更新版本的平安填报助手保存的（数据第 {found} 版，本程序只认识到第 {known} 版）。',
      safe: '数据完好，没有被改动。',
      next: '请升级平安填报助手；也可以先导出原始数据留存。',
    },
    en: {
      message:
        'The data on this PC was saved by a newer version of this tool (data version {found}; this one knows up to {known}).',
      safe: 'The data is intact and was not changed.',
      next: 'Upgrade the tool; you can also export the raw data first.',
    },
  },
  'migration-failed': {
    'zh-CN': {
      message: '把数据从第 {from} 版升级到第 {to} 版没有成功：{reason}',
      safe: '数据保持升级前的样子，一条也没有改动。',
      next: '请导出原始数据，并把它和这段文字发给维护人员；也可以先装回原来的版本继续使用。',
    },
    en: {
      message: 'Upgrading the data from version {from} to {to} failed: {reason}',
      safe: 'The data is as it was before; not one record was changed.',
      next: 'Export the raw data and pass it on with this text, or go back to the previous version for now.',
    },
  },
  'stored-record-unreadable': {
    'zh-CN': {
      message: '保存的数据中有一条读不懂（{table}：{where}）。',
      safe: '数据没有被改动，其他内容不受影响。',
      next: '请导出原始数据并发给维护人员；也可以从备份恢复。',
    },
    en: {
      message: 'One of the stored records cannot be read ({table}: {where}).',
      safe: 'Nothing was changed and the rest is not affected.',
      next: 'Export the raw data and pass it on to whoever maintains the tool, or restore a backup.',
    },
  },
  'campaign-gone': {
    'zh-CN': {
      message: '这项创建活动已经在另一个页面中被移除，刚才的内容没有保存。',
      safe: '移除时提供过备份文件；其他活动不受影响。',
      next: '请复制刚才的内容，回到首页；需要时从备份恢复这项活动。',
    },
    en: {
      message: 'This campaign was removed in another page; what you just entered was not saved.',
      safe: 'A backup was offered when it was removed; other campaigns are not affected.',
      next: 'Copy what you entered and go back to the start page; restore the campaign from its backup if needed.',
    },
  },
  'campaign-unknown': {
    'zh-CN': {
      message: '这台电脑的这个浏览器里没有这项填报：可能已被删除，或者是在别的电脑、别的浏览器里填的。',
      safe: '没有改动任何内容，其他填报不受影响。',
      next: '请返回首页，从“最近的填报”打开；若有备份文件，可用“从备份恢复”找回。',
    },
    en: {
      message: 'This browser on this PC has no such campaign: it was deleted, or it was filled in elsewhere.',
      safe: 'Nothing was changed and your other campaigns are not affected.',
      next: 'Go back to the start page and open it from the list, or restore it from a backup file.',
    },
  },
  'not-a-backup': {
    'zh-CN': {
      message: '这个文件不是平安填报助手的备份。',
      safe: '没有恢复任何内容，已有数据没有改动。',
      next: '请选择由“导出备份”得到的文件；工作簿请用“导入”。',
    },
    en: {
      message: 'This file is not a backup of this tool.',
      safe: 'Nothing was restored and your data was not changed.',
      next: 'Choose a file made by “Export backup”; for a workbook use “Import”.',
    },
  },
  'backup-newer': {
    'zh-CN': {
      message: '这个备份是更新版本的平安填报助手制作的（备份第 {found} 版，本程序只认识到第 {known} 版）。',
      safe: '没有恢复任何内容，已有数据没有改动。',
      next: '请升级平安填报助手后再恢复。',
    },
    en: {
      message:
        'This backup was made by a newer version of this tool (backup version {found}; this one knows up to {known}).',
      safe: 'Nothing was restored and your data was not changed.',
      next: 'Upgrade the tool, then restore it.',
    },
  },
  'backup-damaged': {
    'zh-CN': {
      message: '这个备份文件已损坏或不完整（第 {line} 行）。',
      safe: '没有恢复任何内容，已有数据没有改动。',
      next: '请重新复制这个文件，或换用另一份备份。',
    },
    en: {
      message: 'This backup file is damaged or incomplete (line {line}).',
      safe: 'Nothing was restored and your data was not changed.',
      next: 'Copy the file again, or use another backup.',
    },
  },
  'backup-too-large': {
    'zh-CN': {
      message: '这个备份文件大得不正常，已停止读取（第 {line} 行）。',
      safe: '没有恢复任何内容，已有数据没有改动。',
      next: '请确认它确实是本工具导出的备份；如果是，请发给维护人员。',
    },
    en: {
      message: 'This backup file is implausibly large; reading was stopped (line {line}).',
      safe: 'Nothing was restored and your data was not changed.',
      next: 'Make sure this tool exported it; if so, pass it on to whoever maintains the tool.',
    },
  },
} as const;
