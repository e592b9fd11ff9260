import type { OpValue } from '../model/op';
import type { NoteReadings, ProfileAnswer, UnitProfile } from '../model/unit-profile';
import type { Place } from './answer-places';

/** Kept with the campaign, so that a colleague's copy knows it too. */
const CAMPAIGN = 'campaign';
const ANSWERS: readonly ProfileAnswer[] = ['yes', 'no', 'unknown'];
const READINGS = {
  Q1: ['Q1-AND', 'Q1-OR'],
  Q2: ['Q2-BASE', 'Q2-ROWS'],
  Q3: ['Q3-SECTION', 'Q3-POINT'],
} as const satisfies { [Question in keyof NoteReadings]-?: readonly NoteReadings[Question][] };

export const profilePlace = (field: keyof UnitProfile): Place => ({ entity: CAMPAIGN, field: `profile:${field}` });
export const readingPlace = (question: keyof NoteReadings): Place => ({ entity: CAMPAIGN, field: `note:${question}` });

type Read = (place: Place) => OpValue | undefined;

export function readProfile(read: Read): UnitProfile {
  const answer = (field: keyof UnitProfile): ProfileAnswer =>
    ANSWERS.find(known => known === read(profilePlace(field))) ?? 'unknown';
  return { carriesProvincial: answer('carriesProvincial'), keyPointsDuty: answer('keyPointsDuty') };
}

/** What nobody has chosen is absent, and read the default way. */
export function readReadings(read: Read): NoteReadings {
  const readings: NoteReadings = {};
  const q1 = READINGS.Q1.find(known => known === read(readingPlace('Q1')));
  const q2 = READINGS.Q2.find(known => known === read(readingPlace('Q2')));
  const q3 = READINGS.Q3.find(known => known === read(readingPlace('Q3')));
  if (q1) readings.Q1 = q1;
  if (q2) readings.Q2 = q2;
  if (q3) readings.Q3 = q3;
  return readings;
}
