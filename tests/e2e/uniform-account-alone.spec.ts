import { accountForms, strangersEmail } from "@/scripts/bench/account-forms";
import { bare, firstDifference } from "@/tests/support/bare-page";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { expect, test } from "@/tests/support/test";

const forms = accountForms(process.env.E2E_URL ?? "", owner);

// Without the time that it takes, which `npm run bench:enumeration` measures: a test would fail by the machine's load.
for (const [name, form] of Object.entries(forms))
  test(`${name}: an e-mail that has an account and one that has none get the same bytes`, async () => {
    // Letters alone: an id in it would be taken for one that differs by nature.
    const email = strangersEmail("conocida.de.la.prueba@prueba.example");
    await makeMember(await makeProvider(), "owner", email);
    const stranger = strangersEmail(email);
    const [known, unknown] = [await (await form(email))(), await (await form(stranger))()];
    expect([known.status, known.location, known.cookies]).toEqual([303, unknown.location, unknown.cookies]);
    expect(unknown.status).toBe(303);
    expect(known.page.length).toBeGreaterThan(1_000);
    expect(firstDifference(bare(known.page, [email]), bare(unknown.page, [stranger]))).toBeNull();
  });
