import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Account, AccountChange } from '@/lib/contract/account';
import { getJson, postJson } from './request';
import { useRostrum } from './rostrum-context';
import { addPasskey } from './sign-in';

/** A passkey somebody has added. */
export interface Passkey {
  readonly id: string;
  readonly name?: string | null;
  readonly createdAt?: string | null;
}

/** What an authenticator has to be told, and the codes for the day it is lost. */
export interface AuthenticatorSetUp {
  /** An otpauth:// address. */
  readonly address: string;
  readonly backupCodes: readonly string[];
}

const accountKey = ['account'] as const;
const passkeysKey = ['passkeys'] as const;
const everyMs = 30_000;

/** The account of whoever is signed in. */
export function useAccount() {
  return useQuery({
    queryKey: accountKey,
    queryFn: ({ signal }) => getJson<Account>('/api/account', signal),
    refetchInterval: everyMs,
    refetchOnWindowFocus: true,
  });
}

/** The passkeys of whoever is signed in. */
export function usePasskeys() {
  return useQuery({
    queryKey: passkeysKey,
    queryFn: ({ signal }) =>
      getJson<readonly Passkey[]>('/api/auth/passkey/list-user-passkeys', signal),
  });
}

/** What one can do to one's own account; each throws as `postJson` does. */
export interface AccountCommands {
  readonly change: (change: AccountChange) => Promise<void>;
  /** Ends all other sessions too. */
  readonly changePassword: (currentPassword: string, newPassword: string) => Promise<void>;
  readonly startSecondFactor: (password: string) => Promise<AuthenticatorSetUp>;
  readonly confirmSecondFactor: (code: string) => Promise<void>;
  readonly stopSecondFactor: (password: string) => Promise<void>;
  readonly renewBackupCodes: (password: string) => Promise<readonly string[]>;
  readonly addPasskey: (name: string) => Promise<void>;
  readonly removePasskey: (id: string) => Promise<void>;
}

/** What one can do to one's own account. */
export function useAccountCommands(): AccountCommands {
  const { access } = useRostrum();
  const queryClient = useQueryClient();
  return useMemo(() => {
    const after = async <T>(work: Promise<T>): Promise<T> => {
      try {
        return await work;
      } finally {
        void queryClient.invalidateQueries({ queryKey: accountKey });
        void queryClient.invalidateQueries({ queryKey: passkeysKey });
      }
    };
    const ask = (path: string, body: object) => after(postJson<object>(`/api/auth${path}`, body));
    // The library opens a new session in place of this one whenever it changes how one signs in.
    const renewing = (path: string, body: object) =>
      access.through(async () => {
        await ask(path, body);
      });
    return {
      change: async (change) => {
        await after(postJson('/api/account', change));
        access.reload();
      },
      changePassword: (currentPassword, newPassword) =>
        renewing('/change-password', { currentPassword, newPassword, revokeOtherSessions: true }),
      startSecondFactor: async (password) => {
        const answer = await postJson<{ totpURI: string; backupCodes: readonly string[] }>(
          '/api/auth/two-factor/enable',
          { password },
        );
        return { address: answer.totpURI, backupCodes: answer.backupCodes };
      },
      confirmSecondFactor: (code) => renewing('/two-factor/verify-totp', { code: code.trim() }),
      stopSecondFactor: (password) => renewing('/two-factor/disable', { password }),
      renewBackupCodes: async (password) => {
        const path = '/api/auth/two-factor/generate-backup-codes';
        const answer = await postJson<{ backupCodes: readonly string[] }>(path, { password });
        return answer.backupCodes;
      },
      addPasskey: (name) => after(addPasskey(name)),
      removePasskey: async (id) => {
        await ask('/passkey/delete-passkey', { id });
      },
    };
  }, [access, queryClient]);
}
