import type { Section } from "../es-CO";
import { adminAlarms as alarms } from "./admin-alarms";
import { adminAudit as audit } from "./admin-audit";
import { adminCounter as counter } from "./admin-counter";
import { adminImports as imports } from "./admin-imports";
import { adminIssue as issue } from "./admin-issue";
import { adminKeys as keys } from "./admin-keys";
import { adminKinds as kinds } from "./admin-kinds";
import { adminLife as life } from "./admin-life";
import { adminLookups as lookups } from "./admin-lookups";
import { adminOrderList as orderList } from "./admin-order-list";
import { adminOrders as orders } from "./admin-orders";
import { adminPrint as print } from "./admin-print";
import { adminProviders as providers } from "./admin-providers";
import { adminReports as reports } from "./admin-report";
import { adminRequests as requests } from "./admin-requests";
import { adminSeenParts as seenParts } from "./admin-seen";
import { adminSettings as settings } from "./admin-settings";
import { adminToday as today } from "./admin-today";

const form = {
  sending: "Sending…",
  errorSummary: "Check this",
  wait: "You can try again after {hora}.",
  errors: {
    nameMissing: "Write the caja's name",
    legalNameMissing: "Write the legal name",
    nitMissing: "Write the NIT",
    nitShape: "Write the NIT in digits. Example: 890.102.044-1",
    phoneMissing: "Write the phone number",
    phoneShape: "Write the phone number in digits. Example: 605 323 5000",
    hoursMissing: "Write the opening hours",
    emailMissing: "Write the e-mail address",
    emailShape: "Something is missing in the address. Example: atencion@caja.com.co",
    addressMissing: "Write the address",
    cityMissing: "Write the city",
    hoursRange: "Write the hours in digits, from 1 to 8760",
    policyMissing: "Write the whole policy",
    policyLong: "The policy is too long: 60,000 characters at most",
    paperLetters: "It has letters that the paper cannot show. Write it in Latin letters",
    tooLong: "It is too long. Write it shorter",
    searchMissing: "Write the number of the order or of the ID",
    searchShape: "Write the number as it stands on the paper or the document",
    compareModeMissing: "Choose how to compare",
    compareFromShape: "Write the value in digits. Example: $500.000",
    reportOutcomeMissing: "Choose what you found",
    reportDeedMissing: "Choose what becomes of the order",
    undoDecisionMissing: "Choose whether it is taken back",
    reasonMissing: "Choose a reason or write it, with 10 letters or more",
    reasonLong: "Write the reason in 600 letters or fewer",
  },
};

export const admin: Section<"admin"> = {
  alarms,
  audit,
  counter,
  form,
  imports,
  issue,
  keys,
  kinds,
  life,
  lookups,
  orderList,
  orders,
  print,
  providers,
  reports,
  requests,
  seenParts,
  settings,
  today,
};
