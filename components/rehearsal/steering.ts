import type { RehearsalAction } from '@/lib/contract/http';

/** What each part of the panel is given to steer the simulator with. */
export interface Steering {
  /** Whether the last order is still on its way. */
  readonly isBusy: boolean;
  readonly onSteer: (action: RehearsalAction) => void;
}
