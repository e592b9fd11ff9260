/**
 * Words of a sample that was handed out and never replaced: "××会议", "XX年XX月", "（示例）", "请填写…", dotted or underscored
 * blanks. The first such piece, for showing; null where there is none.
 */
export function sampleTextIn(text: string): string | null {
  const found =
    /[（(【[]?(?:示例|样例|范例|例文|样表)[）)】\]]?|(?:请在此|此处|请)填写|填写说明|[×xXＸ✕]{2,}|[*＊]{3,}|_{3,}|＿{2,}|…{2,}|(?:某某|\?{3,}|？{3,})/.exec(
      text,
    );
  if (!found) return null;
  return text
    .slice(Math.max(0, found.index - 6), found.index + found[0].length + 6)
    .replace(/\s+/g, ' ')
    .trim();
}

/** How many pieces of evidence a text names: numbered ones, else parts between separators. */
export function evidenceCount(text: string): number {
  const plain = text.trim();
  if (plain === '' || /^(?:无|没有|暂无|\/|-+|—+)[。.]?$/.test(plain)) return 0;
  const numbered = plain.match(/(?:^|[\s；;，,。])[(（]?\d{1,3}[)）.．、]/g);
  if (numbered) return numbered.length;
  return plain.split(/[\n；;、，,]+/).filter(part => part.trim() !== '').length;
}
