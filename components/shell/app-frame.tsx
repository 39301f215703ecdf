import type { ReactNode } from 'react';
import { SupervisionBar } from '@/components/supervision/supervision-bar';
import { Rail } from './rail';
import { SkipLink } from './skip-link';
import { TroubleBanners } from './trouble-banners';

/** The frame around every page: the rail, what is wrong if something is, and the page. */
export function AppFrame({ children }: { readonly children: ReactNode }) {
  return (
    <div className="grid h-dvh grid-cols-[minmax(0,1fr)] grid-rows-[auto_minmax(0,1fr)] md:grid-cols-[208px_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)]">
      <SkipLink />
      <Rail />
      <div className="flex min-h-0 min-w-0 flex-col">
        <TroubleBanners />
        <SupervisionBar />
        <main id="content" tabIndex={-1} className="min-h-0 flex-1 overflow-auto outline-none">
          {children}
        </main>
      </div>
    </div>
  );
}
