import type { Random } from './random';

/** What becomes of an indicator's text on its way to a portal. */
export type Damage = 'none' | 'widths' | 'shortened' | 'typos' | 'reordered' | 'other year' | 'with measures' | 'mixed';
export const DAMAGES: readonly Damage[] = [
  'none',
  'widths',
  'shortened',
  'typos',
  'reordered',
  'other year',
  'with measures',
  'mixed',
];

const LOOK_ALIKE: Record<string, string> = {
  析: '忻',
  己: '已',
  未: '末',
  治: '冶',
  织: '炽',
  部: '邰',
  建: '健',
  平: '乎',
  制: '治',
  落: '洛',
  责: '贵',
  任: '仼',
  化: '花',
  及: '极',
  查: '察',
  解: '介',
  护: '户',
};
const OTHER_YEAR: readonly [RegExp, string][] = [
  [/2023/g, '2024'],
  [/坚持将?/g, '把'],
  [/平安建设/g, '平安创建'],
  [/建立健全/g, '完善'],
  [/积极/g, '主动'],
  [/认真/g, '扎实'],
  [/定期/g, '按季度'],
  [/不断/g, '持续'],
  [/有效/g, '切实'],
  [/开展/g, '组织开展'],
  [/提升/g, '提高'],
  [/突出/g, '重点'],
];

export function damaged(text: string, measures: string, kind: Damage, random: Random): string {
  switch (kind) {
    case 'none':
      return text;
    case 'widths':
      return text.replace(/[，。；、（）“”]/g, mark =>
        random.chance(0.6)
          ? ({ '，': ',', '。': '.', '；': ';', '、': '､', '（': '(', '）': ')', '“': '"', '”': '"' }[mark] ?? mark)
          : mark,
      );
    case 'shortened':
      return shortened(text, random);
    case 'typos':
      return typos(text, random, 0.07);
    case 'reordered': {
      const clauses = text
        .replace(/。$/, '')
        .split(/[，,；;。]/)
        .filter(Boolean);
      return `${random.shuffled(clauses).join('，')}。`;
    }
    case 'other year':
      return OTHER_YEAR.reduce((out, [from, to]) => (random.chance(0.75) ? out.replace(from, to) : out), text);
    case 'with measures':
      return `${text}具体措施：${measures}`;
    case 'mixed':
      return damaged(
        text,
        measures,
        random.pick(DAMAGES.filter(it => it !== 'mixed' && it !== 'with measures')),
        random,
      );
  }
}

/** The first clauses, or each clause cut down to its core. */
function shortened(text: string, random: Random): string {
  const clauses = text
    .replace(/[。.]$/, '')
    .split(/[，,；;。]/)
    .filter(clause => clause.length > 3);
  const kept = clauses.slice(0, Math.max(1, Math.ceil(clauses.length * (0.3 + 0.4 * random.next()))));
  if (random.chance(0.5)) return `${kept.join('，')}${random.pick(['', '…', '等', '。'])}`;
  return kept
    .map(clause => clause.replace(/^(?:积极|认真|坚持将?|建立健全|进一步|加强|广泛|聚焦|发挥)/, ''))
    .join('、');
}

function typos(text: string, random: Random, share: number): string {
  return [...text]
    .map(character => {
      if (!random.chance(share)) return character;
      const what = random.next();
      if (what < 0.35) return '';
      if (what < 0.55) return character + character;
      return LOOK_ALIKE[character] ?? random.pick([...'的和及等在为了有与']);
    })
    .join('');
}
