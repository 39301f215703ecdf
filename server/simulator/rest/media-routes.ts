import { mediumOf, storedMedia, storeMedium, updateMedium } from '../network/media';
import { type Medium, type World } from '../network/world';
import {
  type CarrierRequest,
  created,
  data,
  type Handler,
  noContent,
  parseBody,
} from './carrier-request';
import { type Route } from './router';
import { mediaBodies } from './schemas';
import { iso } from './views';

const mediumView = (medium: Medium) => ({
  media_name: medium.name,
  content_type: medium.contentType,
  created_at: iso(medium.createdAt),
  updated_at: iso(medium.updatedAt),
  expires_at: iso(medium.expiresAt),
});

const asked = (world: World, { params }: CarrierRequest) =>
  mediumOf(world, params.media_name ?? '');

/** All of them: the list has a page's meta and no page parameters (DOMAIN §1.8). */
const list =
  (world: World): Handler =>
  ({ query }) => {
    const types = [...query].flatMap(([name, type]) =>
      /^filter\[content_type\](\[\d*\])?$/.test(name) ? [type] : [],
    );
    const found = storedMedia(world).filter(
      ({ contentType }) => types.length === 0 || types.includes(contentType),
    );
    const count = found.length;
    const meta = { page_number: 1, page_size: count, total_pages: 1, total_results: count };
    return { status: 200, body: { data: found.map(mediumView), meta } };
  };

const upload =
  (world: World): Handler =>
  ({ body }) => {
    const { media, media_name: name, ttl_secs: ttlSecs } = parseBody(mediaBodies.upload, body);
    return created(mediumView(storeMedium(world, { ...media, name, ttlSecs })));
  };

const update =
  (world: World): Handler =>
  (request) => {
    const medium = asked(world, request);
    const { media, ttl_secs: ttlSecs } = parseBody(mediaBodies.update, request.body);
    updateMedium(world, medium, { ...media, ttlSecs });
    return data(mediumView(medium));
  };

const remove =
  (world: World): Handler =>
  (request) => {
    world.media.delete(asked(world, request).name);
    return noContent();
  };

/** Media storage, by name (M1 to M3 of DOMAIN §1.1). */
export function mediaRoutes(world: World): Route[] {
  const one = '/media/:media_name';
  return [
    ['GET', '/media', list(world)],
    ['POST', '/media', upload(world)],
    ['GET', one, (request) => data(mediumView(asked(world, request)))],
    ['PUT', one, update(world)],
    ['DELETE', one, remove(world)],
    [
      'GET',
      '/media/:media_name/download',
      (request) => ({ status: 200, file: asked(world, request) }),
    ],
  ];
}
