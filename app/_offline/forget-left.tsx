"use client";

import { useEffect } from "react";
import { forgetTyped } from "@/components/form/typed-store";

/**
 * After signing out where the button's script did not run: takes from this device what its person left readable, as
 * that script does. Codes that wait stay encrypted, without a key, until their owner signs in again.
 */
export function ForgetLeft() {
  useEffect(() => {
    forgetTyped();
    void import("./leave-device").then(({ leaveAll }) => leaveAll()).catch(() => {});
  }, []);
  return null;
}
