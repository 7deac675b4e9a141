import { databaseFor } from "@/db/client";
import { type Answer, call } from "@/db/contract/call";
import { findPayment, type PaymentRun } from "@/db/queries/payment";
import { accountNumberPlace } from "@/domain/bank-account/sealed-fields";
import { requireDone } from "@/domain/outcome";
import { receiptNumber } from "@/domain/use/receipt-number";
import { unseal } from "@/lib/crypto/seal";
import type { Cell, Column } from "@/lib/table/write";
import { authorize, type Grant } from "@/model/access";
import { type AccountKind, accountKinds, bankName } from "@/model/bank";
import { bogotaDay } from "@/model/calendar";
import { Refusal } from "@/model/refusal";
import { paymentNumber } from "./payment-number";

/** Uses of one statement of the database: no more are in memory. */
const BATCH = 1_000;

type PaidUse = Answer<"payment_rows">[number];
type PaymentInvoice = Answer<"payment_invoices">[number];
type PaymentAccount = Answer<"payment_accounts">[number];
type PaidAccount = PaymentAccount & { number: string | null };
type KnownAccount = { bank: string; kind: AccountKind; lastFour: string };

/** Whether a provider has an account. */
export const isAccount = <A extends PaymentAccount>(account: A): account is A & KnownAccount =>
  account.bank !== null && account.lastFour !== null && accountKinds.some((kind) => kind === account.kind);

/** A run with its invoices, and its uses in batches, provider by provider. */
export type PaymentFile = {
  run: PaymentRun;
  number: string;
  /** In the bank's file without those that were taken back. */
  invoices: PaymentInvoice[];
  /** Into which account each provider is paid; with its number in the bank's file alone. */
  accounts: PaidAccount[];
  uses: () => AsyncGenerator<PaidUse>;
};

/** Whom a file is for; the bank's is of an approved payment alone. */
export type FileFor = "bank" | "accountant" | "receipts";

/**
 * A run for a file, which is audited.
 * @throws Refusal "payment_changed" when there is no such run, or the bank's file of one that is not approved
 * · "payment_reversed" when nothing is left that the bank's file could pay
 */
export async function exportPayment(
  grant: Grant<"settlement.read">,
  payment: string,
  { file, format, ip }: { file: FileFor; format: string; ip: string },
): Promise<PaymentFile> {
  const db = databaseFor(grant);
  const run = await findPayment(db, payment);
  const payable = run?.kind === "payment" && run.state === "approved";
  if (!run || (file === "bank" && !payable)) throw new Refusal("payment_changed");
  // The numbers of accounts are for who may settle.
  if (file === "bank") authorize(grant.actor, "settlement.manage");
  const charged = await call(db, "payment_invoices", { payment });
  const invoices = file === "bank" ? charged.filter(({ leftAmount }) => leftAmount > 0) : charged;
  if (invoices.length === 0) throw new Refusal("payment_reversed");
  const note = { actor: grant.actor.personId, payment, for: file, format, ip };
  requireDone("payment_outcome", await call(db, "log_payment_export", note));
  const [accounts, sealed] = await Promise.all([
    call(db, "payment_accounts", { payment }),
    file === "bank"
      ? call(db, "payment_account_numbers", { payment, actor: grant.actor.personId })
      : Promise.resolve([]),
  ]);
  const numbers = new Map(
    sealed.map(({ account, numberSealed }) => [account, unseal(numberSealed, accountNumberPlace(account))]),
  );
  return {
    run,
    number: paymentNumber(run.serial, run.madeAt),
    invoices,
    accounts: accounts.map((each) => ({ ...each, number: numbers.get(each.account ?? "") ?? null })),
    uses: () => everyUse(grant, payment),
  };
}

