import { unavailableStyle } from "@/app/_server/http/unavailable-style";

/** Rendered at build time, so that it works without the database. */
export const dynamic = "force-static";

/** The style of the pages that need nothing else. */
export function GET(): Response {
  return new Response(unavailableStyle, { headers: { "content-type": "text/css; charset=utf-8" } });
}
