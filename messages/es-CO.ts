import { account } from "./es-CO/account";
import { admin } from "./es-CO/admin";
import { common } from "./es-CO/common";
import { compare } from "./es-CO/compare";
import { counter } from "./es-CO/counter";
import { history } from "./es-CO/history";
import { imports } from "./es-CO/imports";
import { mails } from "./es-CO/mails";
import { offline } from "./es-CO/offline";
import { places } from "./es-CO/places";
import { practice } from "./es-CO/practice";
import { proof } from "./es-CO/proof";
import { publicCode } from "./es-CO/public-code";
import { publicPages } from "./es-CO/public-pages";
import { report } from "./es-CO/report";
import { requests } from "./es-CO/requests";
import { scan } from "./es-CO/scan";
import { settlement } from "./es-CO/settlement";
import { use } from "./es-CO/use";

/** Every text a person reads, in Spanish of Colombia; `en.ts` has the same keys. */
export const esCO = {
  account,
  admin,
  common,
  compare,
  counter,
  history,
  imports,
  mails,
  offline,
  places,
  practice,
  proof,
  publicCode,
  publicPages,
  report,
  requests,
  scan,
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
