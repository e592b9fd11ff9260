import type { PageTable } from '../../../lib/page/page-table';
import { columnsOf, escaped, field, html, type MadePage, stray } from '../made-page';
import type { Random } from '../random';
import { STRANGERS } from '../strangers';

const row = (label: string, attributes: string): string =>
  `<tr><td>${label}</td><td>${attributes === 'area' ? '<textarea data-gt="- - mustNot"></textarea>' : stray(attributes)}</td></tr>`;

/** Pages of the same offices on which nothing may be hinted, ever. */
export function decoys(table: PageTable, random: Random): MadePage[] {
  const whole = table.indicators.map(({ text }, at) => `<p>${at + 1}.${escaped(text)}</p>`).join('');
  const page = (name: string, body: string): MadePage => ({
    name: `decoy ${name}`,
    files: { 'index.html': html(body) },
    decoy: true,
  });
  const foreign = random.shuffled(STRANGERS);
  const columns = columnsOf(random);
  return [
    page('login', `<h2>平安单位创建管理系统</h2><form>${row('用户名', 'name="u"')}${row('验证码', 'name="v"')}</form>`),
    page(
      'search',
      `<h3>平安建设信息检索</h3><input type="search" data-gt="- - mustNot"><p>${stray('placeholder="请输入指标名称、责任人、完成情况"')}</p>`,
    ),
    page(
      'leave form',
      `<h3>干部职工请假审批表</h3><table>${row('申请人', 'name="a"')}${row('所在科室', 'name="b"')}${row('请假事由', 'area')}${row('责任人', 'name="c"')}${row('工作完成情况', 'area')}${row('完成时限', 'name="d"')}${row('佐证材料', 'type="file"')}${row('备注', 'name="e"')}</table>`,
    ),
    page(
      'webmail',
      `<div class="mail"><div>收件人 ${stray('name="to"')}</div><div>主题 ${stray('name="s" value="关于报送平安单位创建自评材料的函"')}</div><div>附件 ${stray('type="file"')}</div><div contenteditable="true" data-gt="- - mustNot">${whole}<p>自评分：</p><p>完成情况：</p></div></div><div class="quoted"><p>-- 原始邮件 --</p>${whole}</div><div>快捷回复 <textarea data-gt="- - mustNot"></textarea></div>`,
    ),
    page(
      'article with comments',
      `<h1>关于印发2023年度“平安单位”创建工作方案的通知</h1><article>${whole}</article><div class="comments"><h4>发表评论</h4><textarea placeholder="说点什么" data-gt="- - mustNot"></textarea>${stray('placeholder="昵称"')}</div>`,
    ),
    page(
      'article with a receipt',
      `<h2>关于召开平安建设工作推进会的通知</h2><p>为落实平安创建工作，协调解决具体问题，${escaped(table.indicators[2]!.text.slice(0, 20))}，定于近期召开推进会。</p><h4>参会回执</h4><table>${row('单位', 'name="u"')}${row('姓名', 'name="n"')}${row('职务', 'name="z"')}${row('联系人', 'name="l"')}${row('备注', 'name="b"')}</table>`,
    ),
    page(
      'another assessment',
      `<h2>2023年度安全生产（消防）目标责任考核自评表</h2><table><tr><th>序号</th><th>考核内容</th><th>分值</th>${columns.map(({ heading }) => `<th>${heading}</th>`).join('')}</tr>${foreign
        .slice(0, 10)
        .map(
          (text, at) =>
            `<tr><td>${at + 1}</td><td>${escaped(text)}</td><td>5</td>${columns.map(column => `<td>${field(null, column)}</td>`).join('')}</tr>`,
        )
        .join('')}</table>`,
    ),
    page(
      'survey of the public',
      `<h1>平安建设群众满意度调查问卷</h1>${[
        '您对本地社会治安状况是否满意？',
        '您是否知晓平安创建活动？',
        '您身边的矛盾纠纷能否得到及时化解？',
        '您对平安建设工作还有什么意见和建议？',
      ]
        .map(
          (text, at) =>
            `<div class="field"><div class="field-label">${at + 1}. ${text}</div><label><input type="radio" name="q${at}" data-gt="- - mustNot">满意</label><label><input type="radio" name="q${at}" data-gt="- - mustNot">不满意</label><div>请说明情况：<textarea data-gt="- - mustNot"></textarea></div></div>`,
        )
        .join('')}`,
    ),
    page(
      'yearly review of staff',
      `<h2>事业单位工作人员年度考核登记表</h2><table><tr><th>考核项目</th><th>考核要点</th><th>自评分</th><th>完成情况</th></tr>${[
        ['德', '坚持党的领导，落实领导责任，遵纪守法'],
        ['能', '履行职责的业务素质和能力，协调解决问题'],
        ['勤', '责任心、工作态度、工作作风'],
        ['绩', '履行职责情况，完成工作任务的数量、质量、效率'],
        ['廉', '廉洁从业方面的表现'],
      ]
        .map(
          ([name, text]) =>
            `<tr><td>${name}</td><td>${text}</td><td>${stray('name="z"')}</td><td><textarea data-gt="- - mustNot"></textarea></td></tr>`,
        )
        .join('')}</table>`,
    ),
    page(
      'another assessment in cards',
      foreign
        .slice(0, 8)
        .map(
          (text, at) =>
            `<div class="card"><h4>${at + 1}. ${escaped(text)}</h4>${columns.map(column => `<div><label>${column.heading}</label>${field(null, column)}</div>`).join('')}</div>`,
        )
        .join(''),
    ),
    page(
      'task list',
      `<h3>平安建设重点工作任务派发</h3><div>任务名称 ${stray('value="平安建设宣传月活动"')}</div><div>工作措施 <textarea data-gt="- - mustNot"></textarea></div><div>责任人 ${stray('name="r"')}</div><div>完成时限 ${stray('type="date"')}</div><div>完成情况 <textarea data-gt="- - mustNot"></textarea></div>`,
    ),
    page(
      'satisfaction survey',
      `<h3>平安创建群众满意度、知晓度、参与度调查问卷</h3><p>1. 您对本单位开展为群众办实事活动是否满意？</p><label><input type="radio" name="q1" data-gt="- - mustNot">满意</label><label><input type="radio" name="q1" data-gt="- - mustNot">一般</label><p>2. 您参与过平安建设宣传活动吗？请说明情况：</p><textarea data-gt="- - mustNot"></textarea><p>3. 对平安创建工作的意见建议</p><textarea data-gt="- - mustNot"></textarea>`,
    ),
    page(
      'personnel file',
      `<h3>干部年终述职考核登记表</h3><table>${row('姓名', 'name="x"')}${row('分管工作', 'name="y"')}${row('平安建设“一岗双责”履职情况', 'area')}${row('自评得分', 'name="z"')}${row('存在问题', 'area')}</table>`,
    ),
  ];
}
