import http from "node:http";

/**
 * An idle socket is closed here before the server closes it (after 5 s): a request that is sent on a socket
 * while the server closes it fails with "socket hang up", although nothing is wrong.
 */
const agent = new http.Agent({ keepAlive: true, maxSockets: 64, timeout: 3_000 });

type Answer = { status: number; location: string | undefined; body: string };

/** Sends one HTTP request over a keep-alive socket and reads the whole body. */
export function request(
  url: URL,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string>; body?: string } = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = http.request(url, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on("data", (chunk: Buffer) => chunks.push(chunk));
      response.on("error", reject);
      response.on("end", () =>
        resolve({
          status: response.statusCode ?? 0,
          location: response.headers.location,
          body: Buffer.concat(chunks).toString("utf8"),
        }),
      );
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const unescaped = (text: string) =>
  text
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, "&");

/** The hidden fields of the page's first form that is an action, as a browser without JavaScript would post them. */
export function hiddenFields(html: string): [string, string][] {
  const form = /<form[^>]*action=""[^>]*>[\s\S]*?<\/form>/.exec(html)?.[0] ?? html;
  return [...form.matchAll(/<input type="hidden" name="([^"]+)"(?: value="([^"]*)")?/g)].map((match) => [
    unescaped(match[1] ?? ""),
    unescaped(match[2] ?? ""),
  ]);
}

const BOUNDARY = "----hanna-form";

/**
 * Posts fields the way a form without JavaScript does.
 * @param origin value of the Origin header; null sends none
 */
export function postForm(
  url: URL,
  cookie: string,
  fields: [string, string][],
  origin: string | null = url.origin,
  more: Record<string, string> = {},
): Promise<Answer> {
  const parts = fields.map(
    ([name, value]) => `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  return request(url, {
    method: "POST",
    headers: {
      ...more,
      cookie,
      "content-type": `multipart/form-data; boundary=${BOUNDARY}`,
      ...(origin === null ? {} : { origin }),
    },
    body: `${parts.join("")}--${BOUNDARY}--\r\n`,
  });
}
