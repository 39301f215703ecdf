import { listVoicesSchema, type VoiceRow } from '@/lib/contract/media';
import { handle, readQuery } from '@/server/http/handle';

/** The voices that texts can be spoken in: all, or those of a language. */
export async function GET(request: Request): Promise<Response> {
  return handle(
    request,
    'conference.moderate',
    async ({ media }): Promise<{ items: readonly VoiceRow[] }> => {
      const { language } = readQuery(request, listVoicesSchema);
      return { items: await media.voices(language) };
    },
  );
}
