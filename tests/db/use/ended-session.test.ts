import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { giveLookupProof, giveUseProof } from "@/domain/proof/give-proof";
import { askForUndo, undoOrderUse } from "@/domain/use/undo-use";
import { owner } from "@/tests/support/look-up-orders";
import { client, confirmation, grantToUse, makeComparedOrder, register } from "@/tests/support/use-order";

test("no use is taken back, no reversal asked for and no proof is given in the name of somebody whose session ended or is another's", async () => {
  const { till, lookupId } = await makeComparedOrder();
  const use = (await register(till, confirmation(lookupId))) ?? "";
  const form = { useId: use, key: randomUUID(), reason: "Era de otra persona" };
  const named = { ...till, actor: { ...till.actor, sessionId: randomUUID() } };
  const ended = async () =>
    owner`update session set revoked_at = now() where id = ${till.actor.sessionId} returning id`;
  const refused = /require_named/;
  for (const grant of [named, till]) {
    if (grant === till) expect(await ended()).toHaveLength(1);
    await expect(askForUndo(grantToUse(grant), form, client())).rejects.toThrow(refused);
    await expect(undoOrderUse(grantToUse(grant), form, null, client())).rejects.toThrow(refused);
    await expect(giveLookupProof(grant, lookupId, client())).rejects.toThrow(refused);
    await expect(giveUseProof(grant, use, client())).rejects.toThrow(refused);
  }
  const written = await owner`select p.id from proof p where p.lookup_id = ${lookupId} or p.use_id = ${use}
    union all select r.id from undo_request r where r.use_id = ${use}
    union all select u.id from order_use u where u.undoes = ${use}`;
  expect(written).toEqual([]);
});
