import { allowed } from "@/app/_server/auth/denied";
import { ownerKey, ownerOf } from "@/app/_server/auth/owner";
import { currentActor } from "@/app/_server/auth/session";
import { authorize } from "@/model/access";

/** Answers the key that encrypts what this person scans offline. Only their own session gets it. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !(await allowed(actor, "order.look_up"))) return new Response(null, { status: 401 });
  const owner = ownerOf(authorize(actor, "order.look_up").actor);
  return Response.json(
    { owner, key: ownerKey(owner) },
    { headers: { "cache-control": "private, no-store" } },
  );
}
