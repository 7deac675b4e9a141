import { randomUUID } from "node:crypto";
import type { Victim } from "./victim-provider";

type Fields = Record<string, string>;

/**
 * A server action with every field it needs, which name data of another provider as the owner's own form
 * would.
 */
type CrossProviderAction = {
  action: string;
  fields: (of: Victim["ids"]) => Fields;
  /**
   * Set when the call does nothing even for the owner, because its state does not apply: nothing scanned, no
   * claim, another comparison mode. tests/db/access/cross-provider.test.ts covers its SQL function.
   */
  isIdle?: true;
  /** Set when only the person who looked up or reported may do it, not a colleague. */
  isAskers?: true;
};

const reason = "Un motivo de más de diez letras";

/**
 * Every provider action that takes an id. In this order each of them succeeds for the owner, which proves
 * that another provider is refused because of the ownership and not because of the form.
 */
export const crossProviderActions: readonly CrossProviderAction[] = [
  { action: "deviceAction", fields: ({ counter }) => ({ counter }) },
  { action: "giveProofAction", fields: ({ use: useId }) => ({ useId }) },
  { action: "giveProofAction", fields: ({ toUse: lookupId }) => ({ lookupId }) },
  { action: "digitsAction", fields: ({ open: lookupId }) => ({ lookupId, digits: "1234" }), isIdle: true },
  {
    action: "compareRowsAction",
    fields: ({ open: lookupId }) => ({ lookupId, value: "equal", holder: "equal", paper: "equal" }),
  },
  {
    action: "compareValueAction",
    fields: ({ value: lookupId }) => ({ lookupId, paperValue: "480.000", holder: "equal", paper: "equal" }),
    isIdle: true,
  },
  {
    action: "unreadableAction",
    fields: ({ unreadable: lookupId }) => ({ lookupId, reason: "damaged" }),
  },
  { action: "withdrawReportAction", fields: ({ folio }) => ({ folio }), isAskers: true },
  { action: "claimAction", fields: ({ open: lookupId }) => ({ lookupId }) },
  { action: "releaseAction", fields: ({ open: lookupId }) => ({ lookupId }), isIdle: true },
  {
    action: "registerUseAction",
    fields: ({ toUse: lookupId }) => ({ lookupId, key: randomUUID(), left: "480000" }),
    isAskers: true,
  },
  { action: "askUndoAction", fields: ({ use: useId }) => ({ useId, key: randomUUID(), reason }) },
  { action: "undoAction", fields: ({ use: useId }) => ({ useId, key: randomUUID(), reason }) },
  { action: "saveBranchAction", fields: ({ branch }) => ({ branch, name: "Otra sede" }) },
  {
    action: "saveCounterAction",
    fields: ({ branch, counter }) => ({ branch, counter, name: "Otra caja" }),
  },
  { action: "saveCounterAction", fields: ({ branch }) => ({ branch, counter: "", name: "Caja nueva" }) },
  { action: "pairAction", fields: ({ counter }) => ({ counter }) },
  { action: "closePlaceAction", fields: ({ counter: place, branch }) => ({ place, branch }) },
  { action: "closePlaceAction", fields: ({ branch }) => ({ place: branch, branch }) },
  { action: "endDeviceAction", fields: ({ device }) => ({ device }) },
  { action: "resendAction", fields: ({ invitation }) => ({ invitation }) },
  { action: "cancelAction", fields: ({ invitation }) => ({ invitation }) },
  { action: "removeAction", fields: ({ viewer: person }) => ({ person }) },
];

/** Provider actions that take no id: they look up typed numbers, invite, or practise. */
export const actionsWithoutIds = [
  "inviteAction",
  "lookUpAction",
  "scanAction",
  "practiseLookUpAction",
  "practiseRowsAction",
  "practiseDigitsAction",
];
