import { cajaRoles, type Role } from "@/model/access";
import { owner, someEmail } from "@/tests/support/factories/account";
import { makeCajaPerson } from "@/tests/support/factories/own-order";
import { makeCounter } from "./use-in-database";

/** Creates a person of each role; the three provider roles are members of one provider. */
export async function makeRoles(): Promise<Map<Role, string>> {
  const { providerId } = await makeCounter();
  const people = new Map<Role, string>();
  for (const role of ["owner", "clerk", "viewer"] as const) {
    const [row] = await owner<{ id: string }[]>`
      insert into person (email, name) values (${someEmail()}, ${role}) returning id`;
    if (!row) throw new Error("no person made");
    await owner`insert into membership (person_id, provider_id, role) values (${row.id}, ${providerId}, ${role})`;
    people.set(role, row.id);
  }
  for (const role of cajaRoles) people.set(role, (await makeCajaPerson(role)).personId);
  return people;
}
