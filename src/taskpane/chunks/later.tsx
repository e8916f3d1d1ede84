/** A view that comes in a chunk of its own: what stands in its place meanwhile, and what is said when it does not come. */
import { Body1, Button, makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useState } from "react";
import type { ComponentType, ReactNode } from "react";
import { useText } from "../text/useText.tsx";
import { chunk } from "../../addin/chunk.ts";
import { Loading } from "./Loading.tsx";

/**
 * Fetches the view when it is first shown. One that does not come is fetched again when asked; React's own `lazy` would
 * remember the failure for as long as the pane is open.
 *
 * @param fetch imports the view @param meanwhile has the view's shape, so that nothing jumps
 */
export function later<P extends object>(
  fetch: () => Promise<ComponentType<P>>,
  meanwhile: ReactNode = <Loading />,
): ComponentType<P> {
  const view = chunk(fetch);
  return function Later(props: P) {
    const [View, setView] = useState(() => view.now());
    const [failed, setFailed] = useState(false);
    useEffect(() => {
      if (View !== null || failed) return;
      view.load().then(
        (there) => setView(() => there),
        () => setFailed(true),
      );
    }, [View, failed]);
    if (View !== null) return <View {...props} />;
    return failed ? <NotLoaded onAgain={() => setFailed(false)} /> : meanwhile;
  };
}

const useStyles = makeStyles({
  notLoaded: {
    display: "flex",
    flexDirection: "column",
    alignItems: "flex-start",
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
  },
});

function NotLoaded({ onAgain }: { readonly onAgain: () => void }) {
  const { pane } = useText();
  const styles = useStyles();
  return (
    <div className={styles.notLoaded} role="alert">
      <Body1>{pane.notLoaded}</Body1>
      <Button onClick={onAgain}>{pane.tryAgain}</Button>
    </div>
  );
}
