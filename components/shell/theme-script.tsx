import { preferencesKey } from '@/lib/browser/preferences';

// Runs before the first paint, so that a chosen theme never flashes in as the other one.
const script = `try{const p=JSON.parse(localStorage.getItem(${JSON.stringify(preferencesKey)})??'{}'),d=document.documentElement.dataset;d.theme=p.theme??'system';d.density=p.density??'comfortable'}catch{}`;

/** Sets the theme and the density before anything is drawn; the page's only script of its own inline. */
export function ThemeScript({ nonce }: { readonly nonce?: string }) {
  // Browsers hide the nonce from scripts, so what is hydrated never equals what was sent.
  return (
    <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />
  );
}
