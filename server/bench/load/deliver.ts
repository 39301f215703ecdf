import { openLines } from './http-line';

const openLoopLines = 32;
const tickMs = 1;

/** Delivers everything as fast as it is taken, each connection with one delivery under way. Answers seconds. */
export async function deliverSaturated(
  port: number,
  requests: readonly Buffer[],
  connections: number,
): Promise<number> {
  const lines = await openLines(port, connections);
  const queue = requests.values();
  const began = performance.now();
  await Promise.all(
    lines.map(
      (line) =>
        new Promise<void>((resolve) => {
          const next = () => {
            const { done, value } = queue.next();
            if (done === true) resolve();
            else line.send(value, next);
          };
          next();
        }),
    ),
  );
  const seconds = (performance.now() - began) / 1000;
  for (const line of lines) line.close();
  return seconds;
}

/**
 * Delivers at a steady rate whatever the answers do: what finds no free connection waits, and its wait
 * counts. `onSent` hears of each delivery when its time has come. Answers seconds until the last answer.
 */
export async function deliverSteadily(
  port: number,
  requests: readonly Buffer[],
  perSecond: number,
  onSent: (index: number) => void,
): Promise<number> {
  const free = await openLines(port, openLoopLines);
  const lines = [...free];
  const due: Buffer[] = [];
  const began = performance.now();
  let sent = 0;
  let answered = 0;
  await new Promise<void>((resolve) => {
    const drain = () => {
      // Each in its turn: a line that waits for long is one that its server hangs up on.
      for (let line = free[0]; line !== undefined && due.length > 0; line = free[0]) {
        free.shift();
        deliver(line, due.shift() ?? Buffer.alloc(0));
      }
    };
    const deliver = (line: (typeof lines)[number], request: Buffer) => {
      line.send(request, () => {
        free.push(line);
        answered += 1;
        if (answered === requests.length) resolve();
        drain();
      });
    };
    const timer = setInterval(() => {
      const wanted = Math.floor(((performance.now() - began) / 1000) * perSecond);
      for (; sent < Math.min(wanted, requests.length); sent += 1) {
        const request = requests[sent];
        if (request === undefined) break;
        onSent(sent);
        due.push(request);
      }
      drain();
      if (sent === requests.length) clearInterval(timer);
    }, tickMs);
  });
  const seconds = (performance.now() - began) / 1000;
  for (const line of lines) line.close();
  return seconds;
}
