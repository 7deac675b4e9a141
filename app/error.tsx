"use client";

import { isCounterPage } from "@/app/counter-page";
import { ErrorPage } from "@/components/layout/error-page";

export default function RouteErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return <ErrorPage code={error.digest} isCounterPage={isCounterPage} onRetry={reset} />;
}
