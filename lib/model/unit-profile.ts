/** What the 【说明】 asks about a unit. Asked once, kept with the campaign. */
export type ProfileAnswer = 'yes' | 'no' | 'unknown';

export interface UnitProfile {
  /** 是否承担省对市（平安建设）考评任务 */
  carriesProvincial: ProfileAnswer;
  /** 是否当年《平安建设要点》责任单位 */
  keyPointsDuty: ProfileAnswer;
}

export const UNKNOWN_PROFILE: UnitProfile = { carriesProvincial: 'unknown', keyPointsDuty: 'unknown' };

/** How the ambiguous words of a 【说明】 are read; what is absent is read the default way. */
export interface NoteReadings {
  /** 及 joins the two conditions: both must hold, or either will do. */
  Q1?: 'Q1-AND' | 'Q1-OR';
  /** 第2、3点 are points of the superior's blank form, or rows of this table. */
  Q2?: 'Q2-BASE' | 'Q2-ROWS';
  /** 不少于3项: of the section, or of every point. */
  Q3?: 'Q3-SECTION' | 'Q3-POINT';
}
