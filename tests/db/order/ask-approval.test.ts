import { afterAll, expect, test } from "vitest";
import { owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeDraft, makeKind } from "@/tests/support/factories/own-order";

afterAll(() => owner.end());

test("a second person is asked for one's own draft, as it was read, and once", async () => {
  const [ana, luis] = [await makeCajaPerson("officer"), await makeCajaPerson("officer")];
  const kind = await makeKind();
  const [order, other] = [await makeDraft(ana, kind), await makeDraft(ana, kind)];
  const versionOf = async (id: string) => {
    const [row] = await owner<
      { version: string }[]
    >`select caja_version(updated_at) as version from "order" where id = ${id}`;
    return row?.version ?? "";
  };
  const ask = async (by: string, version: string) => {
    const [row] = await owner<{ outcome: string }[]>`
      select ask_order_approval(${order}, ${by}, ${version}, 'x') as outcome`;
    return row?.outcome;
  };
  const version = await versionOf(order);
  expect(await ask(luis.personId, version)).toBe("draft_changed");
  expect(await ask(ana.personId, await versionOf(other))).toBe("draft_changed");
  expect(await ask(ana.personId, version)).toBe("done");
  expect(await ask(ana.personId, version)).toBe("draft_changed");
  expect(await ask(ana.personId, await versionOf(order))).toBe("draft_changed");
});
