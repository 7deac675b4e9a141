import "server-only";
import { noteDenied } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { isDatabaseDown } from "@/db/connection";
import { logError } from "@/lib/log";
import { NotAllowed } from "@/model/access";
import { Refusal } from "@/model/refusal";

/**
 * Redirect of a posted form that failed: back to `page` with the refusal's code as `param`, to the page "no
 * permission", or to the one for an outage or an internal error.
 */
export async function placeAfterFailure(error: unknown, page: string, param: string): Promise<string> {
  if (error instanceof Refusal && error.code === "not_allowed") {
    const actor = await currentActor();
    if (actor)
      await noteDenied(actor, error instanceof NotAllowed ? error.wanted : (page.split("?")[0] ?? ""));
    return "/sin-permiso";
  }
  if (error instanceof Refusal) return `${page}?${param}=${error.code}`;
  const back = new URLSearchParams({ volver: page });
  if (isDatabaseDown(error)) {
    back.set("motivo", "envio");
    logError("post.database_down", error, {}, "warn");
  } else {
    back.set("motivo", "fallo");
    back.set("codigo", logError("post.failed", error));
  }
  return `/no-disponible?${back}`;
}
