import { account } from "./en/account";
import { admin } from "./en/admin";
import { common } from "./en/common";
import { compare } from "./en/compare";
import { counter } from "./en/counter";
import { imports } from "./en/imports";
import { mails } from "./en/mails";
import { offline } from "./en/offline";
import { publicCode } from "./en/public-code";
import { publicPages } from "./en/public-pages";
import { requests } from "./en/requests";
import { scan } from "./en/scan";
import { use } from "./en/use";
import type { Messages } from "./es-CO";

export const en: Messages = {
  account,
  admin,
  common,
  compare,
  counter,
  imports,
  mails,
  offline,
  publicCode,
  publicPages,
  requests,
  scan,
  use,
};
