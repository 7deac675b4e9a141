import { expect, test } from "vitest";
import { makeMember, makeProvider, owner } from "@/tests/support/factories/account";
import { makeOfficial } from "@/tests/support/officials";
import { firstValue } from "@/tests/support/rolled-back";

test("a second suspension is told the state and not the page, and one of today begins now", async () => {
  const [provider, { personId }] = [await makeProvider(), await makeOfficial("administrator")];
  const suspend = (seen: object | null) =>
    firstValue<string>(owner`select set_provider_standing(${provider}, ${personId}, true, 'x', '[]', 'x',
      ${seen === null ? null : owner.json(seen as never)})`);
  const now = await firstValue<Date>(owner`select now()`);
  expect(await suspend({})).toBe("changed");
  expect(await suspend(null)).toBe("done");
  expect(await suspend({})).toBe("provider_state_changed");
  const at = await firstValue<Date>(owner`select suspended_at from provider where id = ${provider}`);
  expect(at.getTime()).toBeGreaterThanOrEqual(now.getTime());
});

test("only an owner of now who may enter is corrected with the company", async () => {
  const [provider, { personId }] = [await makeProvider(), await makeOfficial("administrator")];
  const people = {
    clerk: await makeMember(provider, "clerk"),
    removed: await makeMember(provider, "owner"),
    disabled: await makeMember(provider, "owner"),
    stranger: await makeMember(await makeProvider(), "owner"),
    boss: await makeMember(provider, "owner"),
  };
  await owner`update membership set removed_at = now() where person_id = ${people.removed.personId}`;
  await owner`update person set disabled_at = now() where id = ${people.disabled.personId}`;
  const correct = (person: string) =>
    firstValue<string>(owner`select correct_provider(${provider}, ${personId}, 'Prueba S.A.S.', '08001', 'Calle 1',
      '+576053235000', ${person}, 'Nombre Corregido', null, null, null, 'x', null, '[]', 'x')`);
  for (const [name, person] of Object.entries(people)) {
    const outcome = await correct(person.personId);
    expect([name, outcome]).toEqual([name, name === "boss" ? "done" : "changed"]);
  }
  const renamed = await owner`select id from person where name = 'Nombre Corregido'
    and id in ${owner(Object.values(people).map((person) => person.personId))}`;
  expect([...renamed]).toEqual([{ id: people.boss.personId }]);
});

test("a provider's people read what the caja did to it, newest first, and of nothing else", async () => {
  const [provider, other] = [await makeProvider(), await makeProvider()];
  const { personId } = await makeMember(provider, "viewer");
  const note = (action: string, subject = provider, kind = "provider") => owner`
    select audit_append(p_action => ${action}, p_actor => null, p_provider => ${provider}, p_subject_kind => ${kind},
      p_subject_id => ${subject})`;
  const actions = [
    "suspended",
    "reactivated",
    "corrected",
    "owner_named",
    "owner_withdrawn",
    "owner_changed",
  ];
  for (const action of actions) await note(`provider.${action}`);
  await note("provider.suspended", other);
  await note("provider.suspended", provider, "person");
  await note("bank_account.approved");
  const acts = await owner`select action from own_caja_acts(${provider}, ${personId})`;
  expect(acts.map(({ action }) => action)).toEqual(actions.map((action) => `provider.${action}`).reverse());
  const { personId: stranger } = await makeMember(other, "owner");
  await expect(owner`select from own_caja_acts(${provider}, ${stranger})`).rejects.toThrow();
});
