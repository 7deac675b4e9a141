import { newToken } from "@/lib/crypto/token";
import { heading } from "@/tests/support/counter-pages";
import { makeMember, makeProvider, owner, someEmail } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";
import { expect, expectAccessible, test } from "@/tests/support/test";

async function linkTo(purpose: "invite" | "password", subject: string): Promise<string> {
  const { token, hash } = newToken();
  await owner`insert into mail_link (purpose, subject_id, token_hash, expires_at)
    values (${purpose}, ${subject}, ${hash}, now() + interval '1 hour')`;
  return token;
}

test("the link of an invitation says that whoever sent it may not invite any more, to a team and to the caja", async ({
  page,
}) => {
  const provider = await makeProvider();
  const gone = await makeMember(provider, "owner");
  const [invitation] = await owner<{ id: string }[]>`
    insert into invitation (provider_id, email, name, role, invited_by)
    values (${provider}, ${someEmail()}, 'Ana', 'clerk', ${gone.personId}) returning id`;
  await owner`update membership set removed_at = now() where person_id = ${gone.personId}`;
  const official = await makeOfficial("officer");
  await owner`update person set password_hash = null where id = ${official.personId}`;
  for (const address of [
    `/invitacion/${await linkTo("invite", invitation?.id ?? "")}`,
    `/contrasena/${await linkTo("password", official.personId)}`,
  ]) {
    await page.goto(address);
    await expect(heading(page)).toHaveText("La invitación ya no vale");
    await expect(page.getByText("Quien la envió ya no puede invitar.")).toBeVisible();
    await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  }
  await expectAccessible(page);
});
