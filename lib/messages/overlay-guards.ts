import type { OverlayNotice, TakeReply, ToOverlay, Welcome } from './overlay-messages';

/** What reaches the script on a page comes from our own background or side panel; these only keep a newer version's words out. */
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

export function isWelcome(reply: unknown): reply is Welcome {
  if (
    !isObject(reply) ||
    reply.is !== 'ready' ||
    !isObject(reply.texts) ||
    !isObject(reply.roles) ||
    !isObject(reply.table)
  )
    return false;
  return Array.isArray(reply.table.indicators) && Array.isArray(reply.corrections) && Array.isArray(reply.bindings);
}

export function valueIn(reply: unknown): string | null {
  return isObject(reply) && typeof reply.value === 'string' ? reply.value : null;
}

export function takeReply(reply: unknown): TakeReply {
  const known = ['taken', 'same', 'differs'] as const;
  const is = known.find(one => isObject(reply) && reply.is === one);
  return { is: is ?? 'impossible' };
}

const NOTICES = ['background:overlay:changed', 'panel:overlay:connect'];

export const isNotice = (message: unknown): message is OverlayNotice =>
  isObject(message) && NOTICES.includes(message.do as string);

export function isToOverlay(message: unknown): message is ToOverlay {
  if (!isObject(message) || typeof message.field !== 'string') return false;
  if (message.do === 'panel:overlay:fill') return typeof message.value === 'string';
  return message.do === 'panel:overlay:show' || message.do === 'panel:overlay:assign';
}
