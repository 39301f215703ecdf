import { getServices } from '@/server/services';

/** Signing in and out, second factors, passkeys and single sign-on. */
export async function GET(request: Request): Promise<Response> {
  return getServices().signIn.door(request);
}

/** Signing in and out, second factors, passkeys and single sign-on. */
export async function POST(request: Request): Promise<Response> {
  return getServices().signIn.door(request);
}
