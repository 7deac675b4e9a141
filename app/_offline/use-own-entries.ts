import { useCallback, useEffect, useRef, useState } from "react";
import { markedOwner } from "./device-mark";
import { type LastAnswer, listLastAnswers } from "./last-store";
import { signedInOwner } from "./own-device";
import { takeUse } from "./page-use";
import { type DeferredEntry, listDeferred, listWaiting, type Waiting, waitsForOthers } from "./queue";

type OwnEntries = {
  /** Null when nobody is signed in; undefined while unknown. */
  owner: string | null | undefined;
  waiting: Waiting[];
  late: DeferredEntry[];
  last: LastAnswer[];
  /** Whether entries of another person wait here. */
  others: boolean;
};

const none: OwnEntries = { owner: undefined, waiting: [], late: [], last: [], others: false };

/**
 * What the device has stored for the signed-in person. Online the server says who that is; offline, and while the
 * server fails, it is the person who signed in last. The server is asked once for each use of the page.
 */
export function useOwnEntries(online: boolean | null): OwnEntries & { reload: () => void } {
  const [entries, setEntries] = useState(none);
  const said = useRef<Promise<string | null>>(undefined);
  const reload = useCallback(() => {
    if (online === null) return;
    if (online && (takeUse("owner") || !said.current)) said.current = signedInOwner().catch(markedOwner);
    void read(online ? said.current : undefined).then(setEntries);
  }, [online]);
  useEffect(reload, [reload]);
  return { ...entries, reload };
}

async function read(said: Promise<string | null> | undefined): Promise<OwnEntries> {
  const owner = said ? await said : markedOwner();
  // A device that lets nothing be kept has nothing, but still checks codes.
  return entriesFor(owner).catch(() => ({ ...none, owner }));
}

async function entriesFor(owner: string | null): Promise<OwnEntries> {
  const others = await waitsForOthers(owner);
  if (owner === null) return { ...none, owner, others };
  const [waiting, late, last] = await Promise.all([
    listWaiting(owner),
    listDeferred(owner),
    listLastAnswers(owner),
  ]);
  return { owner, waiting, late, last, others };
}
