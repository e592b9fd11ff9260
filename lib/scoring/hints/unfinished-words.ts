const WORK =
  '(?:完成|开展|落实|建立|制定|印发|报送|上报|整改|办结|启动|实施|组织|达标|达到|销号|提供|到位|成立|签订|召开|举办|配备|化解|解决|设立|部署|进行|覆盖|推进|修订|更新|动工|完工|竣工|验收)';
/** 尚未发生, 未出现 are good news and stand for no work left. */
const UNFINISHED = new RegExp(
  `(?:尚未|还未|仍未|暂未|均未|未能|还没有?|没有|没能|未)(?:全部|全面|按时|按期|及时|正式|完全|有效|能)?${WORK}` +
    '|正在(?:积极|加紧|抓紧|持续|有序|陆续)?(?:推进|协调|办理|整改|开展|进行|筹备|制定|落实|实施|建设|化解|研究|起草|修订|处理|完善|申报)' +
    '|(?:有待|尚待|仍需|还需|待)(?:进一步)?(?:完成|整改|落实|推进|开展|补充|解决|加强|完善|提升)' +
    '|(?:推进|整改|筹备|办理|进行|建设)中(?=$|[^心央国华小型期])' +
    '|(?:拟于|计划(?:于|在)?|预计|将于)(?:明年|次年|下一?年|年底|\\d{1,2}月)',
  'g',
);
/** 没有未完成的事项, 无未开展情形; 对未落实的单位进行通报. */
const DENIED = /(?:没有|无|不存在|未发现|未出现|消除|杜绝|避免|防止|零|不含|除)(?:任何|其他|一项|一件)?$/;
const ABOUT_OTHERS = /(?:对|针对|凡|如|若|督促|要求|责令|通报|督办|约谈|追究|防止|对于)[^,]{0,8}$/;
/** 未完成0件, 未整改数为0, 未完成的3项已全部整改. */
const RESOLVED =
  /^[^,]{0,8}?(?:(?:数|率|量|项|件)?(?:均|都)?(?:为|是|共)?[0零](?![.\d])|已经?(?:全部)?|均已|全部(?:办结|完成|整改|销号|落实))/;
const RESOLVED_NEXT =
  /^(?:现|目前|均|后|经[^,]{0,10})?(?:已|均已|全部)(?:经)?(?:全部)?(?:完成|办结|整改|落实|销号|化解|解决|到位)/;
const OF_A_RULE = /^[^,]{0,6}的(?:单位|科室|部门|人员|企业|干部|责任|行为|予以|进行|一律|给予|将)/;

/** As far before the words as their clause can turn them. */
const NEAR = 30;
const SAME_CLAUSE = /[^,;。!?:\n]*$/;

/** Where a folded text says that work is left: offsets of the words; null where it does not. */
export function unfinishedAt(folded: string): [start: number, end: number] | null {
  for (const match of folded.matchAll(UNFINISHED)) {
    const start = match.index;
    const end = start + match[0].length;
    const before = SAME_CLAUSE.exec(folded.slice(Math.max(0, start - NEAR), start))![0];
    const after = folded.slice(end, end + 60);
    const next = /^[^,;。]*[,;](.*)$/s.exec(after)?.[1] ?? '';
    if (DENIED.test(before) || ABOUT_OTHERS.test(before) || OF_A_RULE.test(after)) continue;
    if (RESOLVED.test(after) || RESOLVED_NEXT.test(next)) continue;
    return [start, end];
  }
  return null;
}
