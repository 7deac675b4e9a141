import { account } from "./en/account";
import { admin } from "./en/admin";
import { common } from "./en/common";
import { compare } from "./en/compare";
import { counter } from "./en/counter";
import { history } from "./en/history";
import { imports } from "./en/imports";
import { mails } from "./en/mails";
import { offline } from "./en/offline";
import { places } from "./en/places";
import { practice } from "./en/practice";
import { proof } from "./en/proof";
import { publicCode } from "./en/public-code";
import { publicPages } from "./en/public-pages";
import { report } from "./en/report";
import { requests } from "./en/requests";
import { scan } from "./en/scan";
import { settlement } from "./en/settlement";
import { use } from "./en/use";
import type { Messages } from "./es-CO";

export const en: Messages = {
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
