'use client';
import { useQueryClient } from '@tanstack/react-query';
import dynamic from 'next/dynamic';
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { useRostrum } from '@/lib/browser/rostrum-context';

const SignedOut = dynamic(() => import('./signed-out').then((module) => module.SignedOut), {
  ssr: false,
});

/** Takes the page away from whoever is signed out, and loads it anew for whoever may now see other things. */
export function AccessWatch({ children }: { readonly children: ReactNode }) {
  const { store } = useRostrum().access;
  const isSignedOut = useStore(store, (access) => access.isSignedOut);
  const role = useStore(store, (access) => access.me.role);
  const queryClient = useQueryClient();
  const roleBefore = useRef(role);
  useEffect(() => {
    if (isSignedOut) queryClient.clear();
    else if (roleBefore.current !== role) void queryClient.resetQueries();
    roleBefore.current = role;
  }, [queryClient, isSignedOut, role]);
  return isSignedOut ? <SignedOut /> : children;
}
