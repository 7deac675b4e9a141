type FileToSend = {
  /** Address of the route handler that takes it. */
  to: string;
  form: string;
  field: string;
  provider: string | null;
  file: File;
};

type Answer = { name: string } | { fault: string };

/** Files are uploaded one after the other, because over a weak connection two at once both fail. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Uploads a file for a form that is still being filled in.
 * @param onSent gets the fraction sent, up to 1
 * @returns null when it could not be sent or nobody is signed in; the file is then sent with its form
 */
export function sendFile(
  { to, form, field, provider, file }: FileToSend,
  onSent: (part: number) => void,
): Promise<Answer | null> {
  const sending = before.then(
    () =>
      new Promise<Answer | null>((resolve) => {
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
        request.onload = () => resolve(request.status === 200 ? request.response : null);
        request.onerror = () => resolve(null);
        request.onabort = () => resolve(null);
        request.send(body);
      }),
  );
  before = sending;
  return sending;
}
