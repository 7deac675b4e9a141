type Answer = { name: string } | { fault: string };

/** One file after the other: over a weak signal two at once finish none. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Sends a file for a form that is still filled in.
 * @param onSent the part of it that was sent, up to 1
 * @returns null when it could not be sent, or nobody is signed in: then it goes along with its form
 */
export function sendFile(
  { form, field, provider, file }: { form: string; field: string; provider: string | null; file: File },
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
        // Only this way of asking tells how much was sent.
        const request = new XMLHttpRequest();
        request.open("POST", "/archivos/enviar");
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
