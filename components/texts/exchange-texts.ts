const zh = {
  privateNumbers: {
    title: '身份证号、手机号',
    found: (count: number) => `要分享的内容里有 ${count} 个身份证号或手机号`,
    hint: '请逐个决定：隐去的会在表里改成带 * 的写法（记入更改记录，可撤销）；保留的以后不再询问。已经写进更改记录的原号码仍留在更改记录里。',
    maskAll: '全部隐去',
    keepAll: '全部保留',
    number: '号码',
    where: '所在位置',
    around: '上下文',
    choice: '处理',
    choiceFor: (masked: string) => `${masked} 的处理`,
    kinds: { 'id-card': '身份证号', mobile: '手机号' },
    mask: (masked: string) => `隐去为 ${masked}`,
    keep: '保留',
    conflict: '此处有两种填法，先确定一种再隐去。',
    open: (count: number) => `还有 ${count} 个未决定`,
    goOn: '按此继续',
  },
};

export const exchangeZh = zh;

export const exchangeEn: typeof zh = {
  privateNumbers: {
    title: 'ID-card and mobile numbers',
    found: count => `What is to be shared holds ${count} ID-card or mobile number${count === 1 ? '' : 's'}`,
    hint: 'Decide on each: a masked one is written with * in the table itself (in the history, can be undone); a kept one is not asked about again. Numbers already in the history stay there.',
    maskAll: 'Mask all',
    keepAll: 'Keep all',
    number: 'Number',
    where: 'Where',
    around: 'Context',
    choice: 'Decision',
    choiceFor: masked => `Decision on ${masked}`,
    kinds: { 'id-card': 'ID-card number', mobile: 'Mobile number' },
    mask: masked => `Mask as ${masked}`,
    keep: 'Keep',
    conflict: 'Two texts stand here: settle on one first, then mask.',
    open: count => `${count} still to decide`,
    goOn: 'Go on like this',
  },
};
