import { z } from "zod";
import { outcomes } from "@/model/verdict";

const Moment = z.iso.datetime({ precision: 3 });
const Pesos = z.int().nonnegative();

const Common = {
  version: z.literal(1),
  number: z.string(),
  /** When the caja issued the proof. */
  givenAt: Moment,
  caja: z.strictObject({ name: z.string(), nit: z.string() }),
  provider: z.strictObject({ name: z.string(), nit: z.string() }),
  /** Who asked or registered, of the provider. */
  person: z.string().nullable(),
  branch: z.string().nullable(),
  counter: z.string().nullable(),
};
/** The number is the order's, or the last signs of what was typed where no order is known. Whole pesos; null: not shown. */
const Order = z.strictObject({
  kindCode: z.string(),
  kindName: z.string(),
  number: z.string().nullable(),
  value: Pesos.nullable(),
});

const OfAnswer = z.strictObject({
  ...Common,
  kind: z.enum(["look_up", "comparison"]),
  askedAt: Moment,
  channel: z.enum(["typed", "check_code", "scan", "picture"]),
  order: Order,
  /** What was answered when it was asked, and what was true when the proof was given. */
  outcome: z.enum(outcomes),
  outcomeNow: z.enum(outcomes),
  balance: Pesos.nullable(),
  comparison: z
    .strictObject({
      result: z.enum(["equal", "different", "unreadable"]),
      at: Moment,
      differing: z.array(z.enum(["value", "holder", "paper"])),
    })
    .nullable(),
});

const OfUse = z.strictObject({
  ...Common,
  kind: z.enum(["use", "undo"]),
  order: Order,
  /** When it was used or taken back, how much, and what the order had left after it. */
  at: Moment,
  amount: Pesos,
  balance: Pesos,
  invoice: z.string().nullable(),
  /** Of an undo: the receipt that counts no more. */
  undoes: z.strictObject({ number: z.string(), at: Moment }).nullable(),
});

/** What a proof says, and all it says: no affiliate is named. Strict, so that nothing slips in. */
export const ProofContent = z.discriminatedUnion("kind", [OfAnswer, OfUse]);
export type ProofContent = z.output<typeof ProofContent>;
export type AnswerContent = z.output<typeof OfAnswer>;
export type UseContent = z.output<typeof OfUse>;

/** The one spelling of a content (RFC 8785): names in order, no spaces. Its UTF-8 bytes are what is signed. */
export function canonicalText(content: ProofContent): string {
  return JSON.stringify(ordered(ProofContent.parse(content)));
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, inner]) => [name, ordered(inner)]),
  );
}
