/** A WAV, taken apart. */
export interface Wav {
  readonly seconds: number;
  readonly channels: number;
  /** How loud a channel is between two moments, as a root mean square of its 16-bit samples. */
  loudness(channel: number, fromSecs: number, toSecs: number): number;
}

/** Reads a WAV as players do; throws when it is none. */
export function readWav(bytes: Buffer): Wav {
  const text = (from: number, to: number) => bytes.toString('latin1', from, to);
  if (text(0, 4) !== 'RIFF' || text(8, 16) !== 'WAVEfmt ' || text(36, 40) !== 'data') {
    throw new Error('This is no WAV.');
  }
  const channels = bytes.readUInt16LE(22);
  const rate = bytes.readUInt32LE(24);
  const dataBytes = bytes.readUInt32LE(40);
  if (bytes.length < 44 + dataBytes) throw new Error('The WAV lacks its end.');
  return {
    channels,
    seconds: dataBytes / (rate * channels * 2),
    loudness(channel, fromSecs, toSecs) {
      const [from, to] = [Math.round(fromSecs * rate), Math.round(toSecs * rate)];
      let sum = 0;
      for (let at = from; at < to; at += 1) {
        sum += bytes.readInt16LE(44 + (at * channels + channel) * 2) ** 2;
      }
      return Math.sqrt(sum / (to - from));
    },
  };
}
