import type { Page } from 'playwright';

/** What became of one click on the mute button of a row, in milliseconds from the click. */
export interface Clicked {
  /** Until the frame was painted that shows it as sent. */
  readonly pending: number;
  /** Until the frame was painted that shows it as confirmed. */
  readonly confirmed: number;
}

// What is given to a page may hold no named function: what compiles this names them by a helper.
const patienceMs = 20_000;

/** Clicks the first button of a row and waits until the row shows that the carrier bears it out. */
export async function clickRow(page: Page, leg: string): Promise<Clicked> {
  const row = page.locator(`[data-leg="${leg}"]`);
  const watching = row.evaluate(
    (element, limit) =>
      new Promise<{ pending: number; confirmed: number }>((resolve, reject) => {
        const seen = { began: 0, isSent: false, isOver: false, pending: 0 };
        const late = setTimeout(() => {
          reject(new Error('A click was not confirmed in time'));
        }, limit);
        element.addEventListener(
          'click',
          ({ timeStamp }) => {
            seen.began = timeStamp;
          },
          { capture: true, once: true },
        );
        new MutationObserver((_, observer) => {
          const phase = element.querySelector<HTMLElement>('[data-phase]')?.dataset.phase;
          if (seen.began === 0 || seen.isOver) return;
          if (phase === 'sent' && !seen.isSent) {
            seen.isSent = true;
            // A task after the frame's own callbacks runs when it is painted.
            requestAnimationFrame(() => {
              setTimeout(() => {
                seen.pending = performance.now() - seen.began;
              });
            });
          }
          if (!seen.isSent || (phase !== undefined && phase !== 'confirmed')) return;
          seen.isOver = true;
          observer.disconnect();
          clearTimeout(late);
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve({ pending: seen.pending, confirmed: performance.now() - seen.began });
            });
          });
        }).observe(element, { subtree: true, childList: true, attributes: true });
      }),
    patienceMs,
  );
  await row.getByRole('button').first().click();
  return watching;
}

/** Makes an empty page one that has a row whose button does nothing but show that it was clicked. */
export async function showBareRow(page: Page, leg: string): Promise<void> {
  const sent = "this.nextElementSibling.dataset.phase = 'sent'";
  const confirmed = "setTimeout(() => { this.nextElementSibling.dataset.phase = 'confirmed' }, 50)";
  await page.setContent(
    `<div data-leg="${leg}"><button onclick="${sent}; ${confirmed}">Mute</button><span>-</span></div>`,
  );
}
