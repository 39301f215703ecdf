import { useStore } from 'zustand';
import type { Me } from '@/lib/contract/account';
import { may, type Permission } from '@/lib/domain/permission';
import { useRostrum } from './rostrum-context';

/** Whoever is signed in here. */
export function useMe(): Me {
  return useStore(useRostrum().access.store, (access) => access.me);
}

/** Whether whoever is signed in may do this: to hide what the server would refuse. */
export function useMay(permission: Permission): boolean {
  return useStore(useRostrum().access.store, (access) => may(access.me.role, permission));
}
