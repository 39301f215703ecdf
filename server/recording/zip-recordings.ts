import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { RecordingFormat } from '@/lib/contract/recording';
import type { Micros } from '@/lib/domain/stamp';
import { csvLine } from '@/lib/format/csv-line';
import { portableFileName } from '@/lib/format/file-name';
import { recordingStem } from '@/lib/format/recording-name';

/** One recording that goes into a ZIP. */
export interface ZippedRecording {
  readonly id: string;
  /** What it is called for people: the conference's name, or whose call it is of. */
  readonly title: string;
  readonly conference: string | null;
  readonly format: RecordingFormat;
  readonly startedAt: Micros | null;
  readonly durationMs: number | null;
  readonly bytes: number;
  /** In hexadecimal. */
  readonly sha256: string;
  /** Called when its turn comes, once for each stream. */
  open(): Promise<Readable>;
}

/** A ZIP that is put together while it is sent. */
export interface RecordingsZip {
  /** How long it will be, exactly. */
  readonly bytes: number;
  /**
   * From its beginning, read no faster than it is taken. Errors where a recording cannot be read or is not as
   * long as it says; destroying it closes what is open.
   */
  stream(): Readable;
}

// Beyond these, and one of them is where the package counts wrong without it, only ZIP64 holds them.
const mostInPlainZip = 200;
const mostBytesInPlainZip = 0xffff_ffff - 16 * 1024 * 1024;

/**
 * Recordings in one file, as they are: sound does not grow smaller. With them goes `manifest.csv`, and
 * `SHA256SUMS` for `sha256sum -c`. `timeZone`: of the times in the names.
 */
export function zipRecordings(
  recordings: readonly ZippedRecording[],
  timeZone: string,
): RecordingsZip {
  const named = withNames(recordings, timeZone);
  const total = recordings.reduce((sum, { bytes }) => sum + bytes, 0);
  const isZip64 = recordings.length > mostInPlainZip || total > mostBytesInPlainZip;
  const pack = (openEntry: OpenEntry): Packed => {
    const zip = new ZipFile();
    const stored = { compress: false, mode: 0o100644, forceZip64Format: isZip64 };
    zip.addBuffer(manifestOf(named), 'manifest.csv', { ...stored, mtime: latestOf(recordings) });
    zip.addBuffer(sumsOf(named), 'SHA256SUMS', { ...stored, mtime: latestOf(recordings) });
    for (const { name, recording } of named) {
      const options = { ...stored, size: recording.bytes, mtime: momentOf(recording) };
      zip.addReadStreamLazy(name, options, (done) => {
        openEntry(recording, done);
      });
    }
    let bytes = 0;
    zip.end({ forceZip64Format: isZip64, comment: '' }, (counted = 0) => {
      bytes = counted;
    });
    const output = zip.outputStream;
    if (!(output instanceof Readable)) throw new TypeError('A ZIP that cannot be destroyed');
    return { zip, output, bytes };
  };
  // Only to be counted: what is never opened is never written.
  const { bytes } = pack(() => undefined);
  return { bytes, stream: () => streamOf(pack) };
}

type OpenEntry = (
  recording: ZippedRecording,
  done: (error: unknown, source: NodeJS.ReadableStream) => void,
) => void;

interface Packed {
  readonly zip: ZipFile;
  readonly output: Readable;
  readonly bytes: number;
}

function streamOf(pack: (openEntry: OpenEntry) => Packed): Readable {
  let current: Readable | null = null;
  const { zip, output } = pack((recording, done) => {
    recording.open().then(
      (opened) => {
        const source = Readable.from(exactly(opened, recording), { objectMode: false });
        source.once('error', fail).once('close', () => opened.destroy());
        current = source;
        if (output.destroyed) source.destroy();
        else done(null, source);
      },
      (error: unknown) => {
        fail(error instanceof Error ? error : new Error(String(error)));
      },
    );
  });
  const fail = (error: Error) => {
    output.destroy(error);
  };
  zip.once('error', fail);
  output.once('close', () => current?.destroy());
  return output;
}

/** A longer file would run into what comes after it, and a shorter one end the download early. */
async function* exactly(source: Readable, { id, bytes }: ZippedRecording): AsyncIterable<Buffer> {
  let seen = 0;
  for await (const chunk of source as AsyncIterable<Buffer>) {
    seen += chunk.length;
    if (seen > bytes) break;
    yield chunk;
  }
  if (seen !== bytes) throw new Error(`Recording ${id} is not ${bytes} bytes long`);
}

interface NamedRecording {
  readonly name: string;
  readonly recording: ZippedRecording;
}

function withNames(
  recordings: readonly ZippedRecording[],
  timeZone: string,
): readonly NamedRecording[] {
  // In capitals or not is all one on Windows and macOS.
  const taken = new Set(['manifest.csv', 'sha256sums']);
  return recordings.map((recording) => {
    const stem = portableFileName(recordingStem(recording.title, recording.startedAt, timeZone));
    const nameWith = (suffix: string) => `${stem}${suffix}.${recording.format}`;
    let name = nameWith('');
    for (let n = 2; taken.has(name.toLowerCase()); n += 1) name = nameWith(` (${n})`);
    taken.add(name.toLowerCase());
    return { name, recording };
  });
}

function momentOf({ startedAt }: ZippedRecording): Date {
  // The first day that a ZIP can tell.
  return new Date(startedAt === null ? Date.UTC(1980, 0, 2) : startedAt / 1000);
}

function latestOf(recordings: readonly ZippedRecording[]): Date {
  return new Date(
    Math.max(Date.UTC(1980, 0, 2), ...recordings.map((one) => momentOf(one).getTime())),
  );
}

function manifestOf(named: readonly NamedRecording[]): Buffer {
  const head = ['name', 'id', 'conference', 'started', 'length_seconds', 'bytes', 'sha256'];
  const lines = named.map(({ name, recording }) => [
    name,
    recording.id,
    recording.conference,
    recording.startedAt === null ? null : new Date(recording.startedAt / 1000).toISOString(),
    recording.durationMs === null ? null : recording.durationMs / 1000,
    recording.bytes,
    recording.sha256,
  ]);
  // Without this mark spreadsheets take UTF-8 for something else.
  return Buffer.from(`\ufeff${[head, ...lines].map(csvLine).join('')}`);
}

function sumsOf(named: readonly NamedRecording[]): Buffer {
  return Buffer.from(named.map(({ name, recording }) => `${recording.sha256}  ${name}\n`).join(''));
}
