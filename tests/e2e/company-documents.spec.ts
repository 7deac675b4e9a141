import { addMembership, makeMember, makeProvider } from "@/tests/support/factories/account";
import { pdf } from "@/tests/support/full-journey";
import { owner } from "@/tests/support/look-up-orders";
import { signInAs } from "@/tests/support/sign-in-as";
import { expect, test } from "@/tests/support/test";

test("a document that arrives from a page of one company after a switch is kept for none", async ({
  page,
}) => {
  const [first, second] = [await makeProvider(), await makeProvider()];
  const { personId } = await makeMember(first, "owner");
  await addMembership(personId, second, "owner");
  await signInAs(page, personId);
  await page.request.post("/empresa/cambiar", {
    form: { provider: second },
    headers: { origin: process.env.E2E_URL ?? "" },
  });
  const send = (provider: string) =>
    page.request.post("/archivos/enviar", {
      headers: { origin: process.env.E2E_URL ?? "" },
      multipart: {
        form: "request:CONVENIOS",
        field: "rut",
        provider,
        file: { name: "rut.pdf", mimeType: "application/pdf", buffer: pdf },
      },
    });
  expect((await send(first)).status()).toBe(409);
  expect((await owner`select 1 from kept_file where person_id = ${personId}`).length).toBe(0);
  expect((await send(second)).status()).toBe(200);
  const kept = await owner`select provider_id from kept_file where person_id = ${personId}`;
  expect(kept.map(({ provider_id }) => provider_id)).toEqual([second]);
});
