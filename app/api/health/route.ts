/** The process is alive. Asks nothing of the database; anyone may call it. */
export function GET(): Response {
  return new Response("ok\n", { headers: { "content-type": "text/plain", "cache-control": "no-store" } });
}
