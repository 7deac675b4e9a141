import { randomUUID } from "node:crypto";
import type { Victim } from "./victim-provider";

type Fields = Record<string, string>;

/** Its name, with every field that it asks for: naming what is somebody else's, as that one's own form would. */
type ForeignCall = {
  action: string;
  fields: (of: Victim["ids"]) => Fields;
  /**
   * It has nothing to do here in anybody's hands: no code was scanned, nothing is claimed, papers are compared in the
   * other way. tests/db/access/cross-provider.test.ts tries its function.
   */
  isIdle?: true;
};

const reason = "Un motivo de más de diez letras";

/**
 * Every action of a provider that names something by its id. In this order all of them work in the hands of whose it
 * is, which shows that a refusal of somebody else is one of whose it is, and not of how it was asked.
 */
export const foreignCalls: readonly ForeignCall[] = [
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
    fields: ({ value: lookupId }) => ({ lookupId, paperValue: "480.000" }),
    isIdle: true,
  },
  {
    action: "unreadableAction",
    fields: ({ unreadable: lookupId }) => ({ lookupId, reason: "damaged" }),
  },
  { action: "claimAction", fields: ({ open: lookupId }) => ({ lookupId }) },
  { action: "releaseAction", fields: ({ open: lookupId }) => ({ lookupId }), isIdle: true },
  {
    action: "registerUseAction",
    fields: ({ toUse: lookupId }) => ({ lookupId, key: randomUUID(), left: "480000" }),
  },
  { action: "askUndoAction", fields: ({ use: useId }) => ({ useId, key: randomUUID(), reason }) },
  { action: "undoAction", fields: ({ use: useId }) => ({ useId, key: randomUUID(), reason }) },
  { action: "saveBranchAction", fields: ({ branch }) => ({ branch, name: "Otra sede" }) },
  {
    action: "saveCounterAction",
    fields: ({ branch, counter }) => ({ branch, counter, name: "Otra caja" }),
  },
  { action: "saveCounterAction", fields: ({ branch }) => ({ branch, counter: "", name: "Caja nueva" }) },
  { action: "closePlaceAction", fields: ({ counter: place, branch }) => ({ place, branch }) },
  { action: "closePlaceAction", fields: ({ branch }) => ({ place: branch, branch }) },
  { action: "resendAction", fields: ({ invitation }) => ({ invitation }) },
  { action: "cancelAction", fields: ({ invitation }) => ({ invitation }) },
  { action: "removeAction", fields: ({ viewer: person }) => ({ person }) },
];

/** Those that name nothing of a provider's: they ask by what is typed, invite, or practise. */
export const namingNothing = [
  "inviteAction",
  "lookUpAction",
  "scanAction",
  "practiseLookUpAction",
  "practiseRowsAction",
  "practiseDigitsAction",
];
