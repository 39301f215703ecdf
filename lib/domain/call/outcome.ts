import { isNewer, type Stamp } from '../stamp';
import type { Call, CallCommandRecord } from './call';
import { type CallCommandType, callCommands } from './command';

// A call is answered once and hangs up once: whenever that was, it is what was asked for.
const once: ReadonlySet<CallCommandType> = new Set(['call.answer', 'call.reject', 'call.hangUp']);

/**
 * The word that a command of this kind has to be newer than: the newest of what it waits for. Null
 * where there is none yet, or any will do.
 */
export function heardOf(call: Call, type: CallCommandType): Stamp | null {
  const word = once.has(type) ? null : wordOf(call, type);
  return word === null ? null : { at: word.at, id: word.id };
}

/** The record as what is known of the leg makes it; the same reference where that changes nothing. */
export function judged(call: Call, record: CallCommandRecord): CallCommandRecord {
  const { phase, type } = record;
  const isOpen = phase === 'accepted' || phase === 'unknown' || phase === 'contradicted';
  if (!isOpen || callCommands[type].evidence === 'none') return record;
  const outcome = outcomeOf(call, record);
  return outcome === null || outcome === phase ? record : { ...record, phase: outcome };
}

function outcomeOf(call: Call, { type, before }: CallCommandRecord) {
  if (type === 'call.playStop' && !isHearing(call)) return 'confirmed';
  const word = wordOf(call, type);
  if (word !== null && isNewer(word, before)) {
    if (type !== 'call.refer') return 'confirmed';
    const { value } = call.referred ?? {};
    if (value === 'completed') return 'confirmed';
    if (value === 'failed') return 'contradicted';
  }
  // Nothing more can come of it, unless a word of it is late.
  return call.hungUp === null ? null : 'contradicted';
}

/** Whether something is played or spoken to the leg. */
export function isHearing({ playback, speak }: Pick<Call, 'playback' | 'speak'>): boolean {
  return playback?.value.isOn === true || speak?.value === true;
}

function wordOf(call: Call, type: CallCommandType): Stamp | null {
  switch (type) {
    case 'call.answer':
      return call.answered;
    case 'call.reject':
    case 'call.hangUp':
      return call.hungUp;
    case 'call.transfer':
    case 'call.bridge':
      return call.bridged;
    case 'call.refer':
      return call.referred;
    case 'call.enqueue':
      return call.enqueued;
    case 'call.leaveQueue':
      return call.dequeued;
    case 'call.playStart':
      return call.playbackBegan;
    case 'call.playStop':
    case 'call.sendSipInfo':
    case 'call.switchSupervisorRole':
      return null;
  }
}
