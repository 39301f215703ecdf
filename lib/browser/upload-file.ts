import { answerIn, UnreachableError } from './request';

/** An upload under way. */
export interface Upload<Answer> {
  readonly answer: Promise<Answer>;
  /** Breaks it off; the answer then rejects with an `AbortError`. */
  readonly stop: () => void;
}

/**
 * Sends a file as it is, and tells how much of it has gone, from 0 to 1: `fetch` cannot say that. Rejects as
 * `getJson` does.
 */
export function uploadFile<Answer>(
  path: string,
  file: Blob,
  onProgress: (part: number) => void,
): Upload<Answer> {
  const request = new XMLHttpRequest();
  const answer = new Promise<Answer>((resolve, reject) => {
    request.upload.onprogress = ({ loaded, total }) => {
      onProgress(total === 0 ? 1 : loaded / total);
    };
    request.onload = () => {
      try {
        resolve(answerIn(request.status, parsed(request.responseText)) as Answer);
      } catch (error) {
        reject(error instanceof Error ? error : new UnreachableError(String(error)));
      }
    };
    request.onerror = () => {
      reject(new UnreachableError('The server could not be reached'));
    };
    request.onabort = () => {
      reject(new DOMException('The upload was stopped', 'AbortError'));
    };
  });
  request.open('POST', path);
  request.setRequestHeader('content-type', 'application/octet-stream');
  request.send(file);
  return {
    answer,
    stop: () => {
      request.abort();
    },
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
