import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { saveDraft } from "@/domain/order/draft/save-draft";
import { DraftInput } from "@/domain/order/draft/schema";
import { authorize } from "@/model/access";
import { browser, owner } from "@/tests/support/factories/account";
import { makeCajaPerson, makeKind, typedOrder } from "@/tests/support/factories/own-order";
import { someDigits } from "@/tests/support/look-up-orders";

async function makeCompany(legalName: string, endsIn = 90): Promise<string> {
  const nit = `9${someDigits(8)}`;
  await owner`insert into agreement (number, nit, check_digit, legal_name, starts_on, ends_on)
    values (${`CV-${randomUUID().slice(0, 8)}`}, ${nit}, 0, ${legalName}, bogota_today() - 200,
      bogota_today() + ${endsIn}::int)`;
  return nit;
}

test("a draft's provider is found by words of its name; one of several, or without a convenio, is refused", async () => {
  const [ana, kind] = [await makeCajaPerson("officer"), await makeKind()];
  const word = `Ñañez${someDigits(8)}`;
  const nit = await makeCompany(`Óptica ${word} del Caribe S.A.S.`);
  const save = async (provider: string) => {
    const order = randomUUID();
    const input = DraftInput.parse(typedOrder(kind, { order, provider }));
    await saveDraft(authorize(ana, "order.issue"), input, browser());
    const [row] = await owner<{ nit: string }[]>`select provider_nit as nit from "order" where id = ${order}`;
    return row?.nit;
  };
  expect(await save(`${word.toLowerCase()} optica`)).toBe(nit);
  await makeCompany(`Óptica ${word} del Norte`);
  await expect(save(`optica ${word}`)).rejects.toMatchObject({ code: "provider_name_shared" });
  expect(await save(`optica ${word} caribe`)).toBe(nit);
  const gone = `Zzz${someDigits(8)}`;
  await makeCompany(`Calzado ${gone}`, -1);
  await expect(save(gone)).rejects.toMatchObject({ code: "provider_without_agreement" });
});
