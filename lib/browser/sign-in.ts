import type { Role } from '@/lib/domain/permission';
import { getJson, postJson } from './request';

const base = '/api/auth';

/** What a password came to. */
export type PasswordAnswer = 'signed-in' | 'second-factor';

/** Signs in by password; throws as `postJson` does. */
export async function signInByPassword(email: string, password: string): Promise<PasswordAnswer> {
  const answer = await postJson<{ twoFactorRedirect?: boolean }>(`${base}/sign-in/email`, {
    email,
    password,
  });
  return answer.twoFactorRedirect === true ? 'second-factor' : 'signed-in';
}

/** Finishes a sign-in by the authenticator's six digits, or by a backup code. */
export async function signInByCode(code: string): Promise<void> {
  const typed = code.trim();
  const isTotp = /^\d{6}$/.test(typed);
  await postJson(`${base}/two-factor/verify-${isTotp ? 'totp' : 'backup-code'}`, { code: typed });
}

/** Ends this session. */
export async function signOut(): Promise<void> {
  await postJson(`${base}/sign-out`, {});
}

/** Signs in to rehearse a role. */
export async function signInToRehearse(role: Role): Promise<void> {
  await postJson(`${base}/sign-in/rehearsal`, { role });
}

/** Where single sign-on goes on; the browser has to go there. */
export async function singleSignOnAddress(wayBack: string): Promise<string> {
  const { url } = await postJson<{ url: string }>(`${base}/sign-in/social`, {
    provider: 'oidc',
    callbackURL: wayBack,
    errorCallbackURL: '/sign-in',
  });
  return url;
}

/** Makes the first account and signs in to it. */
export async function makeFirstAccount(account: {
  readonly code: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
}): Promise<void> {
  await postJson('/api/first-account', account);
  await signInByPassword(account.email, account.password);
}

/** Chooses a password by the secret of an invitation or a reset; throws as `postJson` does. */
export async function choosePassword(token: string, newPassword: string): Promise<void> {
  await postJson(`${base}/reset-password`, { token, newPassword });
}

/** Signs in by a passkey this browser holds; rejects when the person turns away. */
export async function signInByPasskey(): Promise<void> {
  const options = await getJson<PublicKeyCredentialRequestOptionsJSON>(
    `${base}/passkey/generate-authenticate-options`,
    AbortSignal.timeout(30_000),
  );
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  const credential = await navigator.credentials.get({ publicKey });
  await postJson(`${base}/passkey/verify-authentication`, { response: credential });
}

/** Adds a passkey of this browser to whoever is signed in. */
export async function addPasskey(name: string): Promise<void> {
  const options = await getJson<PublicKeyCredentialCreationOptionsJSON>(
    `${base}/passkey/generate-register-options?name=${encodeURIComponent(name)}`,
    AbortSignal.timeout(30_000),
  );
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  const credential = await navigator.credentials.create({ publicKey });
  await postJson(`${base}/passkey/verify-registration`, { response: credential, name });
}

/** Whether this browser can use passkeys here. */
export function canUsePasskeys(): boolean {
  // Passkeys belong to names: to an address like 127.0.0.1 browsers give none.
  const isNamed = /[a-z]/i.test(window.location.hostname) && !window.location.host.startsWith('[');
  return (
    isNamed &&
    typeof PublicKeyCredential !== 'undefined' &&
    'parseRequestOptionsFromJSON' in PublicKeyCredential
  );
}
