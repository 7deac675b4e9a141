"use client";

import { useEffect } from "react";
import { useOwner } from "@/components/form/kept-forms";
import { keepAnswer, type LastAnswer } from "./last-store";
import { holdDevice } from "./own-device";

/** Stores the answer of this page on the device, so that its reader can see it offline. */
export function KeepAnswer({ lookupId, number, heading, at }: LastAnswer) {
  const owner = useOwner();
  useEffect(() => {
    async function keep() {
      if (await holdDevice(owner)) await keepAnswer(owner, { lookupId, number, heading, at });
    }
    // A private window has no storage.
    void keep().catch(() => {});
  }, [owner, lookupId, number, heading, at]);
  return null;
}
