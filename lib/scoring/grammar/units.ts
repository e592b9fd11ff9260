/** Counting words, as printed → as rules name them. */
const UNITS: Readonly<Record<string, string>> = {
  个工作日: '天',
  工作日: '天',
  自然日: '天',
  日: '天',
  天: '天',
  个月: '月',
  月: '月',
  个季度: '季度',
  季度: '季度',
  年: '年',
  周: '周',
  小时: '小时',
  个小时: '小时',
  分钟: '分钟',
  人次: '人次',
  批次: '批次',
  场次: '场次',
  件次: '件次',
  家次: '家次',
  次: '次',
  条: '条',
  篇: '篇',
  项次: '项',
  项: '项',
  处: '处',
  起: '起',
  件: '件',
  例: '例',
  个: '个',
  人: '人',
  名: '人',
  户: '户',
  家: '家',
  份: '份',
  台套: '台套',
  '台(套)': '台套',
  点: '点',
  个点: '点',
  位: '位',
  宗: '宗',
  场: '场',
  期: '期',
  批: '批',
  本: '本',
  册: '册',
  张: '张',
  块: '块',
  所: '所',
  支: '支',
  轮: '轮',
  台: '台',
  套: '套',
  只: '只',
  辆: '辆',
  栋: '栋',
  万元: '万元',
  亿元: '亿元',
  元: '元',
  公里: '公里',
  平方米: '平方米',
  亩: '亩',
  个名次: '名次',
  名次: '名次',
  个位次: '名次',
  位次: '名次',
  个等次: '等次',
  个档次: '等次',
  票: '票',
  字: '字',
  类: '类',
  种: '种',
  方面: '方面',
  个方面: '方面',
  环节: '环节',
  个环节: '环节',
};

export const UNIT_PATTERN = Object.keys(UNITS)
  .sort((a, b) => b.length - a.length)
  .map(word => word.replace(/[()]/g, '\\$&'))
  .join('|');

export function unitName(printed: string): string {
  return UNITS[printed] ?? printed;
}

const TIME_UNITS = new Set(['天', '月', '季度', '年', '周', '小时', '分钟']);

export function isTimeUnit(unit: string): boolean {
  return TIME_UNITS.has(unit);
}
