/** What every contender does: replicas that each make their edits offline, from nothing, with who and when kept for each. */
export interface MergeWork {
  replicas: number;
  edits: number;
}

export interface Edit {
  replica: string;
  field: string;
  value: string;
  time: number;
}

/** CPU milliseconds of reading all replicas' bytes into one state; bytes of all replicas' edits as they are exchanged. */
export interface MergeResult {
  mergeMs: number;
  bytes: number;
  /** Of the edits, how many can be told in the merged state's history. */
  edits: number;
  /** Ours only: folding all ops, without reading them. */
  foldMs?: number;
}

const WORDS = [
  '组织召开平安建设专题会议',
  '开展安全隐患排查',
  '建立问题台账并限期整改',
  '报送工作小结',
  '落实领导责任制',
  '完成宣传教育活动',
];

/** Sentences and scores as people type them; the same for everyone who is measured. */
export function* editsOf({ edits }: MergeWork, replica: number): Generator<Edit> {
  let state = replica * 7919 + 1;
  const below = (count: number) => {
    state = (Math.imul(state, 48271) + 11) >>> 0;
    return (state >>> 8) % count;
  };
  for (let n = 0; n < edits; n++) {
    const isScore = below(4) === 0;
    yield {
      replica: (replica + 1).toString(16).padStart(8, '0'),
      field: `${1 + below(4)}.${1 + below(40)}/${isScore ? 'selfScore' : 'completion'}`,
      value: isScore
        ? String(below(20) / 2)
        : `${1 + below(12)}月${1 + below(28)}日，${WORDS[below(6)]}，共${below(500)}人次参加；${WORDS[below(6)]}。`,
      time: Date.UTC(2023, 2, 1) + n * 60_000 + below(50_000),
    };
  }
}