async function* everyUse(grant: Grant<"settlement.read">, payment: string): AsyncGenerator<PaidUse> {
  let last: PaidUse | null = null;
  do {
    const batch: PaidUse[] = await call(databaseFor(grant), "payment_rows", {
      payment,
      afterName: last?.providerName ?? null,
      afterSerial: last?.serial ?? null,
      limit: BATCH,
    });
    yield* batch;
    last = batch.length < BATCH ? null : (batch.at(-1) ?? null);
  } while (last);
}

export const bankColumns: readonly Column[] = [
  { header: "NIT", width: 14 },
  { header: "DV", width: 5 },
  { header: "PROVEEDOR", width: 36 },
  { header: "VALOR", kind: "number", width: 16 },
  { header: "FECHA", kind: "day", width: 12 },
  { header: "REFERENCIA", width: 20 },
  { header: "PAGO", width: 18 },
  { header: "FACTURAS", width: 36 },
  { header: "CODBANCO", width: 10 },
  { header: "BANCO", width: 28 },
  { header: "TIPOCUENTA", width: 12 },
  { header: "CUENTA", width: 24 },
  { header: "TITULAR", width: 36 },
  { header: "NITTITULAR", width: 14 },
];

/**
 * A line for each provider, who is the holder of its account; without one its cells are empty. What was taken back is
 * not paid by it: its uses are free, and another run pays them.
 */
export async function* bankRows(
  { run, number, invoices, accounts }: PaymentFile,
  words: { kinds: Readonly<Record<AccountKind, string>> },
): AsyncGenerator<Cell[]> {
  for (const provider of new Set(invoices.map(({ providerId }) => providerId))) {
    const own = invoices.filter(({ providerId }) => providerId === provider);
    const [first] = own;
    if (!first) continue;
    const known = accounts.find(({ providerId }) => providerId === provider);
    const account = known && isAccount(known) ? known : null;
    yield [
      first.nit,
      String(first.checkDigit),
      first.providerName,
      own.reduce((sum, { leftAmount }) => sum + leftAmount, 0),
      { day: run.payOn },
      run.reference,
      number,
      own.map(({ invoice }) => invoice).join(" "),
      ...(account
        ? [
            account.bank,
            bankName(account.bank),
            words.kinds[account.kind],
            account.number,
            first.providerName,
            first.nit,
          ]
        : [null, null, null, null, null, null]),
    ];
  }
}

export const accountantColumns: readonly Column[] = [
  { header: "PAGO", width: 18 },
  { header: "FECHAPAGO", kind: "day", width: 12 },
  { header: "REFERENCIA", width: 20 },
  { header: "NIT", width: 14 },
  { header: "DV", width: 5 },
  { header: "PROVEEDOR", width: 36 },
  { header: "FACTURA", width: 16 },
  { header: "CUFE", width: 40 },
  { header: "COMPROBANTE", width: 18 },
  { header: "FECHAUSO", kind: "day", width: 12 },
  { header: "TIPODCTO", width: 26 },
  { header: "NRODCTO", width: 16 },
  { header: "VALOR", kind: "number", width: 16 },
  // A run that waits or was returned paid nobody, and its file looks the same.
  { header: "ESTADO", width: 22 },
];

/** A line for each receipt, below zero in a reversal, and their total in the last one. */
export async function* accountantRows(
  { run, number, uses }: PaymentFile,
  words: { total: string; state: string },
): AsyncGenerator<Cell[]> {
  const sign = run.kind === "payment" ? 1 : -1;
  let total = 0;
  for await (const use of uses()) {
    total += sign * use.amount;
    yield [
      number,
      { day: run.payOn },
      run.reference,
      use.nit,
      String(use.checkDigit),
      use.providerName,
      use.invoice,
      use.cufe,
      receiptNumber(use.serial, use.at),
      { day: bogotaDay(use.at) },
      use.kindName,
      use.number,
      sign * use.amount,
      words.state,
    ];
  }
  yield [words.total, null, null, null, null, null, null, null, null, null, null, null, total, null];
}
