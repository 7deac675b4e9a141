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
  sending: "Enviando…",
  errorSummary: "Revise esto",
  /** The stored values of fields in which something else is typed. */
  storedOtherwise: {
    intro: "Está guardado distinto de lo que usted escribió:",
    ticked: "Marcado",
    unticked: "Sin marcar",
  },
  wait: "Puede intentar de nuevo desde {hora}",
  errors: {
    nameMissing: "Escriba el nombre de la entidad",
    portalNameMissing: "Escriba el nombre del portal",
    legalNameMissing: "Escriba la razón social",
    nitMissing: "Escriba el NIT",
    nitShape: "Escriba el NIT con números. Ejemplo: 890.102.044-1",
    phoneMissing: "Escriba el teléfono",
    phoneShape: "Escriba el teléfono con números. Ejemplo: 605 323 5000",
    hoursMissing: "Escriba el horario de atención",
    emailMissing: "Escriba el correo",
    emailShape: "Al correo le falta algo. Ejemplo: atencion@entidad.com.co",
    addressMissing: "Escriba la dirección",
    cityMissing: "Escriba la ciudad",
    hoursRange: "Escriba las horas con números, de 1 a 8760",
    policyMissing: "Escriba la política completa",
    policyLong: "La política es muy larga: 60.000 letras o menos",
    paperLetters: "Tiene letras que el papel no puede mostrar. Escríbalo con letras latinas",
    tooLong: "Es muy largo. Escríbalo en {limite} letras o menos",
    searchMissing: "Escriba el número de la orden o de identificación",
    searchShape: "Escriba el número como está en el papel o en el documento",
    compareModeMissing: "Elija cómo se compara",
    compareFromShape: "Escriba el valor con números. Ejemplo: $500.000",
    compareFromLarge: "Ninguna orden vale tanto. Escriba hasta $999.999.999",
    reportOutcomeMissing: "Elija qué encontró",
    reportActionMissing: "Elija qué pasa con la orden",
    undoDecisionMissing: "Elija si se anula o no",
    reasonMissing: "Elija un motivo o escríbalo, con 10 letras o más",
    reasonLong: "Escriba el motivo en 600 letras o menos",
  },
};

export const admin = {
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
