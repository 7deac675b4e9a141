type FileToSend = {
  /** Address of the route handler that takes it. */
  to: string;
  form: string;
  field: string;
  provider: string | null;
  file: File;
};

type Answer = { name: string } | { fault: string };

/** How often a file is sent again that the server had no room for. */
const MOST_TIMES = 4;

/** How long it waits when it is not told, and at most: the files behind it wait as well. */
const WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 30;

/** Files are uploaded one after the other, because over a weak connection two at once both fail. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Uploads a file for a form that is still being filled in; again when the server had no room for it (503).
 * @param onSent gets the fraction sent, up to 1
 * @returns null when it could not be sent or nobody is signed in; the file is then sent with its form
 */
export function sendFile(file: FileToSend, onSent: (part: number) => void): Promise<Answer | null> {
  const sending = before.then(async () => {
    for (let time = 1; ; time++) {
      const answer = await sendOnce(file, onSent);
      if (answer === null || !("busy" in answer)) return answer;
      if (time >= MOST_TIMES) return null;
      await new Promise((resolve) => setTimeout(resolve, answer.busy * 1_000));
    }
  });
  before = sending;
  return sending;
}

/** `busy`: seconds to wait before it is sent again. */
function sendOnce(
  { to, form, field, provider, file }: FileToSend,
  onSent: (part: number) => void,
): Promise<Answer | { busy: number } | null> {
  return new Promise((resolve) => {
    const body = new FormData();
    body.set("form", form);
    body.set("field", field);
    if (provider) body.set("provider", provider);
    body.set("file", file);
    // XMLHttpRequest, because fetch reports no upload progress.
    const request = new XMLHttpRequest();
    request.open("POST", to);
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      const { status, response } = request;
      if (status === 503) {
        const told = Number(request.getResponseHeader("retry-after"));
        resolve({ busy: told > 0 ? Math.min(told, LONGEST_WAIT_SECONDS) : WAIT_SECONDS });
      } else resolve(status === 200 ? response : null);
    };
    request.onerror = () => resolve(null);
    request.onabort = () => resolve(null);
    request.send(body);
  });
}
