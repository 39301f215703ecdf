import type { Step } from './floor';
import { legOf, queueNameOf } from './names';
import { callAnswered, callHungUp, callInitiated, type Webhook } from './webhook';

/** The webhook by which the carrier tells a step. */
export function stepWebhook(step: Step): Webhook {
  const { number, queue } = step.caller;
  switch (step.type) {
    case 'initiated':
      return callInitiated(queue, number);
    case 'answered':
      return callAnswered(queue, number);
    case 'hungUp':
      return callHungUp(queue, number);
    case 'enqueued':
      return {
        type: 'call.enqueued',
        payload: { ...placeOf(step), current_position: step.position },
      };
    case 'dequeued': {
      const { position, reason, waitedMs } = step;
      const waited = { wait_time_secs: Math.round(waitedMs / 1_000) };
      const left = { queue_position: position, reason, ...waited };
      return { type: 'call.dequeued', payload: { ...placeOf(step), ...left } };
    }
  }
}

function placeOf({ caller }: Step) {
  return {
    ...legOf(caller.queue, caller.number),
    queue: queueNameOf(caller.queue),
    queue_avg_wait_time_secs: 10,
  };
}
