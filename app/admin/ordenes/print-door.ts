import { isDatabaseDown } from "@/db/connection";
import type { Actor } from "@/domain/access";
import { Refusal } from "@/domain/refusal";
import { currentActor } from "@/lib/auth/session";
import { clientIp } from "@/lib/http/client";

const see = (location: string) => new Response(null, { status: 303, headers: { location } });

/**
 * For the handlers that print: lets somebody signed in through to `run`, with the form. A refusal goes back to
 * the page `from` as its code, and so does null, which is that nothing was left to print.
 */
export async function printDoor(
  request: Request,
  from: string,
  run: (actor: Actor, form: FormData, client: { ip: string }) => Promise<Response | null>,
): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return see(`/ingresar?${new URLSearchParams({ volver: from })}`);
    const answer = await run(actor, await request.formData(), { ip: clientIp(request.headers) });
    return answer ?? see(from);
  } catch (error) {
    if (error instanceof Refusal)
      return see(error.code === "not_allowed" ? "/sin-permiso" : `${from}?papel=${error.code}`);
    if (isDatabaseDown(error)) return see(`/no-disponible?${new URLSearchParams({ volver: from })}`);
    throw error;
  }
}
