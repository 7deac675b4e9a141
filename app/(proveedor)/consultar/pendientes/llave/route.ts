import { allowed } from "@/app/_server/auth/denied";
import { entryKeysOf } from "@/app/_server/auth/owner";
import { currentActor } from "@/app/_server/auth/session";
import { authorize } from "@/model/access";

/**
 * Answers the key that encrypts what this person scans offline, and the one from before AUTH_SECRET was rotated. Only
 * their own session gets them.
 */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !(await allowed(actor, "order.look_up"))) return new Response(null, { status: 401 });
  const [present, ...former] = entryKeysOf(authorize(actor, "order.look_up").actor);
  return Response.json({ ...present, former }, { headers: { "cache-control": "private, no-store" } });
}
