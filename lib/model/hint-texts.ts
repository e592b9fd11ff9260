/**
 * The line of every hint, in both languages. The first part of a key is the hint's kind. Plain and short: a clerk reads
 * dozens of them. {quoted} values are words of the table or of the unit itself.
 */
export const HINT_TEXTS = {
  'score-not-a-number': {
    'zh-CN': '自评分“{typed}”不是数字。',
    en: 'The self-score “{typed}” is not a number.',
  },
  'score-not-a-number/negative': {
    'zh-CN': '自评分 {typed} 小于 0。',
    en: 'The self-score {typed} is below 0.',
  },
  'score-over-weight': {
    'zh-CN': '自评 {self} 分，超过本项分值 {weight} 分。',
    en: 'Self-score {self} exceeds the {weight} points of this item.',
  },
  'score-step': {
    'zh-CN': '自评分 {self} 有两位以上小数，一般按 0.1 分或 0.5 分打分，请核对。',
    en: 'Self-score {self} has more than one decimal; scores usually go by 0.1 or 0.5. Please check.',
  },
  'score-unfinished': {
    'zh-CN': '自评满分 {self} 分，但填报内容写有“{words}”，请核对。',
    en: 'Full self-score ({self}), but the text says “{words}”. Please check.',
  },
  'score-unproven': {
    'zh-CN': '自评满分 {self} 分，但还没有填写完成情况，措施也没有勾选。',
    en: 'Full self-score ({self}), but nothing is written and no measure is ticked.',
  },
  'score-against-answers/count': {
    'zh-CN': '自评满分，但“{quote}”只有 {have} {unit}。',
    en: 'Full self-score, but “{quote}” has only {have} {unit}.',
  },
  'score-against-answers/over': {
    'zh-CN': '自评满分，但“{quote}”填的是 {have} {unit}。',
    en: 'Full self-score, but “{quote}” is answered with {have} {unit}.',
  },
  'score-against-answers/event': {
    'zh-CN': '自评满分，但“{quote}”填为“已发生”。',
    en: 'Full self-score, but “{quote}” is answered “it happened”.',
  },
  'score-against-answers/measures': {
    'zh-CN': '自评满分，但 {total} 条措施只勾选了 {done} 条。',
    en: 'Full self-score, but only {done} of {total} measures are ticked.',
  },
  'score-against-answers/zero': {
    'zh-CN': '自评 0 分，但各项要求都已完成，请核对。',
    en: 'Self-score 0, although everything asked is done. Please check.',
  },
  'score-against-rule': {
    'zh-CN': '自评 {self} 分；按评分标准和已填答复应为 {byRule} 分。',
    en: 'Self-score {self}; by the scoring rule and your answers it comes to {byRule}.',
  },
  'event-happened': {
    'zh-CN': '完成情况写有“{words}”，而考评要求“{quote}”，请核对。',
    en: 'The text says “{words}”, while the table asks for “{quote}”. Please check.',
  },
  'event-happened/confirmed': {
    'zh-CN': '“{quote}”：已填为发生过，请在完成情况中写明处理结果。',
    en: '“{quote}”: answered as happened. Please state in the text how it was dealt with.',
  },
  measures: {
    'zh-CN': '具体措施 {total} 条，已勾选 {done} 条。',
    en: '{done} of {total} measures ticked.',
  },
  'measures/single': {
    'zh-CN': '具体措施 1 条，完成后请勾选。',
    en: 'One measure; tick it when it is done.',
  },
  'measures/unmentioned': {
    'zh-CN': '完成情况里没有看到措施 {numbers}（“{quote}”）的内容；已写到的请忽略。',
    en: 'The text does not seem to mention measure {numbers} (“{quote}”); ignore this if it does.',
  },
  count: {
    'zh-CN': '“{quote}”：已记 {have}/{need} {unit}。',
    en: '“{quote}”: {have} of {need} {unit} recorded.',
  },
  'count/stated': {
    'zh-CN': '“{quote}”：完成情况写的是 {have} {unit}，还差 {missing} {unit}。',
    en: '“{quote}”: the text states {have} {unit}; {missing} more are asked.',
  },
  'count/unstated': {
    'zh-CN': '“{quote}”：完成情况里没有写明数量，请补上（要求 {need} {unit}）。',
    en: '“{quote}”: the text gives no number; please add it ({need} {unit} asked).',
  },
  'count/period': {
    'zh-CN': '“{quote}”：全年共 {need} {unit}，已记 {have} {unit}。',
    en: '“{quote}”: {need} {unit} over the year, {have} recorded.',
  },
  'count/rate': {
    'zh-CN': '“{quote}”：请填写实际比率。',
    en: '“{quote}”: please enter the actual rate.',
  },
  'count/limit': {
    'zh-CN': '“{quote}”：请填写实际数。',
    en: '“{quote}”: please enter the actual figure.',
  },
  'over-limit': {
    'zh-CN': '“{quote}”：已填 {have} {unit}，超出要求。',
    en: '“{quote}”: {have} {unit} is beyond the limit.',
  },
  recurring: {
    'zh-CN': '“{quote}”：请写明次数或时间。',
    en: '“{quote}”: please state how often or when.',
  },
  'recurring/ongoing': {
    'zh-CN': '“{quote}”：全年都要做，请随时留下记录。',
    en: '“{quote}”: goes on all year; keep records as you go.',
  },
  forbidden: {
    'zh-CN': '“{quote}”：请核实后确认。',
    en: '“{quote}”: please verify and confirm.',
  },
  'forbidden/several': {
    'zh-CN': '有 {count} 种情况要求没有发生（“{quote}”等），请核实后确认。',
    en: '{count} things must not have happened (“{quote}” …); please verify and confirm.',
  },
  deadline: {
    'zh-CN': '{date} 到期，还剩 {days} 天：{count} 项未填完（{codes}）。',
    en: 'Due {date}, {days} days left. Not complete: {count} ({codes}).',
  },
  'deadline/today': {
    'zh-CN': '今天（{date}）到期：{count} 项未填完（{codes}）。',
    en: 'Due today ({date}). Not complete: {count} ({codes}).',
  },
  'deadline/overdue': {
    'zh-CN': '{date} 已到期，超过 {days} 天：{count} 项未填完（{codes}）。',
    en: 'Was due {date}, {days} days ago. Not complete: {count} ({codes}).',
  },
  'deadline/ongoing': {
    'zh-CN': '完成时限为“{wording}”，没有截止日，请随时记录：{count} 项未填完（{codes}）。',
    en: 'Deadline “{wording}” names no day; keep records as you go. Not complete: {count} ({codes}).',
  },
  'deadline/recurring': {
    'zh-CN': '完成时限为“{wording}”，请按期记录：{count} 项未填完（{codes}）。',
    en: 'Deadline “{wording}” recurs; record each time. Not complete: {count} ({codes}).',
  },
  'deadline/unknown': {
    'zh-CN': '完成时限“{wording}”推不出具体日期，请自行掌握：{count} 项未填完（{codes}）。',
    en: 'No date could be read from the deadline “{wording}”. Not complete: {count} ({codes}).',
  },
  'deadline/in-text': {
    'zh-CN': '“{quote}”：还剩 {days} 天。',
    en: '“{quote}”: {days} days left.',
  },
  'deadline/in-text-overdue': {
    'zh-CN': '“{quote}”：已过 {days} 天，请确认是否完成。',
    en: '“{quote}”: {days} days ago; please confirm that it is done.',
  },
  owed: {
    'zh-CN': '{department}还有 {count} 项没有填完（{codes}）。',
    en: '{department} still owes {count} ({codes}).',
  },
  'owed/due': {
    'zh-CN': '{department}还有 {count} 项没有填完（{codes}），{date} 到期，还剩 {days} 天。',
    en: '{department} still owes {count} ({codes}), due {date}, {days} days left.',
  },
  'owed/today': {
    'zh-CN': '{department}还有 {count} 项没有填完（{codes}），今天（{date}）到期。',
    en: '{department} still owes {count} ({codes}), due today ({date}).',
  },
  'owed/overdue': {
    'zh-CN': '{department}还有 {count} 项没有填完（{codes}），{date} 已到期，超过 {days} 天。',
    en: '{department} still owes {count} ({codes}), due {date}, {days} days ago.',
  },
  'owed/nobody': {
    'zh-CN': '还有 {count} 项没有填完（{codes}）。',
    en: 'Not complete yet: {count} ({codes}).',
  },
  unassigned: {
    'zh-CN': '{count} 项还没有责任科室（{codes}）。',
    en: 'Without a department: {count} ({codes}).',
  },
  'rule-answer': {
    'zh-CN': '评分标准有 {count} 处未作答，如“{quote}”：{question}',
    en: 'Not answered in the scoring rule: {count}, such as “{quote}”: {question}',
  },
  'points-lost': {
    'zh-CN': '按“{quote}”失 {lost} 分。',
    en: '“{quote}” costs {lost} points.',
  },
  'points-lost/win-back': {
    'zh-CN': '按“{quote}”失 {lost} 分；{change}可挽回 {gain} 分。',
    en: '“{quote}” costs {lost} points; {change} wins back {gain}.',
  },
  'rule-judgement': {
    'zh-CN': '“{quote}”需要由人判断{range}。',
    en: '“{quote}” needs a person’s judgement{range}.',
  },
  'rule-unread': {
    'zh-CN': '评分标准“{quote}”没有读懂，请按原文掌握。',
    en: 'The scoring rule “{quote}” was not understood; please go by its words.',
  },
  veto: {
    'zh-CN': '触及一票否决：“{quote}”{label}。',
    en: 'Veto: “{quote}”{label}.',
  },
  'weight-sum': {
    'zh-CN': '{what}写明 {declared} 分，{parts}合计 {actual} 分，相差 {difference} 分。',
    en: '{what} states {declared} points; {parts} add up to {actual}: a difference of {difference}.',
  },
  'same-fact/event': {
    'zh-CN': '{codes} 都要求“{quote}”，一旦发生可能两处扣分，两处填写应一致。',
    en: '{codes} both ask for “{quote}”: one event may cost points twice; answer both alike.',
  },
  'same-fact': {
    'zh-CN': '{codes} 都写有“{quote}”，材料可共用，两处填写应一致。',
    en: '{codes} both say “{quote}”: the same papers may serve; answer both alike.',
  },
  'suspected-typo': {
    'zh-CN': '“{from}”疑为{to}，原文未改动。',
    en: '“{from}” may be meant as {to}; the file was not changed.',
  },
  'content-gap': {
    'zh-CN': '考评内容“{quote}”在具体措施中没有对应，填写时别漏掉。',
    en: 'No measure takes up “{quote}”; do not leave it out.',
  },
  'no-scoring-rule': {
    'zh-CN': '本表未载明评分标准，这里不推算扣分；请以上级印发的细则为准。',
    en: 'This table states no scoring rule, so no deductions are worked out; go by the superior’s rules.',
  },
  'unit-profile': {
    'zh-CN': '请先回答单位情况（{questions}），“{section}”的要求因此而不同。',
    en: 'Please answer about your unit first ({questions}): what “{section}” asks depends on it.',
  },
  'note-reading': {
    'zh-CN': '【说明】有两种理解，现按“{reading}”处理，请选择。',
    en: 'The note can be read two ways; “{reading}” is assumed. Please choose.',
  },
  'note-unmet/min-items': {
    'zh-CN': '“{section}”现有 {have} 项，【说明】要求不少于 {need} 项。',
    en: '“{section}” has {have} items; the note asks for at least {need}.',
  },
  'note-unmet/own-weights': {
    'zh-CN': '“{section}”有 {count} 项没有设置权重分值。',
    en: '“{section}” has {count} items without points of their own.',
  },
  'note-unmet/weight-positive': {
    'zh-CN': '“{section}”有 {count} 项权重不大于 0（推断，说明未写明）。',
    en: '“{section}” has {count} items with no more than 0 points (inferred, not stated).',
  },
  'note-unmet/weights-sum': {
    'zh-CN': '“{section}”各项权重合计 {actual} 分，项目分值为 {declared} 分（推断，说明未写明须相等）。',
    en: 'The points of “{section}” add up to {actual}, its own are {declared} (inferred; the note does not say they must agree).',
  },
  'note-applies': {
    'zh-CN': '按【说明】：“{section}”针对第 {points} 点细化{least}，现有 {have} 项。',
    en: 'By the note, “{section}” details point {points}{least}; it has {have}.',
  },
  'note-applies/conflict': {
    'zh-CN': '【说明】两处都适用：“{section}”可只对照第 {points} 点（从轻），请向上级核实。',
    en: 'Two clauses of the note apply; “{section}” may take point {points} only (the lighter one). Please ask the superior.',
  },
  'note-applies/silent': {
    'zh-CN': '【说明】没有写到这类单位；推断“{section}”对照第 {points} 点（现有 {have} 项），请向上级核实。',
    en: 'The note does not speak of such units; “{section}” presumably follows point {points} (it has {have} items). Please ask the superior.',
  },
  'advice-evidence': {
    'zh-CN': '建议准备：{first}{more}',
    en: 'Advice (建议), papers to collect: {first}{more}',
  },
  'advice-wording': {
    'zh-CN': '建议写法：{first}',
    en: 'Advice (建议) on wording: {first}',
  },
  'advice-gap': {
    'zh-CN': '建议自查：{first}{more}',
    en: 'Advice (建议), often missing: {first}{more}',
  },
} as const;

export type HintTextKey = keyof typeof HINT_TEXTS;
