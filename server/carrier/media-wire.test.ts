import { describe, expect, it } from 'vitest';
import { mediaReading, voiceReading } from './media-wire';

describe('a stored file', () => {
  it('is read with its times, whole or bare', () => {
    const times = { created_at: '2026-01-01T00:00:00Z', expires_at: 'soon' };
    expect(mediaReading({ media_name: 'chime', ...times })).toEqual([
      { name: 'chime', contentType: null, createdAt: 1_767_225_600_000_000, expiresAt: null },
    ]);
    expect(mediaReading({ content_type: 'audio/wav' })).toEqual([]);
  });
});

describe('a voice', () => {
  it.each([
    ['telnyx', 'KokoroTTS.af', 'Telnyx.KokoroTTS.af'],
    ['telnyx', 'Telnyx.KokoroTTS.af', 'Telnyx.KokoroTTS.af'],
    ['aws', 'Polly.Joanna', 'AWS.Polly.Joanna'],
    ['aws', 'Joanna', 'AWS.Polly.Joanna'],
    ['azure', 'en-US-AvaNeural', 'Azure.en-US-AvaNeural'],
    ['newcomer', 'one', 'newcomer.one'],
  ])('of %s with the id %s is spoken as %s', (provider, voice_id, voice) => {
    expect(voiceReading({ provider, voice_id })[0]?.voice).toBe(voice);
  });

  it('without an id is none', () => {
    expect(voiceReading({ provider: 'aws' })).toEqual([]);
  });
});
