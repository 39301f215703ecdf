import { announceBridged, announceDequeued, announceHangup, type HangupCause } from './announce';
import { announceEnded, announceLeft } from './announce-conference';
import { endGather } from './gathering';
import { noteWhoIsHeard } from './heard';
import { stopRecording } from './recordings';
import { legOutput, participantOutput, roomOutput, stop } from './sounds';
import {
  type Conference,
  type EndReason,
  type Leg,
  type Participant,
  type QueueEntry,
  type World,
} from './world';

const READABLE_AFTER_END_MS = 600_000;

/** A hang-up by command or by the carrier: normal, from our side of the line. */
export const hungUpByUs = (leg: Leg): HangupCause =>
  leg.state === 'ringing' && leg.direction === 'outgoing'
    ? { cause: 'originator_cancel', source: 'caller', sip: '487' }
    : {
        cause: 'normal_clearing',
        source: leg.direction === 'incoming' ? 'callee' : 'caller',
        sip: '200',
      };

/** A hang-up by the person at the far end. */
export const hungUpByThem = (leg: Leg): HangupCause => {
  const source = leg.direction === 'incoming' ? 'caller' : 'callee';
  if (leg.state === 'answered') return { cause: 'normal_clearing', source, sip: '200' };
  return leg.direction === 'incoming'
    ? { cause: 'originator_cancel', source, sip: '487' }
    : { cause: 'call_rejected', source, sip: '603' };
};

/** Takes a call out of its queue and says why. */
export function dequeue(world: World, entry: QueueEntry, reason: string): void {
  const position = [...entry.queue.entries.keys()].indexOf(entry.leg.callControlId) + 1;
  dropEntry(world, entry);
  entry.queue.left += 1;
  entry.queue.waitedMsSum += world.clock.now() - entry.enqueuedAt;
  announceDequeued(world, entry, position, reason);
}

/** Takes a call out of its queue without a word. */
export function dropEntry(world: World, entry: QueueEntry): void {
  entry.timer?.cancel();
  if (entry.queue.entries.delete(entry.leg.callControlId)) {
    entry.queue.enqueuedAtSum -= entry.enqueuedAt;
  }
  entry.queue.updatedAt = world.clock.now();
  if (entry.leg.entry === entry) entry.leg.entry = null;
}

function complete(world: World, conference: Conference, reason: EndReason, by: Leg | null): void {
  conference.status = 'completed';
  conference.endReason = reason;
  conference.endedBy = by;
  conference.updatedAt = world.clock.now();
  conference.expiry?.cancel();
  conference.floor = null;
  world.activeByName.delete(conference.name);
  stop(world, roomOutput(world, conference), 'cancelled');
  const told = reason === 'ended_via_api' ? world.switches.reasonAfterEnd : reason;
  announceEnded(world, conference, told);
  for (const recording of conference.recordings) stopRecording(world, recording);
  world.clock.in(world.switches.completedListedMs, () => {
    world.conferences.delete(conference.id);
  });
}

function remove(world: World, participant: Participant, told: boolean): void {
  const { conference, leg } = participant;
  stop(world, participantOutput(world, participant), 'call_hangup');
  endGather(world, leg, 'cancelled');
  participant.status = 'left';
  participant.updatedAt = world.clock.now();
  leg.participant = null;
  conference.present.delete(leg.callControlId);
  conference.presentById.delete(participant.id);
  if (conference.floor === leg.callControlId) conference.floor = null;
  if (conference.talking === leg) conference.talking = null;
  noteWhoIsHeard(world, conference);
  if (world.switches.leftStayListed) conference.left.push(participant);
  if (told) announceLeft(world, participant);
}

/** Ends a conference: everybody in it is hung up, then it is completed (DOMAIN §4.2). */
export function endConference(
  world: World,
  conference: Conference,
  reason: EndReason,
  by: Leg | null,
): void {
  if (conference.status === 'completed') return;
  const everybody = [...conference.present.values()];
  for (const participant of everybody) {
    const { leg } = participant;
    if (leg.state !== 'ended') endLeg(world, leg, hungUpByUs(leg));
    remove(world, participant, world.switches.leftOnEnd);
  }
  complete(world, conference, reason, by);
}

/** One participant leaves; hosts take the conference with them, the last one ends it. */
export function leaveConference(world: World, participant: Participant): void {
  const { conference, leg } = participant;
  remove(world, participant, true);
  if (participant.endOnExit) {
    endConference(world, conference, 'host_left', leg);
    return;
  }
  if (participant.softEndOnExit) {
    conference.closing ??= leg;
    conference.updatedAt = world.clock.now();
    if (world.switches.softEndAtOnce) {
      for (const other of [...conference.present.values()]) remove(world, other, true);
    }
  }
  if (conference.present.size > 0) return;
  const { closing } = conference;
  complete(world, conference, closing === null ? 'all_left' : 'host_left', closing ?? leg);
}

/** Ends a bridge: the other leg is hung up, unless it asked to be parked. */
function unbridge(world: World, leg: Leg): void {
  const other = leg.peer;
  if (other === null) return;
  leg.peer = null;
  other.peer = null;
  if (other.parkAfterUnbridge) other.parkAfterUnbridge = false;
  else hangUp(world, other, hungUpByUs(other));
}

/** Takes a leg out of wherever it is: queue, bridge or conference. */
export function detach(world: World, leg: Leg, dequeueReason: string): void {
  if (leg.entry !== null) dequeue(world, leg.entry, dequeueReason);
  unbridge(world, leg);
  if (leg.participant !== null) leaveConference(world, leg.participant);
}

/** Joins two legs directly; each has been taken out of where it was. */
export function connect(world: World, leg: Leg, other: Leg): void {
  leg.peer = other;
  other.peer = leg;
  announceBridged(world, leg);
  announceBridged(world, other);
}

/** Whoever supervised a call that is over is dropped, or left parked where the switch says so. */
function endSupervision(world: World, leg: Leg): void {
  leg.supervises?.leg.supervisors.delete(leg);
  leg.supervises = null;
  for (const supervisor of [...leg.supervisors]) {
    supervisor.supervises = null;
    leg.supervisors.delete(supervisor);
    if (!world.switches.supervisorStays) hangUp(world, supervisor, hungUpByUs(supervisor));
  }
}

function endLeg(world: World, leg: Leg, cause: HangupCause): void {
  stop(world, legOutput(world, leg), 'call_hangup');
  endGather(world, leg, 'call_hangup');
  leg.state = 'ended';
  leg.endedAt = world.clock.now();
  for (const timer of leg.timers) timer.cancel();
  world.aliveLegs.delete(leg.callControlId);
  announceHangup(world, leg, cause);
  world.clock.in(READABLE_AFTER_END_MS, () => {
    world.legs.delete(leg.callControlId);
  });
  endSupervision(world, leg);
}

/** Ends a call. The hang-up is told first, then what it had part in (DOMAIN §4.11). */
export function hangUp(world: World, leg: Leg, cause: HangupCause): void {
  if (leg.state === 'ended') return;
  endLeg(world, leg, cause);
  const { entry } = leg;
  if (entry?.keepAfterHangup === true) {
    entry.isAlive = false;
    entry.timer?.cancel();
  } else if (entry !== null) dequeue(world, entry, 'hangup');
  unbridge(world, leg);
  if (leg.participant !== null) leaveConference(world, leg.participant);
}
