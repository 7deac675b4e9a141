import { PASSWORD } from "./factories/account";
import { inDays } from "./factories/order";
import type { Victim } from "./victim-provider";

type Ids = Victim["ids"];
type Noun = keyof Ids | "key";

/** A server action of the caja with every field that it needs, and of which nouns the ids are that it takes. */
type CajaAction = {
  /** End of its file, and its name. */
  action: string;
  fields: (of: Ids) => Record<string, string>;
  takes: Readonly<Record<string, Noun>>;
  /** A new id is a new draft: only ids of orders, and what is no id, are wrong there. */
  makes?: true;
};

const reason = "Un motivo de más de diez letras";
const ofOrder = ({ order }: Ids) => ({ order, version: "1", seen: "{}", reason });
const order = { order: "order" } as const;

/** Every action of the caja that takes an id, as its own form would post it. */
export const cajaActions: readonly CajaAction[] = [
  {
    action: "llaves/actions.ts rotateAction",
    fields: () => ({ active: "200", word: "ROTAR", password: PASSWORD }),
    takes: { active: "key" },
  },
  {
    action: "llaves/actions.ts revokeAction",
    fields: () => ({ key: "200", password: PASSWORD }),
    takes: { key: "key" },
  },
  {
    action: "[proveedor]/actions.ts settleAction",
    fields: ({ provider, use }) => ({ providerId: provider, uses: use, to: "objected", reason }),
    takes: { providerId: "provider", uses: "use" },
  },
  ...["approvePayment", "returnPayment", "reversePayment"].map((verb) => ({
    action: `pagos/actions.ts ${verb}Action`,
    fields: ({ request }: Ids) => ({ payment: request, key: request, invoices: "a1".repeat(48), reason }),
    takes: { payment: "request" } as const,
  })),
  {
    action: "[folio]/actions.ts decideReportAction",
    fields: ({ folio }) => ({ folio, seen: "{}", outcome: "nothing", answer: "", orderAction: "leave" }),
    takes: { folio: "folio" },
  },
  ...[
    ...["askMissing", "extendRights", "noteIdentity", "abandonRights", "answerRights"],
    ...["completeAtDesk", "reissueCode", "withdrawAuthorisation", "nameAccount"],
  ].map((verb) => ({
    action: `habeas-data/[radicado]/actions.ts ${verb}Action`,
    fields: ({ request }: Ids) => ({
      ...{ number: "HD-1996-00000000", version: "1", text: reason, result: "granted" },
      ...{ person: request, theirs: "yes" },
    }),
    takes: { number: "key" } as const,
  })),
  ...["reportIncident", "closeIncident"].map((verb) => ({
    action: `incidentes/actions.ts ${verb}Action`,
    fields: ({ request }: Ids) => ({
      ...{ incident: request, number: "INC-000001", version: "1" },
      ...{ reportedOn: "2026-01-02", sicNumber: "26-1" },
    }),
    takes: { incident: "request" } as const,
  })),
  {
    action: "anulaciones/[id]/actions.ts decideUndoAction",
    fields: ({ request }) => ({ requestId: request, seen: "{}", decision: "approve", reason }),
    takes: { requestId: "request" },
  },
  {
    action: "[uso]/actions.ts undoObjectedAction",
    fields: ({ use }) => ({ useId: use, seen: "{}", reason }),
    takes: { useId: "use" },
  },
  ...["take", "discard"].map((verb) => ({
    action: `ordenes/draft-actions.ts ${verb}Action`,
    fields: ofOrder,
    takes: order,
  })),
  ...["issue", "ask", "approve", "sendBack", "deliver", "replace", "block"].map((verb) => ({
    action: `ordenes/[id]/actions.ts ${verb}Action`,
    fields: ofOrder,
    takes: order,
  })),
  {
    action: "ordenes/[id]/actions.ts issueAction",
    fields: (of) => ({ ...ofOrder(of), repeats: of.order }),
    takes: { order: "order", repeats: "order" },
  },
  {
    action: "ordenes/[id]/actions.ts annulAction",
    fields: (of) => ({ ...ofOrder(of), cause: "other" }),
    takes: order,
  },
  {
    action: "ordenes/[id]/actions.ts extendAction",
    fields: (of) => ({ ...ofOrder(of), was: "2026-11-28", until: inDays(20) }),
    takes: order,
  },
  ...["approveChange", "sendChangeBack"].map((verb) => ({
    action: `ordenes/[id]/actions.ts ${verb}Action`,
    fields: (of: Ids) => ({ ...ofOrder(of), change: of.request }),
    takes: { order: "order", change: "request" } as const,
  })),
  {
    action: "ordenes/[id]/actions.ts unblockAction",
    fields: (of) => ({ ...ofOrder(of), hold: of.request }),
    takes: { order: "order", hold: "request" },
  },
  ...["ordenes", "convenios"].flatMap((section) =>
    ["confirm", "cancel"].map((verb) => ({
      action: `${section}/importar/[id]/actions.ts ${verb}Action`,
      fields: ({ request }: Ids) => ({ run: request }),
      takes: { run: "request" } as const,
    })),
  ),
  {
    action: "proveedores/[id]/actions.ts nameOwnerAction",
    fields: ({ provider }) => ({
      ...{ provider, seen: "{}", name: "Ana Pérez", email: "ana.duena@prueba.example", proof: reason },
    }),
    takes: { provider: "provider" },
  },
  {
    action: "proveedores/[id]/actions.ts endProviderAccessAction",
    fields: ({ provider }) => ({ provider, seen: "{}", who: "all", reason }),
    takes: { provider: "provider" },
  },
  {
    action: "proveedores/[id]/actions.ts withdrawOwnerAction",
    fields: ({ provider, invitation }) => ({ provider, invitation }),
    takes: { provider: "provider", invitation: "invitation" },
  },
  {
    action: "proveedores/[id]/actions.ts correctAction",
    fields: ({ provider }) => ({
      provider,
      seen: "{}",
      legalName: "Tienda",
      municipality: "Barranquilla, Atlántico",
      address: "Cra 14 # 5-10",
      phone: "605 323 4567",
      person: "",
      reason,
    }),
    takes: { provider: "provider" },
  },
  {
    action: "cuenta/actions.ts proposeAccountAction",
    fields: ({ provider }) => ({
      ...{ provider, current: "", bank: "1007", accountKind: "savings", accountNumber: "01687366007" },
      reason,
    }),
    takes: { provider: "provider" },
  },
  ...["approve", "refuse"].map((verb) => ({
    action: `cuenta/actions.ts ${verb}AccountAction`,
    fields: ({ provider, request }: Ids) => ({ provider, account: request, current: "", reason }),
    takes: { account: "request" } as const,
  })),
  ...["suspend", "reactivate"].map((verb) => ({
    action: `proveedores/[id]/actions.ts ${verb}Action`,
    fields: ({ provider }: Ids) => ({
      provider,
      seen: "{}",
      reason,
      from: "2026-12-01",
      shownFrom: "2026-12-01",
      shownReason: reason,
    }),
    takes: { provider: "provider" } as const,
  })),
  ...["approve", "return", "reject"].map((verb) => ({
    action: `[radicado]/actions.ts ${verb}Action`,
    fields: ({ request }: Ids) => ({
      requestId: request,
      seen: "{}",
      returnReason: reason,
      rejectReason: reason,
    }),
    takes: { requestId: "request" } as const,
  })),
  {
    action: "[radicado]/actions.ts markAction",
    fields: ({ request, document }) => ({ requestId: request, document, mark: "good", list: "" }),
    takes: { requestId: "request", document: "document" },
  },
  {
    action: "solicitudes/actions.ts takeBackAction",
    fields: ({ request }) => ({ requestId: request }),
    takes: { requestId: "request" },
  },
  ...["changeOfficial", "endAccess", "returnAccess", "resendInvitation", "requestReset", "withdrawReset"].map(
    (verb) => ({
      action: `personas/actions.ts ${verb}Action`,
      fields: ({ viewer }: Ids) => ({
        person: viewer,
        name: "Diana Mercado",
        role: "officer",
        was: "officer",
        cause: "left",
        reason,
      }),
      takes: { person: "viewer" } as const,
    }),
  ),
  ...["requestHolderReset", "withdrawHolderReset"].map((verb) => ({
    action: `segundo-factor/actions.ts ${verb}Action`,
    fields: ({ provider, viewer }: Ids) => ({ provider, person: viewer, reason }),
    takes: { provider: "provider", person: "viewer" } as const,
  })),
  {
    action: "draft-actions.ts saveDraftAction",
    fields: ({ order: id }) => ({
      order: id,
      version: "1",
      affiliateIdKind: "CC",
      affiliateId: "1042555318",
      affiliateName: "Ana Pérez",
      kindCode: "AS",
      value: "480000",
      concept: "Calzado",
      issuedOn: "28/11/2026",
      office: "CAC Prado",
    }),
    takes: order,
    makes: true,
  },
];

/** Those that take no id of what is there already: settings, searches, the form of a new draft. */
export const withoutIds = [
  "aplicaciones/actions.ts saveDocumentAction",
  "avisos/actions.ts saveNoticesAction",
  "incidentes/actions.ts saveIncidentAction",
  "caja/actions.ts saveCajaAction",
  "pagos/actions.ts makePaymentAction",
  "cotejo/actions.ts saveCompareModeAction",
  "personas/actions.ts saveFactorWaitAction",
  "tipos-de-orden/actions.ts saveKindAction",
  "ordenes/actions.ts findAction",
  "personas/actions.ts inviteOfficialAction",
  "convenios/actions.ts saveAgreementAction",
  "draft-actions.ts discardFormAction",
];
