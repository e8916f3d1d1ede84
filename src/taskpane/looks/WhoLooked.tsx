/** Who looked at the figures: for everyone to open, and fetched and asked for only then. */
import { later } from "../chunks/later.tsx";
import { Disclosure } from "../Disclosure.tsx";
import { useText } from "../text/useText.tsx";
import { LooksSkeleton } from "./LooksSkeleton.tsx";

const LookList = later(
  () => import(/* webpackChunkName: "looks" */ "./LookList.tsx").then((module) => module.LookList),
  <LooksSkeleton />,
);

export function WhoLooked() {
  const { looks } = useText();
  return (
    <Disclosure label={looks.label}>
      <LookList />
    </Disclosure>
  );
}
