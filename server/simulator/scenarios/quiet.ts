import { type Conference } from '../network/world';
import { arrive, guest, type Guest, isIn, open } from './guest';
import { type Person } from './people';
import { type Scenario, type Stage } from './stage';

const team: readonly Person[] = [
  { name: 'Ada Whitfield', number: '+12125550117' },
  { name: 'Bob Calloway', number: '+14155550132' },
  { name: 'Cyd Moreau', number: '+33199001264' },
  { name: 'Deepa Iyer', number: '+442079460158' },
  { name: 'Emre Aksoy', number: '+493023125186' },
  { name: 'Fumi Tanaka', number: '+61255501947' },
];

// Before the next one speaks, nobody does for a while.
const TALKING_SHARE = 0.8;

function takeTurns(stage: Stage, guests: readonly Guest[], conference: Conference): void {
  if (conference.status === 'completed') {
    stage.finish();
    return;
  }
  const present = guests.filter((who) => isIn(who, conference));
  const leg = present.length > 0 ? stage.random.pick(present).leg : null;
  if (leg !== null) stage.says(leg);
  const wait = stage.random.between(4000, 12_000);
  stage.after(wait * TALKING_SHARE, () => {
    if (leg !== null) stage.fallsSilent(leg);
  });
  stage.after(wait, () => {
    takeTurns(stage, guests, conference);
  });
}

/** A small meeting that disturbs nobody. */
export const quiet: Scenario = {
  name: 'quiet',
  title: 'Weekly stand-up',
  about: 'Six people in one conference who speak now and then.',
  begin(stage) {
    const [first, ...others] = team.map((person) => guest(person));
    if (first === undefined) return;
    const asked = { name: 'Weekly stand-up', maxParticipants: 20 };
    open(stage, first, asked, (conference) => {
      for (const who of others) {
        stage.after(stage.random.between(500, 5000), () => {
          arrive(stage, who, () => conference);
        });
      }
      stage.after(6000, () => {
        takeTurns(stage, [first, ...others], conference);
      });
    });
  },
};
