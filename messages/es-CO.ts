import { account } from "./es-CO/account";
import { bankAccount } from "./es-CO/bank-account";
import { places } from "./es-CO/branch";
import { admin } from "./es-CO/caja";
import { factor } from "./es-CO/factor";
import { history } from "./es-CO/history";
import { imports } from "./es-CO/import";
import { demo } from "./es-CO/installation-demo";
import { counter } from "./es-CO/lookup";
import { compare } from "./es-CO/lookup-compare";
import { offline } from "./es-CO/lookup-offline";
import { scan } from "./es-CO/lookup-scan";
import { manual } from "./es-CO/manual";
import { monthReport } from "./es-CO/month-report";
import { mails } from "./es-CO/notify";
import { publicCode } from "./es-CO/order-code";
import { ownAccount } from "./es-CO/own-account";
import { common } from "./es-CO/page-common";
import { lists } from "./es-CO/page-list";
import { publicPages } from "./es-CO/page-public";
import { payment } from "./es-CO/payment";
import { practice } from "./es-CO/practice";
import { proof } from "./es-CO/proof";
import { report } from "./es-CO/report";
import { requests } from "./es-CO/request";
import { rights } from "./es-CO/rights";
import { session } from "./es-CO/session";
import { settlement } from "./es-CO/settlement";
import { use } from "./es-CO/use";

/** Every text a person reads, in Spanish of Colombia; `en.ts` has the same keys. */
export const esCO = {
  account,
  admin,
  common,
  compare,
  counter,
  demo,
  factor,
  ownAccount,
  history,
  imports,
  lists,
  mails,
  manual,
  monthReport,
  offline,
  bankAccount,
  payment,
  places,
  practice,
  proof,
  publicCode,
  publicPages,
  report,
  requests,
  rights,
  scan,
  session,
  settlement,
  use,
};

/** The shape every language has: the same keys, texts as text, functions as functions. */
type Shape<T> = T extends string
  ? string
  : T extends (...args: infer A) => string
    ? (...args: A) => string
    : { readonly [K in keyof T]: Shape<T[K]> };
export type Messages = Shape<typeof esCO>;
/** One section in another language: `export const account: Section<"account"> = …`. */
export type Section<K extends keyof typeof esCO> = Shape<(typeof esCO)[K]>;
