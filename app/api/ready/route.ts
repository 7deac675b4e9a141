import { readiness } from "@/app/_server/readiness";

/** Readiness check: database, migrations, keys, not stopping. Public. */
export async function GET(): Promise<Response> {
  const answer = await readiness();
  return new Response(`${answer}\n`, {
    status: answer === "ready" ? 200 : 503,
    headers: { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" },
  });
}
