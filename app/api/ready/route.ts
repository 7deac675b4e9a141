import { readiness } from "@/app/_server/readiness";

/** Whether requests may come here: database, migrations, keys, not ending. Anyone may ask. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  return new Response(`${answer}\n`, {
    status: answer === "ready" ? 200 : 503,
    headers: { "content-type": "text/plain", "cache-control": "no-store" },
  });
}
