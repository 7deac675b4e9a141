import { account } from "./en/account";
import { bankAccount } from "./en/bank-account";
import { places } from "./en/branch";
import { admin } from "./en/caja";
import { factor } from "./en/factor";
import { history } from "./en/history";
import { imports } from "./en/import";
import { demo } from "./en/installation-demo";
import { counter } from "./en/lookup";
import { compare } from "./en/lookup-compare";
import { offline } from "./en/lookup-offline";
import { scan } from "./en/lookup-scan";
import { manual } from "./en/manual";
import { monthReport } from "./en/month-report";
import { mails } from "./en/notify";
import { publicCode } from "./en/order-code";
import { ownAccount } from "./en/own-account";
import { common } from "./en/page-common";
import { lists } from "./en/page-list";
import { publicPages } from "./en/page-public";
import { payment } from "./en/payment";
import { practice } from "./en/practice";
import { proof } from "./en/proof";
import { report } from "./en/report";
import { requests } from "./en/request";
import { rights } from "./en/rights";
import { session } from "./en/session";
import { settlement } from "./en/settlement";
import { use } from "./en/use";
import type { Messages } from "./es-CO";

export const en: Messages = {
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
