/** What lies beside the files, for whoever opens the folder. */
export const README_TEXT = `平安填报助手 · 多人同步文件夹

这里的文件由“平安填报助手”自动写入和读取，用来在几台电脑之间合并同一项填报。
请不要手工删除、改名或移动；误删一般不会丢失内容，下次同步时各台电脑会把自己有的重新放上来。

log/   填报记录（.pal）。文件名中的字母数字是内容的校验值。
blob/  佐证材料等文件（.pab）。
keys/  设置了同步口令时，用口令加锁的密钥；没有口令打不开。

要参加填报：在“平安填报助手”里打开“同步”，选择本文件夹所在的位置。

Written and read by pingan-fill. Please do not delete, rename or move anything here by hand.
`;
