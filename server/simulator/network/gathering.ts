import { announceDigit, announceGathered } from './announce';
import { participantOutput, play, stop } from './sounds';
import { type Gather, type Leg, type World } from './world';

/** How a gather ended (DOMAIN §2.4). */
export type GatherStatus = 'valid' | 'invalid' | 'call_hangup' | 'cancelled' | 'timeout';

/** Ends the gather of a leg, if it has one, with this status. */
export function endGather(world: World, leg: Leg, status: GatherStatus): void {
  const { gather } = leg;
  if (gather === null) return;
  gather.timer?.cancel();
  leg.gather = null;
  announceGathered(world, leg, { digits: gather.digits, status, gatherId: gather.gatherId });
}

function listen(world: World, leg: Leg, gather: Gather): void {
  gather.timer?.cancel();
  const wait =
    gather.digits === ''
      ? (gather.firstDigitTimeoutMs ?? gather.timeoutMs)
      : gather.betweenDigitsMs;
  gather.timer = world.clock.in(wait, () => {
    judge(world, leg, gather, gather.digits === '' ? 'timeout' : 'invalid');
  });
}

function ask(world: World, leg: Leg, gather: Gather): void {
  gather.digits = '';
  const { participant } = leg;
  if (gather.prompt !== null && participant !== null) {
    play(world, participantOutput(world, participant), gather.prompt);
  }
  listen(world, leg, gather);
}

function judge(world: World, leg: Leg, gather: Gather, otherwise: GatherStatus): void {
  if (gather.digits.length >= gather.minimumDigits) {
    endGather(world, leg, 'valid');
    return;
  }
  gather.triesLeft -= 1;
  if (gather.triesLeft > 0) ask(world, leg, gather);
  else endGather(world, leg, otherwise);
}

/** Begins to collect digits from a leg; one that runs already is cancelled. */
export function startGather(world: World, leg: Leg, gather: Gather): void {
  endGather(world, leg, 'cancelled');
  leg.gather = gather;
  ask(world, leg, gather);
}

/** The far end presses one key. */
export function pressDigit(world: World, leg: Leg, digit: string): void {
  announceDigit(world, leg, digit);
  const { gather, participant } = leg;
  if (gather === null) return;
  const ends = digit === gather.terminatingDigit;
  if (!ends && !gather.validDigits.includes(digit)) return;
  if (gather.stopPlaybackOnDtmf && participant !== null) {
    stop(world, participantOutput(world, participant), 'cancelled');
  }
  if (!ends) gather.digits += digit;
  if (ends || gather.digits.length >= gather.maximumDigits) judge(world, leg, gather, 'invalid');
  else listen(world, leg, gather);
}
