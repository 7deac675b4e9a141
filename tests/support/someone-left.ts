import { removeMember } from "@/domain/team/remove-member";
import { tokenHash } from "@/lib/crypto/token";
import { authorize } from "@/model/access";
import {
  browser,
  keepNumbers,
  makeMember,
  makePasswordLink,
  owner,
  someEmail,
  teamGrant,
} from "./factories/account";
import { enrol, halfSession } from "./factories/factor";
import { makeOrder, makeTill, someDigits } from "./look-up-orders";
import { firstValue } from "./rolled-back";
import { lookUpOutcome } from "./typed-look-up";

/** Ana, who owned a company with a shared mailbox and all that an account can have, and left. */
export async function someoneLeft() {
  const till = await makeTill();
  const provider = till.actor.provider.id;
  const boss = await makeMember(provider, "owner");
  const email = someEmail();
  const ana = await makeMember(provider, "owner", email);
  const idNumber = someDigits(10);
  await keepNumbers(ana.personId, { idNumber, mobile: "+573001234567" });
  await owner`update person set name = 'Ana Anterior' where id = ${ana.personId}`;
  await owner`insert into counter_pin (person_id, pin_hash) values (${ana.personId}, 'su clave')`;
  const { token } = await enrol(await halfSession(ana.personId, false));
  const sessionId = await firstValue<string>(
    owner`select id from session where token_hash = ${tokenHash(token)}`,
  );
  const asked = authorize({ ...till.actor, personId: ana.personId, sessionId }, "order.look_up");
  await lookUpOutcome(asked, await makeOrder());
  const link = await makePasswordLink(ana.personId);
  await removeMember(teamGrant(provider, boss.personId), ana.personId, browser());
  return { provider, boss: boss.personId, till, email, ana: ana.personId, idNumber, link };
}

/** What is kept of a person, and by what they could enter. */
export const rowOf = async (person: string) => {
  const [row] = await owner`
    select name, email, id_kind, id_number_index, mobile_sealed, password_hash is not null as enters,
      has_factor(id) as factor, exists (select from counter_pin n where n.person_id = id) as pin
    from person where id = ${person}`;
  return row;
};
