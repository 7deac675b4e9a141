import { frameActor } from "@/app/_server/auth/frame-actor";
import { manualVersion } from "@/domain/manual/version";
import { currentLanguage } from "@/messages";
import { manualFile } from "./manual-file";

/** The manual as a PDF, for anyone. The caja's people get their part too. */
export async function GET(request: Request): Promise<Response> {
  const [actor, language] = await Promise.all([frameActor(), currentLanguage()]);
  const { tag, content } = await manualFile(language, actor?.kind === "caja");
  const headers = { ETag: `"${tag}"`, "Cache-Control": "private, no-cache" };
  if (request.headers.get("if-none-match") === headers.ETag)
    return new Response(null, { status: 304, headers });
  return new Response(new Uint8Array(await content), {
    headers: {
      ...headers,
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="instructivo-hanna-${manualVersion.number}.pdf"`,
      "X-Content-Type-Options": "nosniff",
    },
  });
}
