import { describe, expect, it } from 'vitest';
import type { ForbiddenEvent } from '../../../../lib/scoring/hints/requirement';
import { requirementsOf } from '../../../../lib/scoring/hints/requirements';
import { indicatorOf } from './indicator';
import { seedTable } from './seed-table';

const events = (content: string) =>
  requirementsOf(indicatorOf(content)).filter((one): one is ForbiddenEvent => one.kind === 'forbidden');

describe('forbidden events', () => {
  it.each([
    ['没有发生失泄密案（事）件', ['失泄密案(事)件']],
    ['无黄、赌、毒等社会丑恶现象', ['黄、赌、毒等社会丑恶现象']],
    ['无黄,赌,毒等社会丑恶现象', ['黄、赌、毒等社会丑恶现象']],
    ['单位内部无干部职工违纪违法案件、治安刑事案件', ['干部职工违纪违法案件', '治安刑事案件']],
    [
      '无干部职工参加敌对组织、非法宗教组织及“法轮功”等邪教组织',
      ['干部职工参加敌对组织、非法宗教组织及法轮功等邪教组织'],
    ],
    ['坚决防止发生重大政治事件、暴力恐怖事件', ['重大政治事件', '暴力恐怖事件']],
    ['重大刑事案件不发生', ['重大刑事案件']],
    ['安全生产事故零发生', ['安全生产事故']],
    ['确保不发生群体性事件和个人极端事件', ['群体性事件', '个人极端事件']],
    ['不出现到省进京非正常上访', ['到省进京非正常上访']],
    ['未被上级通报批评', ['上级通报批评']],
    ['杜绝违规操作行为', ['违规操作行为']],
    ['没有因超越法定权限引发的矛盾问题', ['因超越法定权限引发的矛盾问题']],
    ['无进京非访、无群体性事件', ['进京非访', '群体性事件']],
    ['不得有违规违纪行为', ['违规违纪行为']],
    ['无人员伤亡', ['人员伤亡']],
  ])('reads %s', (text, objects) => {
    expect(events(text).flatMap(event => event.objects)).toEqual(objects);
  });

  it.each([
    '无故缺席会议',
    '使用无人机巡查',
    '核查有无违纪行为',
    '查处无证经营行为',
    '整治无序停放现象',
    '及时查处执法中的违法、不文明行为',
    '不断完善问题整改制度',
    '如未发生案件的得满分',
    '没有制定计划',
    '创建无障碍环境，推行无纸化办公',
    '无特殊原因未按时上交',
    '争创“六无”单位',
    '防范化解矛盾纠纷',
    '报送不少于2条信息',
    '未成年人保护',
  ])('finds none in %s', text => {
    expect(events(text)).toEqual([]);
  });

  it('finds all eight of the 2023 table', () => {
    const quotes = seedTable.sections
      .flatMap(({ indicators }) => indicators)
      .flatMap(indicator => requirementsOf(indicator).filter(({ kind }) => kind === 'forbidden'))
      .map(({ passages }) => `${passages[0]!.cell} ${passages[0]!.quote}`);
    expect(quotes).toEqual([
      'B11 未发生污水渗漏现象',
      'B13 没有发生失泄密案（事）件',
      'B14 无干部职工违纪违法案件、治安刑事案件',
      'B14 无干部职工参加敌对组织、非法宗教组织及“法轮功”等邪教组织',
      'B14 无失泄密案（事）件',
      'B14 无黄、赌、毒等社会丑恶现象',
      'B14 无干部职工被人民法院列入失信被执行人的情况',
      'B15 没有因超越法定权限、违反法定程序引发的矛盾问题',
    ]);
  });
});
