import { CounterLayout } from "@/app/(proveedor)/_answer/counter-layout";

export default CounterLayout;
