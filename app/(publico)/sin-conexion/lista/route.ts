import { allowed } from "@/app/_server/auth/denied";
import { currentActor } from "@/app/_server/auth/session";
import { signedDeadList } from "@/domain/proof/dead-list";
import { authorize } from "@/model/access";

/** The signed list of dead codes that a phone stores for offline use. Needs the permission to look up orders. */
export async function GET(): Promise<Response> {
  const actor = await currentActor();
  if (!actor || !(await allowed(actor, "order.look_up"))) return new Response(null, { status: 401 });
  const list = await signedDeadList(authorize(actor, "order.look_up"));
  return Response.json(list, { headers: { "cache-control": "private, no-store" } });
}
