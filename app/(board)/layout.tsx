import type { ReactNode } from 'react';
import { AppFrame } from '@/components/shell/app-frame';

export default function BoardLayout({ children }: { readonly children: ReactNode }) {
  return <AppFrame>{children}</AppFrame>;
}
