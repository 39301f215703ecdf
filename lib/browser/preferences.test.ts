import { describe, expect, it } from 'vitest';
import { preferencesFrom } from './preferences';

describe('preferences', () => {
  it('stand at their defaults where nothing was kept', () => {
    expect(preferencesFrom(null)).toEqual({
      theme: 'system',
      density: 'comfortable',
      announcesFloor: true,
      soundsAlerts: false,
      notifiesAlerts: false,
      chords: {},
      recent: [],
      callerId: '',
      playSpeed: 1,
    });
  });

  it('are what was kept', () => {
    const kept = {
      theme: 'dark',
      density: 'dense',
      announcesFloor: false,
      soundsAlerts: true,
      notifiesAlerts: true,
      chords: { mute: 'Q', hold: '' },
      recent: ['muteAll'],
      callerId: '+13125550100',
      playSpeed: 1.5,
    };
    expect(preferencesFrom(JSON.stringify(kept))).toEqual(kept);
  });

  it.each(['{', '7', 'null', '{"theme":"pink","density":3,"chords":[1],"recent":{}}'])(
    'survive %s',
    (text) => {
      expect(preferencesFrom(text)).toEqual(preferencesFrom(null));
    },
  );
});
