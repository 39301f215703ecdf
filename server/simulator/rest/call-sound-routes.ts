import { requireAnswered } from '../network/legs';
import { legOutput, play, playback, skip, speech, stop } from '../network/sounds';
import { type World } from '../network/world';
import { parseBody } from './carrier-request';
import { type CommandMemory } from './command-memory';
import { mediaOf, requireOneMedia } from './conference-sound-routes';
import { onLeg } from './on-leg';
import { type Route } from './router';
import { callBodies } from './schemas';

/** What is played and spoken to one call (L12 of DOMAIN §1.2). */
export function callSoundRoutes(world: World, memory: CommandMemory): Route[] {
  const at = (action: string) => `/calls/:call_control_id/actions/${action}`;
  return [
    [
      'POST',
      at('playback_start'),
      (request) => {
        const asked = parseBody(callBodies.playbackStart, request.body);
        if (asked.playback_content === undefined) requireOneMedia(asked);
        return onLeg(world, memory, request, asked, (leg) => {
          requireAnswered(leg);
          play(world, legOutput(world, leg), playback(mediaOf(asked), asked.loop));
        });
      },
    ],
    [
      'POST',
      at('playback_stop'),
      (request) => {
        const asked = parseBody(callBodies.playbackStop, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          const output = legOutput(world, leg);
          if (asked.stop === 'all') stop(world, output, 'cancelled');
          else skip(world, output, 'cancelled');
        });
      },
    ],
    [
      'POST',
      at('speak'),
      (request) => {
        const asked = parseBody(callBodies.speak, request.body);
        return onLeg(world, memory, request, asked, (leg) => {
          requireAnswered(leg);
          play(world, legOutput(world, leg), speech(asked.payload));
        });
      },
    ],
  ];
}
