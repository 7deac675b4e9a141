import type { Section } from "@/messages/es-CO";
import { adminAgreements as agreements } from "./agreement-desk";
import { adminAudit as audit } from "./audit";
import { adminAlarms as alarms } from "./caja-alarms";
import { adminPeople as people } from "./caja-people";
import { adminSettings as settings } from "./caja-settings";
import { adminToday as today } from "./caja-today";
import { adminImports as imports } from "./import-desk";
import { adminIncidents as incidents } from "./incident";
import { adminCounter as counter } from "./lookup-compare-mode";
import { adminLookups as lookups } from "./lookup-desk";
import { adminNotices as notices } from "./notify-desk";
import { adminKeys as keys } from "./order-code-keys";
import { adminOrders as orders } from "./order-desk";
import { adminIssue as issue } from "./order-issue";
import { adminKinds as kinds } from "./order-kind";
import { adminLife as life } from "./order-life";
import { adminOrderList as orderList } from "./order-list";
import { adminPrint as print } from "./print";
import { adminProviders as providers } from "./provider";
import { adminReports as reports } from "./report-desk";
import { adminRequests as requests } from "./request-desk";
import { adminApplications as applications } from "./request-requirement";
import { adminRights as rights } from "./rights-desk";
import { adminSearch as search } from "./search";
import { adminSeenParts as seenParts } from "./seen";

const form = {
  sending: "Sending…",
  errorSummary: "Check this",
  storedOtherwise: { intro: "Stored otherwise than you typed:", ticked: "Ticked", unticked: "Not ticked" },
  wait: "You can try again from {hora}",
  errors: {
    nameMissing: "Write the fund's name",
    portalNameMissing: "Write the portal's name",
    legalNameMissing: "Write the legal name",
    nitMissing: "Write the NIT",
    nitShape: "Write the NIT in digits. Example: 890.102.044-1",
    phoneMissing: "Write the phone number",
    phoneShape: "Write the phone number in digits. Example: 605 323 5000",
    hoursMissing: "Write the opening hours",
    emailMissing: "Write the e-mail address",
    emailShape: "Something is missing in the address. Example: help@fund.com.co",
    addressMissing: "Write the address",
    cityMissing: "Write the city",
    hoursRange: "Write the hours in digits, from 1 to 8760",
    policyMissing: "Write the whole policy",
    policyLong: "The policy is too long: 60,000 characters at most",
    paperLetters: "It has letters that the paper cannot show. Write it in Latin letters",
    tooLong: "It is too long. Write it in {limite} letters or fewer",
    searchMissing: "Write the number of the order or of the ID",
    searchShape: "Write the number as it stands on the paper or the document",
    compareModeMissing: "Choose how to compare",
    compareFromShape: "Write the value in digits. Example: $500.000",
    compareFromLarge: "No order is worth that much. Write up to $999.999.999",
    reportOutcomeMissing: "Choose what you found",
    reportActionMissing: "Choose what becomes of the order",
    undoDecisionMissing: "Choose whether it is taken back",
    reasonMissing: "Choose a reason or write it, with 10 letters or more",
    reasonLong: "Write the reason in 600 letters or fewer",
  },
};

export const admin: Section<"admin"> = {
  agreements,
  alarms,
  applications,
  audit,
  counter,
  form,
  imports,
  incidents,
  issue,
  keys,
  kinds,
  life,
  lookups,
  notices,
  orderList,
  orders,
  people,
  print,
  providers,
  reports,
  requests,
  rights,
  search,
  seenParts,
  settings,
  today,
};
