/** How somebody comes into a conference where nothing else is asked for. */
export const asTheyAre = {
  mute: false,
  hold: false,
  role: 'none',
  whisperTo: [],
  endConferenceOnExit: false,
  softEndConferenceOnExit: false,
  startConferenceOnEnter: false,
} as const;
