import { buildPackage, workbookParts } from '../fixtures/build-package';
import { generator } from '../unit/workbook/splice/sheet-text';

/** The received table of 2023 has one sheet of this name too. */
export const SHEET = '个性指标';

/**
 * An indicator table of many rows × 20 columns as an office's Excel would write it: title and header, merged sections left
 * out, cell styles in every cell, texts in the shared table, half of the answers filled. The same bytes for the same number.
 */
export function makeWorkbook(rows: number): Uint8Array {
  const random = generator(rows);
  const strings = new StringTable();
  const pick = (texts: readonly string[]): string => texts[random() % texts.length]!;
  const sentence = (pieces: number): string => Array.from({ length: pieces }, () => pick(PHRASES)).join('，');
  const sections = SECTIONS.map(name => strings.index(name));
  const contents = many(200, () => strings.index(sentence(2)));
  const measures = many(Math.ceil(rows / 3), n => strings.index(`${(n % 9) + 1}.${sentence(3)}。`));
  const people = many(300, () => strings.index(pick(SURNAMES) + pick(GIVEN_NAMES)));
  const answers = many(Math.ceil(rows / 5), n => strings.index(`已完成${n}项，${sentence(2)}。`));
  const departments = DEPARTMENTS.map(name => strings.index(name));

  const lines = [header(strings)];
  for (let row = 3; row < rows + 3; row++) {
    const text = (column: string, style: number, index: number) =>
      `<c r="${column}${row}" s="${style}" t="s"><v>${index}</v></c>`;
    const number = (column: string, style: number, value: number) =>
      `<c r="${column}${row}" s="${style}"><v>${value}</v></c>`;
    const empty = (column: string, style: number) => `<c r="${column}${row}" s="${style}"/>`;
    const one = (indexes: readonly number[]): number => indexes[random() % indexes.length]!;
    const isAnswered = random() % 2 === 0;
    lines.push(
      `<row r="${row}" spans="1:20" ht="36" customHeight="1">`,
      number('A', 4, row - 2),
      text('B', 3, sections[Math.floor(((row - 3) * sections.length) / rows)]!),
      text('C', 3, one(contents)),
      text('D', 3, one(measures)),
      number('E', 6, 45_000 + (random() % 365)),
      number('F', 5, (random() % 8) / 2 + 0.5),
      text('G', 3, one(departments)),
      text('H', 4, one(people)),
      isAnswered ? text('I', 3, one(answers)) : empty('I', 3),
      isAnswered ? number('J', 5, (random() % 8) / 2) : empty('J', 5),
      ...[...'KLMNOPQRST'].map(column => number(column, 5, (random() % 100_000) / 100)),
      '</row>',
    );
  }
  return buildPackage(
    workbookParts({
      sheets: [{ name: SHEET, xml: sheetXml(rows, lines) }],
      sharedStrings: strings.xml(),
      styles: STYLES,
    }),
  );
}

class StringTable {
  private readonly indexes = new Map<string, number>();

  index(text: string): number {
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    this.indexes.set(text, this.indexes.size);
    return this.indexes.size - 1;
  }

  xml(): string {
    return [...this.indexes.keys()].map(text => `<si><t>${text}</t></si>`).join('');
  }
}

function header(strings: StringTable): string {
  const cells = HEADINGS.map((heading, n) => `<c r="${columnOf(n)}2" s="2" t="s"><v>${strings.index(heading)}</v></c>`);
  const title = strings.index('2023年度平安单位创建个性指标项目表（总分100分）');
  return (
    `<row r="1" spans="1:20" ht="42" customHeight="1"><c r="A1" s="1" t="s"><v>${title}</v></c></row>` +
    `<row r="2" spans="1:20" ht="30" customHeight="1">${cells.join('')}</row>`
  );
}

function sheetXml(rows: number, lines: readonly string[]): string {
  const widths = HEADINGS.map(
    (_, n) => `<col min="${n + 1}" max="${n + 1}" width="${n === 3 || n === 8 ? 40 : 12}" customWidth="1"/>`,
  );
  return (
    `<dimension ref="A1:T${rows + 2}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews>` +
    `<sheetFormatPr defaultRowHeight="14.25"/><cols>${widths.join('')}</cols><sheetData>${lines.join('')}</sheetData>` +
    '<mergeCells count="1"><mergeCell ref="A1:T1"/></mergeCells>' +
    '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>' +
    '<pageSetup paperSize="9" orientation="landscape"/>'
  );
}

const columnOf = (n: number): string => String.fromCharCode(65 + n);
const many = (count: number, make: (n: number) => number): number[] => Array.from({ length: count }, (_, n) => make(n));

const HEADINGS = [
  ...['序号', '项目', '考评内容', '具体措施', '完成时限', '权重分值', '责任科室', '责任人', '完成情况', '自评分'],
  ...many(10, n => n + 1).map(month => `${month}月进度`),
];
const SECTIONS = ['组织领导', '矛盾化解', '治安防控', '安全生产', '法治宣传', '基层基础', '网格管理', '工作保障'];
const DEPARTMENTS = [
  '综合科',
  '政工科',
  '法规科',
  '应急管理科',
  '信访办',
  '综治中心',
  '财务科',
  '机关党委',
  '服务中心',
  '分园区办事处',
];
const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡林郭何高罗'];
const GIVEN_NAMES = [
  '伟',
  '芳',
  '建国',
  '秀英',
  '志强',
  '丽娟',
  '海峰',
  '晓东',
  '雅琴',
  '文斌',
  '国庆',
  '美玲',
  '永红',
  '思远',
];
const PHRASES = [
  ...[
    '召开平安建设专题会议不少于2次',
    '落实领导班子成员一岗双责',
    '排查化解矛盾纠纷',
    '建立重点人员台账',
    '开展消防安全检查',
  ],
  ...[
    '组织应急演练',
    '张贴宣传标语',
    '推送反诈预警信息',
    '完善视频监控',
    '落实值班值守制度',
    '签订责任书',
    '没有发生重大刑事案件',
  ],
  ...['无越级上访', '报送信息不少于4条', '健全网格化服务管理', '开展法治讲座', '做好节假日安全防范', '整改问题隐患'],
];

const border = '<left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/>';
const xf = (font: number, format: number, horizontal: string, wrap: boolean) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="0" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyBorder="1" applyAlignment="1">` +
  `<alignment horizontal="${horizontal}" vertical="center"${wrap ? ' wrapText="1"' : ''}/></xf>`;
const font = (name: string, size: number, bold: boolean) =>
  `<font>${bold ? '<b/>' : ''}<sz val="${size}"/><name val="${name}"/><charset val="134"/></font>`;
const STYLES =
  '<numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts>' +
  `<fonts count="3">${font('宋体', 12, false)}${font('黑体', 20, true)}${font('仿宋_GB2312', 12, false)}</fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  `<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${border}</border></borders>` +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  `<cellXfs count="7"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${xf(1, 0, 'center', false)}${xf(2, 0, 'center', true)}` +
  `${xf(2, 0, 'left', true)}${xf(2, 0, 'center', false)}${xf(2, 2, 'center', false)}${xf(2, 176, 'center', false)}</cellXfs>` +
  '<cellStyles count="1"><cellStyle name="常规" xfId="0" builtinId="0"/></cellStyles>';
