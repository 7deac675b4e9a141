import { Refusal } from "./refusal";

export type ProviderRole = "owner" | "clerk" | "viewer";
/** The roles of the caja's people, as they are offered: from who may most to who reads only. */
export const cajaRoles = ["administrator", "reviewer", "officer", "support", "treasurer", "auditor"] as const;
export type CajaRole = (typeof cajaRoles)[number];
export type Role = ProviderRole | CajaRole;

type ActorProvider = {
  id: string;
  nit: string;
  checkDigit: number;
  legalName: string;
  suspended: boolean;
  /** Codes of the applications it may use. */
  applications: readonly string[];
  /** Whether one of them opens the look-up of orders. */
  opensLookUp: boolean;
};

/** A provider that the person may choose to work for, the present one among them. */
export type OwnProvider = { id: string; legalName: string };

type Person = { personId: string; sessionId: string; name: string; email: string };
export type ProviderActor = Person & {
  kind: "provider";
  role: ProviderRole;
  /** The provider that the session works for. */
  provider: ActorProvider;
  ownProviders: readonly OwnProvider[];
  /**
   * The paired device of the counter, where somebody was named by a PIN, or nobody is: then the person is who was
   * named there last, and the session's id is the device's.
   */
  pairedDevice?: { id: string; isNamed: boolean };
};
export type CajaActor = Person & { kind: "caja"; role: CajaRole };
/** The signed-in person, read from the database on every request. */
export type Actor = ProviderActor | CajaActor;

/** The only table of roles and permissions. */
const rolesThatMay = {
  "application.view": ["owner", "clerk", "viewer"],
  "application.request": ["owner"],
  "order.look_up": ["owner", "clerk", "viewer"],
  /** What is done at a counter beside looking up: comparing, receipts and proofs, practice, which counter it is. */
  "counter.work": ["owner", "clerk", "viewer"],
  "order.use": ["owner", "clerk"],
  "report.file": ["owner", "clerk", "viewer"],
  "team.manage": ["owner"],
  "history.read": ["owner", "clerk", "viewer"],
  "history.export": ["owner"],
  "caja.dashboard": [...cajaRoles],
  /** To search in all of it at once; a hit is shown to whom may open what was found. */
  "caja.search": [...cajaRoles],
  "request.read": ["administrator", "reviewer", "officer", "support", "auditor"],
  "request.decide": ["administrator", "reviewer"],
  "provider.read": [...cajaRoles],
  "provider.manage": ["administrator"],
  "agreement.read": [...cajaRoles],
  "agreement.manage": ["administrator", "reviewer"],
  "lookup.read": ["administrator", "officer", "support", "auditor"],
  "undo.read": ["administrator", "officer", "auditor"],
  "use.undo": ["administrator", "officer"],
  "report.read": ["administrator", "officer", "auditor"],
  "report.handle": ["administrator", "officer"],
  /** To propose another account of a provider, and to approve what another person proposed. */
  "bank_account.manage": ["administrator", "treasurer"],
  "settlement.read": ["administrator", "officer", "treasurer", "auditor"],
  "settlement.manage": ["administrator", "officer", "treasurer"],
  /** To approve a payment, never one of the same person's making. */
  "settlement.approve": ["administrator", "treasurer"],
  "order.find": ["administrator", "officer", "support", "treasurer", "auditor"],
  "order.print": ["administrator", "officer"],
  "order.issue": ["administrator", "officer"],
  /** Never the person who drafted it; the database checks that too. */
  "order.approve": ["administrator", "officer"],
  "order.annul": ["administrator", "officer"],
  /** To deliver an order, put it in review, replace or extend it. */
  "order.change": ["administrator", "officer"],
  "order.export": ["administrator", "officer", "auditor"],
  "rights.read": ["administrator", "officer", "support", "auditor"],
  /** To answer what somebody asks about their own data. */
  "rights.handle": ["administrator", "officer"],
  "incident.read": ["administrator", "officer", "auditor"],
  "incident.manage": ["administrator", "officer"],
  "import.read": ["administrator", "officer", "auditor"],
  "order.import": ["administrator", "officer"],
  "audit.read": ["administrator", "auditor"],
  "people.read": ["administrator", "auditor"],
  "people.manage": ["administrator"],
  "settings.read": ["administrator", "auditor"],
  "settings.edit": ["administrator"],
  "key.manage": ["administrator"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof rolesThatMay;

/**
 * Permissions whose acts ask again who is there, when the last proof is older than proof_window
 * (db/functions/calendar_windows.sql): who decides, annuls, gives access or takes personal data along. An act of
 * another permission asks with `again: true` beside it, one of these that decides nothing says `again: false`.
 */
const needingProof: ReadonlySet<Permission> = new Set([
  "history.export",
  "request.decide",
  "agreement.manage",
  "use.undo",
  "settlement.approve",
  "order.approve",
  "order.annul",
  "order.export",
  "people.manage",
  "key.manage",
] satisfies Permission[]);

export const asksAgain = (wanted: Permission): boolean => needingProof.has(wanted);

/** The same table by rows: the migrator writes them where SQL reads them (role_permission). */
export const permissionsOfRoles: readonly { permission: Permission; role: Role }[] = (
  Object.keys(rolesThatMay) as Permission[]
).flatMap((permission) => rolesThatMay[permission].map((role) => ({ permission, role })));

type ActorThatMay<P extends Permission> = P extends Permission
  ? (typeof rolesThatMay)[P][number] extends CajaRole
    ? CajaActor
    : ProviderActor
  : never;

declare const permission: unique symbol;
/** Proof that `authorize` was called: nothing else can make one. */
export type Grant<P extends Permission> = { readonly actor: ActorThatMay<P>; readonly [permission]: P };

/** The paired device that asks alone, while nobody is named on it: it looks orders up, and nothing else. */
export function unnamedDevice(actor: Actor | null): string | null {
  const device = actor?.kind === "provider" ? actor.pairedDevice : undefined;
  return device && !device.isNamed ? device.id : null;
}

export function can(actor: Actor, wanted: Permission): boolean {
  if (unnamedDevice(actor) && wanted !== "order.look_up") return false;
  const roles: readonly Role[] = rolesThatMay[wanted];
  return roles.includes(actor.role);
}

/** The refusal of somebody whose role has no such permission. */
export class NotAllowed extends Refusal {
  constructor(readonly wanted: Permission) {
    super("not_allowed");
  }
}

/** @throws NotAllowed when the actor's role may not. */
export function authorize<P extends Permission>(actor: Actor, wanted: P): Grant<P> {
  if (!can(actor, wanted)) throw new NotAllowed(wanted);
  return { actor } as unknown as Grant<P>;
}

/** Who works at a counter may look up there too. */
export const lookUpGrant = ({ actor }: Grant<"counter.work">): Grant<"order.look_up"> =>
  authorize(actor, "order.look_up");
