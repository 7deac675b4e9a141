import { connect } from "@/db/connection";
import { isSignedProof } from "@/domain/proof/signature";

export type Checked = {
  orders: number;
  uses: number;
  proofs: number;
  /** Numbers of the keys of orders that were revoked when the copy was taken. */
  revoked: number[];
};

const BATCH = 5_000;

/**
 * Compares each order with its uses in the ledger, and verifies each proof with the key that signed it.
 * @param url address of the database's owner
 * @throws Error with one line when something does not match
 */
export async function verifyDatabase(url: string): Promise<Checked> {
  const client = connect(url, null, 1);
  try {
    const [ledger] = await client<{ orders: number; uses: number; apart: number }[]>`
      select count(*)::int as orders, coalesce(sum(u.entries), 0)::int as uses,
        count(*) filter (where o.balance <> o.value - coalesce(u.net, 0)
          or (o.state = 'used') <> (o.balance = 0))::int as apart
      from "order" o left join (
        select order_id, count(*) as entries, sum(case kind when 'use' then amount else -amount end) as net
        from order_use group by order_id
      ) u on u.order_id = o.id`;
    if (!ledger || ledger.apart > 0)
      throw new Error(`El libro de usos no cuadra con ${ledger?.apart} órdenes: no sirva con esta copia.`);
    const keys = new Map(
      (await client<{ id: number; key: Buffer }[]>`select id, public_key as key from receipt_key`).map(
        ({ id, key }) => [id, key],
      ),
    );
    let proofs = 0;
    const read = client<{ number: string; content: string; key_id: number; signature: Buffer }[]>`
      select number, content, key_id, signature from proof`.cursor(BATCH);
    for await (const rows of read)
      for (const proof of rows) {
        const key = keys.get(proof.key_id);
        if (!key || !isSignedProof(proof.content, proof.signature, key))
          throw new Error(
            `La constancia ${proof.number} no lleva la firma de la entidad: no sirva con esta copia.`,
          );
        proofs++;
      }
    const revoked = await client<
      { id: number }[]
    >`select id from order_key where state = 'revoked' order by id`;
    return { orders: ledger.orders, uses: ledger.uses, proofs, revoked: revoked.map(({ id }) => id) };
  } finally {
    await client.end({ timeout: 5 });
  }
}
