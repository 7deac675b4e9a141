"use client";

import { useEffect } from "react";
import { useOwner } from "@/components/form/kept-forms";
import { keepAnswer, type LastAnswer } from "./last-store";
import { holdDevice } from "./own-device";

/** Keeps the answer of this page for its reader, for when there is no internet. */
export function KeepAnswer({ lookupId, number, heading, at }: LastAnswer) {
  const owner = useOwner();
  useEffect(() => {
    async function keep() {
      if (await holdDevice(owner)) await keepAnswer(owner, { lookupId, number, heading, at });
    }
    // A private window keeps nothing.
    void keep().catch(() => {});
  }, [owner, lookupId, number, heading, at]);
  return null;
}
