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
  sending: "Enviando…",
  errorSummary: "Revise esto",
  wait: "Después de las {hora} puede intentar de nuevo.",
  errors: {
    nameMissing: "Escriba el nombre de la caja",
    legalNameMissing: "Escriba la razón social",
    nitMissing: "Escriba el NIT",
    nitShape: "Escriba el NIT con números. Ejemplo: 890.102.044-1",
    phoneMissing: "Escriba el teléfono",
    phoneShape: "Escriba el teléfono con números. Ejemplo: 605 323 5000",
    hoursMissing: "Escriba el horario de atención",
    emailMissing: "Escriba el correo",
    emailShape: "Al correo le falta algo. Ejemplo: atencion@caja.com.co",
    addressMissing: "Escriba la dirección",
    cityMissing: "Escriba la ciudad",
    hoursRange: "Escriba las horas con números, de 1 a 8760",
    policyMissing: "Escriba la política completa",
    policyLong: "La política es muy larga: 60.000 letras o menos",
    paperLetters: "Tiene letras que el papel no puede mostrar. Escríbalo con letras latinas",
    tooLong: "Es muy largo. Escríbalo más corto",
    searchMissing: "Escriba el número de la orden o de identificación",
    searchShape: "Escriba el número como está en el papel o en el documento",
    compareModeMissing: "Elija cómo se compara",
    compareFromShape: "Escriba el valor con números. Ejemplo: $500.000",
    reportOutcomeMissing: "Elija qué encontró",
    reportDeedMissing: "Elija qué pasa con la orden",
    undoDecisionMissing: "Elija si se anula o no",
    reasonMissing: "Elija un motivo o escríbalo, con 10 letras o más",
    reasonLong: "Escriba el motivo en 600 letras o menos",
  },
};

export const admin = {
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
