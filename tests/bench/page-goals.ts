import type { Goal } from './goal';
import type { OverlayFigures } from './page-overlay';
import type { RecogniseFigures } from './page-recognise';
import { milliseconds } from './report';

export function recognisingGoals({ fields, first, all, longest, withoutFields, keystroke }: RecogniseFigures): Goal[] {
  return [
    {
      text: `first hints on a page of ${fields} fields within 100 ms of our CPU`,
      reached: first < 100,
      figures: `${milliseconds(first)} ms; all of them ${milliseconds(all)} ms`,
    },
    { text: 'no task of ours over 50 ms there', reached: longest < 50, figures: `longest ${milliseconds(longest)} ms` },
    {
      text: 'under 5 ms on a long page without a field',
      reached: withoutFields < 5,
      figures: `${milliseconds(withoutFields)} ms`,
    },
    {
      text: 'under 1 ms a keystroke for being watched',
      reached: keystroke < 1,
      figures: `${keystroke.toFixed(2)} ms`,
    },
  ];
}

export function overlayGoals({ fields, first, all, longest, key, idle }: OverlayFigures): Goal[] {
  return [
    {
      text: `first hints shown on a page of ${fields} fields within 100 ms of main-thread time`,
      reached: first < 100,
      figures: `${milliseconds(first)} ms; all of them ${milliseconds(all)} ms`,
    },
    {
      text: 'no task over 50 ms meanwhile',
      reached: longest === 0,
      figures: longest === 0 ? 'none' : `longest ${milliseconds(longest)} ms`,
    },
    {
      text: 'a key beside an open card under 1 ms more than on the bare page',
      reached: key.withCard - key.bare < 1,
      figures: `${milliseconds(key.withCard)} ms, ${milliseconds(key.bare)} ms on the bare page`,
    },
    { text: 'nothing while idle', reached: idle < 1, figures: `${milliseconds(idle)} ms in 3 s` },
  ];
}
