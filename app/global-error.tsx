"use client";

import { lazy } from "react";
import { isCounterPage } from "./counter-page";
import "./styles/index.css";

// Loaded lazily, because every page includes this file and only a failure of the frame needs its content.
const ErrorPage = lazy(() =>
  import("@/components/layout/error-page").then((module) => ({ default: module.ErrorPage })),
);

/** Error page for failures of the frame itself. */
export default function GlobalErrorPage({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="es-CO">
      <body>
        <ErrorPage
          code={error.digest}
          isCounterPage={isCounterPage}
          onRetry={() => window.location.reload()}
        />
      </body>
    </html>
  );
}
