import { z } from 'zod';
import { refusal } from '../refusal';

/** The largest file that the carrier stores, in bytes (DOMAIN §1.8). */
export const uploadLimitBytes = 20 * 1024 * 1024;

const fetchWithinMs = 5000;
const pathOfMedia = /^\/media(\/[^/]+)?\/?$/;

/** Whether a request may carry a file. */
export const mayUpload = (method: string, path: string): boolean =>
  (method === 'POST' || method === 'PUT') && pathOfMedia.test(path);

interface UploadedFile {
  readonly bytes: Buffer;
  readonly contentType: string;
}

const tooLarge = () =>
  refusal('10015', 'The file is larger than the allowed 20 MB.', { pointer: '/media' });

function whole(file: UploadedFile): UploadedFile {
  if (file.bytes.length > uploadLimitBytes) throw tooLarge();
  return file;
}

/** The fields of a form with a file in it; `media` is the file. */
export async function readForm(body: Buffer, contentType: string): Promise<unknown> {
  const form = await new Response(new Uint8Array(body), {
    headers: { 'content-type': contentType },
  })
    .formData()
    .catch(() => {
      throw refusal('10015', 'The form cannot be read.');
    });
  const fields: Record<string, unknown> = {};
  for (const [name, value] of form.entries()) {
    if (typeof value === 'string') fields[name] = name === 'ttl_secs' ? Number(value) : value;
    else {
      const bytes = Buffer.from(await value.arrayBuffer());
      fields[name] = whole({ bytes, contentType: value.type });
    }
  }
  return fields;
}

/** The same body with the file that its `media_url` names; throws 400/90040 where it cannot be had. */
export async function withFetchedMedia(body: unknown): Promise<unknown> {
  const asked = z.object({ media_url: z.string().min(1) }).safeParse(body);
  if (!asked.success) return body;
  const { media_url: address } = asked.data;
  const answer = await fetch(address, { signal: AbortSignal.timeout(fetchWithinMs) }).catch(
    () => null,
  );
  if (answer?.ok !== true) {
    const why = answer === null ? 'no connection' : `HTTP error code ${answer.status}`;
    throw refusal('90040', `Received ${why} trying to fetch ${address}.`);
  }
  const bytes = Buffer.from(await answer.arrayBuffer());
  const contentType = answer.headers.get('content-type') ?? 'application/octet-stream';
  return { ...z.record(z.string(), z.unknown()).parse(body), media: whole({ bytes, contentType }) };
}
