import { beforeAll, expect, test } from "vitest";
import { confirmAccount, readConfirmation } from "@/domain/account/confirm";
import { saveStep, sendConfirmation } from "@/domain/account/register";
import { shortDigest } from "@/lib/crypto/digest";
import { tokenHash } from "@/lib/crypto/token";
import { browser, mailsTo, makePolicy, owner, PASSWORD, someEmail } from "@/tests/support/factories/account";
import { company, draftOf, emails, fillIn, submit } from "@/tests/support/factories/registration";

beforeAll(makePolicy);

test("a network that requests e-mails to many addresses is rate limited and told until when", async () => {
  const from = browser();
  const drafts = await Promise.all(Array.from({ length: 12 }, () => fillIn()));
  const results = await Promise.allSettled(drafts.map(({ token }) => submit(token, from)));
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
  expect(results.find(({ status }) => status === "rejected")).toMatchObject({
    reason: { code: "too_many_attempts", until: expect.any(Date) },
  });
});

test("strangers who fill a mailbox with registrations do not block its owner's own registration", async () => {
  const email = someEmail();
  const strangers = await Promise.all(Array.from({ length: 25 }, () => fillIn({ email })));
  const links = await Promise.all(strangers.map(({ token }) => submit(token)));
  expect(await mailsTo(email)).toHaveLength(20);
  // They take their links back, as far as they can.
  await Promise.all(
    strangers.map(async ({ token }) => saveStep(token, await draftOf(token), { company: company() })),
  );

  const own = await fillIn({ email });
  const sent = await sendConfirmation(await draftOf(own.token), emails, browser());
  expect(sent).toEqual({ sent: true, waitUntil: null });
  expect(await mailsTo(email)).toHaveLength(20);
  const mailed = await owner<{ hash: Buffer }[]>`
    select token_hash as hash from mail_link where token_hash in ${owner(links.map(tokenHash))}`;
  const link = links.find((one) => mailed.some(({ hash }) => hash.equals(tokenHash(one)))) ?? "";
  expect((await readConfirmation(link)).state).toBe("superseded");
  const read = await readConfirmation(link, own.token);
  expect([read.state, read.answers?.company.nit]).toEqual(["ok", own.nit]);
  const { personId } = await confirmAccount({ token: link, password: PASSWORD }, browser(), own.token);
  const [created] = await owner`
    select p.email, v.nit from person p join membership m on m.person_id = p.id
    join provider v on v.id = m.provider_id where p.id = ${personId}`;
  expect(created).toEqual({ email, nit: own.nit });
  expect((await readConfirmation(link)).state).toBe("used");
});

test("a link confirms only the registration, mailbox and answers it was sent for, within one hour", async () => {
  const mine = await fillIn();
  const link = await submit(mine.token);
  const other = await fillIn();
  await submit(other.token);
  // Opened in a browser with a registration of another mailbox, the link confirms its own registration only.
  expect((await readConfirmation(link, other.token)).answers?.company.nit).toBe(mine.nit);
  const same = await fillIn({ email: mine.email });
  expect((await readConfirmation(link, same.token)).answers?.company.nit).toBe(mine.nit);
  await submit(same.token);
  expect((await readConfirmation(link, same.token)).answers?.company.nit).toBe(same.nit);
  await saveStep(same.token, await draftOf(same.token), { company: company() });
  expect((await readConfirmation(link, same.token)).answers?.company.nit).toBe(mine.nit);
  await submit(same.token);
  await owner`update mail_link set expires_at = now() where token_hash = ${tokenHash(link)}`;
  expect((await readConfirmation(link, same.token)).state).toBe("expired");
  await expect(
    confirmAccount({ token: link, password: PASSWORD }, browser(), same.token),
  ).rejects.toMatchObject({ code: "link_not_usable" });
});

test("the database accepts a link only for its own registration and its own address", async () => {
  const [mine, other] = await Promise.all([fillIn(), fillIn()]);
  const link = tokenHash(await submit(mine.token));
  await submit(other.token);
  const [row] = await owner<{ id: string; answers: Buffer }[]>`
    select id, answers from registration where token_hash = ${tokenHash(other.token)}`;
  const confirmAs = async (addressKey: string) => {
    const [answer] = await owner<{ outcome: string }[]>`
      select outcome from confirm_registration(${link}, ${row?.answers ?? null}, 'x', ${other.email}, 'Ana', 'CC', '1',
        'x', ${other.nit}, 0, 'x', '08001', 'x', 'x', 'x', ${row?.id ?? null}, ${addressKey})`;
    return answer?.outcome;
  };
  expect(await confirmAs(shortDigest(other.email))).toBe("unknown");
  expect(await confirmAs("")).toBe("unknown");
});
