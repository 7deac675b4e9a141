import { unavailableStyle } from "@/app/_server/http/unavailable-style";

/** Made once, with the build: it stands while the database does not. */
export const dynamic = "force-static";

/** The style of the pages that need nothing else. */
export function GET(): Response {
  return new Response(unavailableStyle, { headers: { "content-type": "text/css; charset=utf-8" } });
}
